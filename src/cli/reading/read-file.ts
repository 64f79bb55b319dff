import {isAbsolute} from 'node:path';
import {type Finding, type Rates, SEVERITIES, type Severity} from '../../base/index.ts';
import {LIMITS, readText} from '../../case/index.ts';
import {type AuditRule, audit, guideJson, type Reading, readGuide} from '../../guide/index.ts';
import {guideText} from '../guide-text.ts';
import {listingLine} from '../listing.ts';

/** How files are read, and what is wanted of each. All of it can be sent to another thread. */
export interface Wanted {
  /** The day to audit by, `YYYY-MM-DD`. */
  readonly today: string;
  /** What `line` holds: the JSON document, the words for a terminal, what the market keeps (unaudited), or nothing. */
  readonly print: 'json' | 'text' | 'listing' | 'nothing';
  /** Whether the findings themselves are wanted, and not only the gravest severity. */
  readonly findings: boolean;
  /** Of the words for a terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** What is known of one file once it is read and audited. */
export interface FileRead {
  readonly file: string;
  /** One JSON line or the words for a terminal, as wanted; null where the file cannot be read or nothing is wanted. */
  readonly line: string | null;
  /** Why the file itself could not be read: missing, a folder, no text. Empty where it was. */
  readonly unreadable: readonly Finding[];
  /** Null where the text is no guide. */
  readonly role: string | null;
  readonly company: string | null;
  /** Blocks left unread. */
  readonly unread: number;
  readonly gravest: Severity | null;
  /** Of the reading and the audit; empty where they are not wanted. */
  readonly findings: readonly Finding<AuditRule>[];
}

/** Reads and audits one file. Never throws for what stands in it. */
export function readFile(file: string, rates: Rates, wanted: Wanted): FileRead {
  const attempt = readText(isAbsolute(file) ? '/' : '.', file, LIMITS.guide);
  if (!attempt.ok)
    return {
      file,
      line: null,
      unreadable: attempt.findings,
      role: null,
      company: null,
      unread: 0,
      gravest: null,
      findings: [],
    };
  const {guide, findings} = readGuide(file, attempt.value.text);
  const audited =
    guide === null || wanted.print === 'listing'
      ? []
      : audit(guide, attempt.value, {rates, today: wanted.today});
  const reading: Reading = {guide, findings: [...findings, ...audited]};
  return {
    file,
    line: lineOf(reading, file, wanted),
    unreadable: [],
    role: guide?.role.value ?? null,
    company: guide?.company.value ?? null,
    unread: guide?.unread.length ?? 0,
    gravest: gravestOf(reading.findings),
    findings: wanted.findings ? reading.findings : [],
  };
}

function lineOf(reading: Reading, file: string, {print, width, colour}: Wanted): string | null {
  if (print === 'nothing') return null;
  if (print === 'listing') return reading.guide === null ? null : listingLine(reading.guide);
  return print === 'json' ? JSON.stringify(guideJson(reading, file)) : guideText(reading, {width, colour});
}

function gravestOf(findings: readonly Finding[]): Severity | null {
  const severities = new Set(findings.map(({severity}) => severity));
  return [...SEVERITIES].reverse().find(severity => severities.has(severity)) ?? null;
}
