import {it} from '@jest/globals';

/** As `it.each`, which takes no empty list. */
export const forEach = <T>(all: readonly T[]) => (all.length === 0 ? () => undefined : it.each(all));
