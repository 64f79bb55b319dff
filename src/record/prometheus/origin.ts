import type {Place} from '../../intake/index.ts';
import type {Entry, RecordRule} from '../types.ts';
import {finding, type Severity, type Words} from '../../figure/index.ts';

/** Whose rows these are: the name of the source, and the address of its server. */
export interface Origin {
  readonly source: string;
  readonly place: Place;
}

/** What is wrong with these rows, as an entry. */
export function fault(
  {source, place}: Origin,
  rule: RecordRule,
  severity: Severity,
  message: Words,
  hint: Words,
): Entry {
  return {table: 'fault', row: {...finding(rule, severity, message, {hint}), place, source}};
}
