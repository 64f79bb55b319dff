import {type Finding, SEVERITIES, type Severity, type Span} from '../base/index.ts';

/** What can be wrong with any text file, YAML or write, whatever it is about; each has its line in docs/case.md. */
export const FILE_RULES = [
  'missing-file',
  'not-a-file',
  'empty-file',
  'binary-file',
  'not-utf8',
  'huge-file',
  'unreadable',
  'yaml-syntax',
  'tab',
  'duplicate-key',
  'too-deep',
  'too-many-aliases',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-word',
  'bad-name',
  'out-of-range',
  'ambiguous-amount',
  'no-permission',
  'disk-full',
  'already-there',
  'not-written',
] as const;
export type FileRule = (typeof FILE_RULES)[number];

export type FileFinding = Finding<FileRule>;

/** A value, or why there is none. */
export type Attempt<T, R extends string = FileRule> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly findings: readonly Finding<R>[]};

/** `hint` says how to mend it; findings about a folder or a failed write have no span. */
export function finding<R extends string>(
  rule: R,
  message: string,
  more: {readonly span?: Span | undefined; readonly hint?: string | undefined; readonly severity?: Severity},
): Finding<R> {
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
export function failed<R extends string>(
  one: Finding<R>,
): {readonly ok: false; readonly findings: readonly Finding<R>[]} {
  return {ok: false, findings: [one]};
}

/** How many findings of one file are told: more help nobody, and a hostile file could make millions. */
const MOST = 100;

/** The gravest hundred where there are more; the last of them says how many are left out. */
export function capped<R extends string>(findings: readonly Finding<R>[]): readonly Finding<R>[] {
  const more = findings.length - MOST;
  if (more <= 0) return findings;
  const gravest = [...findings].sort((a, b) => rank(b) - rank(a)).slice(0, MOST);
  const last = gravest.at(-1) as Finding<R>;
  return [
    ...gravest.slice(0, -1),
    {...last, message: `${last.message} (and ${more} more findings in this file)`},
  ];
}

function rank({severity}: Finding): number {
  return SEVERITIES.indexOf(severity);
}
