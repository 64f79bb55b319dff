import {isAbsolute} from 'node:path';
import {shippedRates, type Source, wholeSpan} from '../../base/index.ts';
import {shippedConventions} from '../../calendar/index.ts';
import {type Finding, finding, say, SEVERITIES, type Severity, textOf} from '../../figure/index.ts';
import {LIMITS, quickText, readText} from '../../files/index.ts';
import {
  type AuditContext,
  type AuditRule,
  audit,
  type Guide,
  guideJson,
  type Layout,
  layoutOf,
  type PayTable,
  payTable,
  type Reading,
  readGuide,
  readPay,
} from '../../guide/index.ts';
import {listingLine} from './listing.ts';

/** How files are read, and what is wanted of each. All of it can be sent to another thread. */
export interface Wanted {
  /** The day to audit by, `YYYY-MM-DD`. */
  readonly today: string;
  /** What `line` holds: the JSON document, what the market keeps (and nothing else is read then), or nothing. */
  readonly print: 'json' | 'listing' | 'nothing';
  /** Whether the reading itself is wanted. */
  readonly reading?: boolean;
  /** Whether the findings themselves are wanted, and not only the gravest severity. */
  readonly findings: boolean;
  /** The only rules whose findings count; all of them where it is left out. */
  readonly rules?: readonly AuditRule[];
}

/** What is known of one file once it is read and audited. */
export interface FileRead {
  readonly file: string;
  /** One JSON line, or what the market keeps; null where the file cannot be read or none is wanted. */
  readonly line: string | null;
  /** What was read, where that is wanted. */
  readonly reading: Reading | null;
  /** Why the file itself could not be read: missing, a folder, no text. Empty where it was. */
  readonly unreadable: readonly Finding[];
  /** Null where the text is no guide. */
  readonly role: string | null;
  readonly company: string | null;
  /** Why the text is no guide; null for a guide. */
  readonly refusal: string | null;
  /** How the pay table is laid out; null where the text is no guide. */
  readonly layout: Layout | null;
  /** The pay table, to be held against those of other guides. */
  readonly table: PayTable | null;
  /** Blocks left unread. */
  readonly unread: number;
  readonly gravest: Severity | null;
  /** Of the reading and the audit, with the line and column where each ends; empty where they are not wanted. */
  readonly findings: readonly Finding<AuditRule>[];
}

/** What every audit is told, read once for many files. */
export type Facts = Pick<AuditContext, 'rates' | 'conventions'>;

export function shippedFacts(): Facts {
  return {rates: shippedRates(), conventions: shippedConventions()};
}

/** Reads and audits one file. Never throws for what stands in it. */
export function readFile(file: string, facts: Facts, wanted: Wanted): FileRead {
  const quick = quickText(file, file);
  const attempt =
    quick === null
      ? readText(isAbsolute(file) ? '/' : '.', file, LIMITS.guide)
      : {ok: true as const, value: quick};
  if (!attempt.ok)
    return {
      ...blank(file),
      unreadable: attempt.findings,
      refusal: shownOf(attempt.findings[0]),
    };
  if (wanted.print === 'listing') {
    const pay = readPay(file, attempt.value.text);
    return {...blank(file), line: pay === null ? null : listingLine(pay)};
  }
  const {guide, findings} = readGuide(file, attempt.value.text);
  const audited = guide === null ? [] : audit(guide, attempt.value, {...facts, today: wanted.today});
  const counted = [...findings, ...audited].filter(({rule}) => wanted.rules?.includes(rule) !== false);
  const reading: Reading = {guide, findings: counted};
  const line = wanted.print === 'json' ? lineOf(reading, file) : null;
  if (line instanceof RangeError)
    return {...blank(file), unreadable: [tooLong(file)], refusal: shownOf(tooLong(file))};
  return {
    file,
    line,
    reading: wanted.reading === true ? reading : null,
    unreadable: [],
    role: guide?.role.value ?? null,
    company: guide?.company.value ?? null,
    refusal: guide === null ? shownOf(findings.find(({rule}) => rule === 'not-a-guide')) : null,
    layout: guide === null ? null : layoutOf(guide),
    table: guide === null ? null : tableOf(guide, attempt.value, wanted),
    unread: guide?.unread.length ?? 0,
    gravest: gravestOf(reading.findings),
    findings: wanted.findings ? counted.map(one => placed(one, attempt.value)) : [],
  };
}

function placed({span, ...finding}: Finding<AuditRule>, source: Source): Finding<AuditRule> {
  return span === undefined ? finding : {...finding, span: wholeSpan(span, source)};
}

/** Where findings are wanted, those on the table will be too, and must know where it ends. */
function tableOf(guide: Guide, source: Source, {findings}: Wanted): PayTable | null {
  const table = payTable(guide);
  return table === null || !findings ? table : {...table, span: wholeSpan(table.span, source)};
}

/** A file of which nothing is known yet. */
function blank(file: string): FileRead {
  return {
    file,
    line: null,
    reading: null,
    unreadable: [],
    role: null,
    company: null,
    refusal: null,
    layout: null,
    table: null,
    unread: 0,
    gravest: null,
    findings: [],
  };
}

/** The reading as it is printed; the engine's own error where it is longer than any text may be. */
function lineOf(reading: Reading, file: string): string | RangeError {
  try {
    return JSON.stringify(guideJson(reading, file));
  } catch (error) {
    if (error instanceof RangeError) return error;
    throw error;
  }
}

function tooLong(file: string): FileRead['unreadable'][number] {
  const message = say`what ${file} holds is more than one text can say`;
  const hint = 'check that it is the file you mean, or read it in parts';
  return finding('huge-file', 'error', message, {
    span: {file, from: 0, to: 0, line: 1, column: 1},
    hint,
  });
}

function shownOf(one: Finding | undefined): string | null {
  return one === undefined ? null : textOf(one.message);
}

function gravestOf(findings: readonly Finding[]): Severity | null {
  const severities = new Set(findings.map(({severity}) => severity));
  return [...SEVERITIES].reverse().find(severity => severities.has(severity)) ?? null;
}
