import {type Finding, SEVERITIES, type Severity, type Span} from '../base/index.ts';

/** Everything that can be wrong with a case folder, or with writing into one; each has its line in docs/case.md. */
export const CASE_RULES = [
  'no-folder',
  'missing-file',
  'not-a-file',
  'empty-file',
  'binary-file',
  'not-utf8',
  'huge-file',
  'unreadable',
  'ignored-file',
  'yaml-syntax',
  'tab',
  'duplicate-key',
  'too-deep',
  'too-many-aliases',
  'unknown-version',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-word',
  'bad-name',
  'unknown-currency',
  'unknown-unit',
  'impossible-date',
  'date-order',
  'deadline-passed',
  'offer-expired',
  'negative-pay',
  'out-of-range',
  'ambiguous-amount',
  'unknown-fact',
  'unsafe-ratio',
  'idle-rule',
  'not-measured',
  'money-told',
  'repeated-id',
  'missing-guide',
  'torn-line',
  'broken-move',
  'no-permission',
  'disk-full',
  'already-there',
  'locked',
  'not-written',
] as const;
export type CaseRule = (typeof CASE_RULES)[number];

export type CaseFinding = Finding<CaseRule>;

/** A value, or why there is none. */
export type Attempt<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly findings: readonly CaseFinding[]};

/** `hint` says how to mend it; findings about a folder or a failed write have no span. */
export function finding(
  rule: CaseRule,
  message: string,
  more: {readonly span?: Span | undefined; readonly hint?: string | undefined; readonly severity?: Severity},
): CaseFinding {
  const {span, hint, severity = 'error'} = more;
  return {
    rule,
    severity,
    message,
    ...(span === undefined ? {} : {span}),
    ...(hint === undefined ? {} : {hint}),
  };
}

/** Something that did not work out, for one reason. */
export function failed(one: CaseFinding): {readonly ok: false; readonly findings: readonly CaseFinding[]} {
  return {ok: false, findings: [one]};
}

/** How many findings of one file are told: more help nobody, and a hostile file could make millions. */
const MOST = 100;

/** The gravest hundred where there are more; the last of them says how many are left out. */
export function capped(findings: readonly CaseFinding[]): readonly CaseFinding[] {
  const more = findings.length - MOST;
  if (more <= 0) return findings;
  const gravest = [...findings].sort((a, b) => rank(b) - rank(a)).slice(0, MOST);
  const last = gravest.at(-1) as CaseFinding;
  return [
    ...gravest.slice(0, -1),
    {...last, message: `${last.message} (and ${more} more findings in this file)`},
  ];
}

function rank({severity}: CaseFinding): number {
  return SEVERITIES.indexOf(severity);
}
