import {type Finding, SEVERITIES, type Severity} from '../../figure/index.ts';
import {type AuditRule, auditRules, type Layout, LAYOUTS} from '../../guide/index.ts';
import type {FileRead} from './read-file.ts';

/** What a folder of guides holds and what is wrong with it, in numbers. */
export interface GuideSummary {
  readonly files: number;
  readonly guides: number;
  readonly companies: number;
  /** Guides with a block that no rule understood. */
  readonly unread: number;
  /** Files that are no guides, with the reason; null where they could not even be opened. */
  readonly refused: readonly {readonly file: string; readonly why: string | null}[];
  /** The most common first. */
  readonly layouts: readonly {readonly layout: Layout; readonly guides: number}[];
  /** The gravest first and then the most frequent; rules that found nothing are left out. */
  readonly rules: readonly RuleCount[];
  /** The files with the most errors, and among those the most warnings; ten at most. */
  readonly worst: readonly Offender[];
}

/** What a rule found in a folder. */
interface RuleCount {
  readonly rule: AuditRule;
  readonly severity: Severity;
  readonly findings: number;
  /** Files with one at least. */
  readonly guides: number;
}

/** A file with its findings of each severity. */
type Offender = {readonly file: string} & Readonly<Record<Severity, number>>;

const WORST = 10;

/** Sums up what was read, and what the audit says of it. */
export function summaryOf(read: readonly FileRead[], findings: readonly Finding<AuditRule>[]): GuideSummary {
  const guides = read.filter(({role}) => role !== null);
  return {
    files: read.length,
    guides: guides.length,
    companies: new Set(guides.map(({company}) => company)).size,
    unread: guides.filter(one => one.unread > 0).length,
    refused: read.filter(({role}) => role === null).map(({file, refusal}) => ({file, why: refusal})),
    layouts: LAYOUTS.map(layout => ({
      layout,
      guides: guides.filter(one => one.layout === layout).length,
    })).filter(one => one.guides > 0),
    rules: countRules(findings),
    worst: worstOf(findings),
  };
}

/** Findings by rule. */
export function countRules(findings: readonly Finding<AuditRule>[]): readonly RuleCount[] {
  return auditRules
    .flatMap(({name: rule, severity}) => {
      const of = findings.filter(one => one.rule === rule);
      const guides = new Set(of.map(({span}) => span?.file ?? '')).size;
      return of.length === 0 ? [] : [{rule, severity, findings: of.length, guides}];
    })
    .sort((a, b) => rank(b.severity) - rank(a.severity) || b.guides - a.guides || b.findings - a.findings);
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function worstOf(findings: readonly Finding[]): readonly Offender[] {
  const files = new Map<string, {error: number; warning: number; note: number}>();
  for (const {span, severity} of findings) {
    if (span === undefined) continue;
    const count = files.get(span.file) ?? {error: 0, warning: 0, note: 0};
    count[severity]++;
    files.set(span.file, count);
  }
  return [...files]
    .map(([file, count]) => ({file, ...count}))
    .sort(
      (a, b) => b.error - a.error || b.warning - a.warning || b.note - a.note || (a.file < b.file ? -1 : 1),
    )
    .slice(0, WORST);
}
