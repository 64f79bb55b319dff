import {type Finding, SEVERITIES, type Severity} from '../base/index.ts';
import {EMPTY, type Line, margin, render, run, table, wrap} from '../page/index.ts';
import {SEVERITY_SIGNS} from '../views/index.ts';
import type {FileRead} from '../desk/index.ts';
import {type AuditRule, auditRules, LAYOUTS} from '../guide/index.ts';
import {heading} from './guide-parts.ts';
import {INKS, type Look} from './guide-text.ts';

const LEAST = 40;
const WORST = 10;

/** What a rule found in a folder. */
export interface RuleCount {
  readonly rule: AuditRule;
  readonly severity: Severity;
  readonly says: string;
  readonly findings: number;
  /** Files with one at least. */
  readonly guides: number;
}

/** Findings by rule, the gravest first and then the most frequent; rules that found nothing are left out. */
export function countRules(findings: readonly Finding[]): readonly RuleCount[] {
  const counts = new Map<string, {findings: number; files: Set<string>}>();
  for (const {rule, span} of findings) {
    const count = counts.get(rule) ?? {findings: 0, files: new Set<string>()};
    count.findings++;
    count.files.add(span?.file ?? '');
    counts.set(rule, count);
  }
  return auditRules
    .flatMap(({name: rule, severity, says}) => {
      const count = counts.get(rule);
      return count === undefined
        ? []
        : [{rule, severity, says, findings: count.findings, guides: count.files.size}];
    })
    .sort((a, b) => rank(b.severity) - rank(a.severity) || b.guides - a.guides || b.findings - a.findings);
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** What a folder of guides holds and what is wrong with it, for a person at a terminal. Ends with a line break. */
export function guideSummary(
  files: readonly FileRead[],
  findings: readonly Finding<AuditRule>[],
  {width: columns, colour}: Look,
): string {
  const width = Math.max(LEAST, Math.floor(columns));
  const guides = files.filter(({role}) => role !== null);
  const lines = [
    ...wrap([run(opening(files, guides), 'bold')], width),
    ...refused(files, width),
    ...layouts(guides, width),
    ...rules(findings, guides.length, width),
    ...worst(findings, width),
  ];
  return `${render(lines, colour)}\n`;
}

function opening(files: readonly FileRead[], guides: readonly FileRead[]): string {
  const companies = new Set(guides.map(({company}) => company)).size;
  const unread = guides.filter(one => one.unread > 0).length;
  if (guides.length === 0)
    return files.length === 1
      ? 'the one file is no guide'
      : `none of ${number(files.length)} files is a guide`;
  const left = unread === 0 ? 'nothing left unread' : `${number(unread)} with blocks left unread`;
  return `${number(guides.length)} of ${number(files.length)} ${files.length === 1 ? 'file' : 'files'} read as guides on ${companies === 1 ? 'one company' : `${number(companies)} companies`}, ${left}`;
}

/** Why files are no guides, the most frequent reason first. */
function refused(files: readonly FileRead[], width: number): readonly Line[] {
  const no = files.filter(({role}) => role === null);
  if (no.length === 0) return [];
  const shown = no.slice(0, WORST);
  return [
    ...heading(`Refused: ${number(no.length)}`, width),
    ...shown.flatMap(({file, refusal}) =>
      wrap([run(file, 'bold'), run(reason(file, refusal))], width, margin('  ', '    ')),
    ),
    ...(no.length > shown.length ? [[run(`  and ${number(no.length - shown.length)} more`, 'muted')]] : []),
  ];
}

/** Why not, behind the name of the file, which many a reason opens with. */
function reason(file: string, refusal: string | null): string {
  if (refusal === null) return '  cannot be read';
  return refusal.startsWith(`${file} `) ? refusal.slice(file.length) : `  ${refusal}`;
}

function layouts(guides: readonly FileRead[], width: number): readonly Line[] {
  if (guides.length === 0) return [];
  const rows = LAYOUTS.flatMap(layout => {
    const count = guides.filter(one => one.layout === layout).length;
    return count === 0 ? [] : [[[run(layout)], [run(number(count))], [run(share(count, guides.length))]]];
  });
  const columns = [{head: 'Pay table'}, {head: 'Guides', right: true}, {head: 'Share', right: true}];
  return [...heading('Layouts', width), ...table(columns, rows, width)];
}

function rules(findings: readonly Finding[], guides: number, width: number): readonly Line[] {
  const counts = countRules(findings);
  const head = heading('What the audit finds', width);
  if (counts.length === 0 && guides === 0) return [];
  if (counts.length === 0) return [...head, ...wrap([run('Nothing.')], width)];
  const rows = counts.map(one => [
    [run(`${SEVERITY_SIGNS[one.severity]} `, INKS[one.severity]), run(one.rule)],
    [run(number(one.findings))],
    [run(number(one.guides))],
    [run(share(one.guides, guides))],
  ]);
  const columns = [
    {head: 'Rule'},
    {head: 'Findings', right: true},
    {head: 'Guides', right: true},
    {head: 'Share', right: true},
  ];
  const signs = [...SEVERITIES].reverse().map(severity => `${SEVERITY_SIGNS[severity]} ${severity}`);
  return [...head, ...table(columns, rows, width), EMPTY, ...wrap([run(signs.join('   '), 'muted')], width)];
}

/** The files with the most errors, and among those the most warnings. */
function worst(findings: readonly Finding[], width: number): readonly Line[] {
  const files = new Map<string, Record<Severity, number>>();
  for (const {span, severity} of findings) {
    if (span === undefined) continue;
    const count = files.get(span.file) ?? {error: 0, warning: 0, note: 0};
    count[severity]++;
    files.set(span.file, count);
  }
  const sorted = [...files].sort(
    ([a, one], [b, other]) =>
      other.error - one.error || other.warning - one.warning || other.note - one.note || (a < b ? -1 : 1),
  );
  if (sorted.length === 0) return [];
  const rows = sorted
    .slice(0, WORST)
    .map(([file, {error, warning, note}]) => [
      [run(file)],
      ...[error, warning, note].map((count): Line => [run(number(count))]),
    ]);
  const columns = [
    {head: 'File'},
    {head: 'Errors', right: true, least: 6},
    {head: 'Warnings', right: true, least: 8},
    {head: 'Notes', right: true, least: 5},
  ];
  return [...heading('Worst offenders', width), ...table(columns, rows, width)];
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}

function share(count: number, all: number): string {
  return all === 0 ? '–' : `${((100 * count) / all).toFixed(1)}%`;
}
