import {test as one} from '@jest/globals';

let group = '';

/** Of the tests of a file, Jest runs at once only those of one group. These are none, so that all of the file are; their names are the same. */
export function describe(name: string, define: () => void): void {
  const outer = group;
  group += `${name} `;
  define();
  group = outer;
}

const {concurrent} = one;

function namedConcurrent(title: string, ...rest: unknown[]): void {
  (concurrent as (...all: unknown[]) => void)(group + title, ...rest);
}

/** With the names of the groups that it stands in. */
export const test = {
  concurrent: Object.assign(namedConcurrent as typeof concurrent, {
    each: ((...table: unknown[]) => {
      const defined = (concurrent.each as (...all: unknown[]) => (...all: unknown[]) => void)(...table);
      return (title: string, ...rest: unknown[]) => defined(group + title, ...rest);
    }) as typeof concurrent.each
  }),
  skip: ((title: string, ...rest: unknown[]) => {
    (one.skip as (...all: unknown[]) => void)(group + title, ...rest);
  }) as typeof one.skip
};
