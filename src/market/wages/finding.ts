import type {Finding} from '../../base/index.ts';

/** Everything that can be wrong with a table of wages or with its mapping; each has its line in docs/wages.md. */
export const WAGE_RULES = [
  'missing-file',
  'unreadable',
  'empty-file',
  'not-a-table',
  'missing-columns',
  'broken-line',
  'long-line',
  'not-utf8',
  'torn-file',
  'too-large',
  'bad-mapping',
  'unknown-role',
  'no-rows',
] as const;
export type WageRule = (typeof WAGE_RULES)[number];
export type WageFinding = Finding<WageRule>;

/** A value, or why there is none. */
export type WageAttempt<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly finding: WageFinding};

/** An error in a table at `line`, which counts from 1 and may be unknown. */
export function refused(
  rule: WageRule,
  file: string,
  message: string,
  hint: string,
  line = 1,
): {readonly ok: false; readonly finding: WageFinding} {
  const span = {file, from: 0, to: 0, line, column: 1};
  return {ok: false, finding: {rule, severity: 'error', message, span, hint}};
}
