import {type Finding, finding, type RuleOf, type Words} from '../../figure/index.ts';

/** A value, or why there is none. */
export type WageAttempt<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly finding: Finding};

/** An error in a table at `line`, which counts from 1 and may be unknown. */
export function refused(
  rule: RuleOf<'wages'>,
  file: string,
  message: Words,
  hint: Words,
  line = 1,
): {readonly ok: false; readonly finding: Finding} {
  const span = {file, from: 0, to: 0, line, column: 1};
  return {ok: false, finding: finding(rule, 'error', message, {span, hint})};
}
