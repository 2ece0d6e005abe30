import type {Replacement} from '../inputs/inputs.ts';
import type {Redact} from './output-names.ts';

/**
 * Replaces values that huaweicloud/auth-action masks: GitHub drops a job output in which a masked value stands. A plain
 * word such as `all` or `default` is no id, and can stand in any text.
 */
export interface Redactor {
  hide(values: readonly Replacement[]): void;
  readonly redact: Redact;
}

export function createRedactor(): Redactor {
  const places: Replacement[] = [];
  return {
    hide(more) {
      places.push(...more.filter(([, value]) => value.length > 2 && !/^[a-z]+$/i.test(value)));
      places.sort(([, a], [, b]) => b.length - a.length);
    },
    redact: text => places.reduce((rest, [placeholder, value]) => rest.replaceAll(value, placeholder), text)
  };
}
