/** The variables of the environment, by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;
