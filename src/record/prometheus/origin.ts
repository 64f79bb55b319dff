import type {Place} from '../../intake/index.ts';
import type {Entry, RecordRule} from '../types.ts';

/** Whose rows these are: the name of the source, and the address of its server. */
export interface Origin {
  readonly source: string;
  readonly place: Place;
}

export function finding(
  {source, place}: Origin,
  rule: RecordRule,
  severity: 'note' | 'warning' | 'error',
  message: string,
  hint: string,
): Entry {
  return {table: 'fault', row: {rule, severity, message, hint, place, source}};
}
