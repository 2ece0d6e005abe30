/** How much faster time goes where fast-clock.ts is loaded. */
export const clockSpeed = 400;
