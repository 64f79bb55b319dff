import type {Finding} from '../base/index.ts';
import {FILE_RULES} from '../files/index.ts';

/** Everything that can be wrong with a case folder, or with writing into one; each has its line in docs/case.md. */
export const CASE_RULES = [
  ...FILE_RULES,
  'no-folder',
  'ignored-file',
  'unknown-version',
  'unknown-currency',
  'unknown-unit',
  'impossible-date',
  'date-order',
  'deadline-passed',
  'offer-expired',
  'negative-pay',
  'unknown-fact',
  'unsafe-ratio',
  'idle-rule',
  'ruled-out-case',
  'not-measured',
  'money-told',
  'repeated-id',
  'missing-guide',
  'torn-line',
  'broken-move',
] as const;
export type CaseRule = (typeof CASE_RULES)[number];

export type CaseFinding = Finding<CaseRule>;
