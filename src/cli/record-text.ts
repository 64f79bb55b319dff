import {dayIn} from '../intake/index.ts';
import {EMPTY, type Ink, type Line, margin, render, run, table, wrap} from '../page/index.ts';
import type {Clause, CostReport, RecordReport, SourceReading} from '../record/index.ts';
import {count, percent, spell} from './record-figures.ts';
import {systemsLines} from './record-systems.ts';
import type {Look} from './guide-text.ts';

export interface RecordLook extends Look {
  /** Every system by every basis and every service, and not only those that need a word. */
  readonly full: boolean;
}

/** What a record holds for a terminal: its sources, its systems in every calendar, what clauses it can show. */
export function recordText(report: RecordReport, look: RecordLook): string {
  const {width, colour} = look;
  const {period, zone, sources, loads, pnl, costs, clauses} = report;
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const titled = (title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [EMPTY, ...say(title, 'bold'), ...lines];
  const lines = [
    ...say(
      period === null
        ? `The record: ${sources.some(({from}) => from !== null) ? 'nothing of it lies in these days' : 'empty'}`
        : `The record, ${dayIn(period.from, zone)} to ${dayIn(period.to - 1, zone)}`,
      'bold',
    ),
    ...titled(
      'Sources',
      sources.flatMap(source => sourceLines(source, zone, width)),
    ),
    ...systemsLines(report, look),
    ...titled('Deployments', deploymentLines(report, look)),
    ...titled(
      'Load',
      loads.flatMap(({system, rows, peak, peakShare}) => {
        const share = peakShare === null ? '' : `, at most ${(100 * peakShare).toFixed(1)}% of capacity`;
        return say(`${system}: ${count(rows)} readings, peak ${count(peak)}${share}`);
      }),
    ),
    ...(pnl === null
      ? []
      : titled(
          'PnL',
          say(
            `${count(pnl.pods)} ${pnl.pods === 1 ? 'pod' : 'pods'} on ${count(pnl.days)} ${pnl.days === 1 ? 'day' : 'days'}, ${pnl.from} to ${pnl.to}, in ${pnl.currencies.join(', ')}`,
          ),
        )),
    ...titled(
      'Costs',
      costs.flatMap(scope => say(costWords(scope))),
    ),
    ...titled(
      'What a clause can be judged on',
      clauses.flatMap(clause => say(clauseWords(clause, sources))),
    ),
  ];
  return render(lines, colour);
}

/** `research: 24 months, 2024-10 to 2026-09, in USD`. */
function costWords({scope, months, missing, from, to, currencies}: CostReport): string {
  const known = `${count(months)} ${months === 1 ? 'month' : 'months'}`;
  const lacks = missing.length === 0 ? '' : ` (${count(missing.length)} missing)`;
  return `${scope}: ${known}${lacks}, ${from} to ${to}, in ${currencies.join(' and ')}`;
}

const ROWS = {
  interval: ['interval', 'intervals'],
  deployment: ['deployment', 'deployments'],
  load: ['reading of load', 'readings of load'],
  pnl: ['row of PnL', 'rows of PnL'],
  cost: ['row of costs', 'rows of costs'],
} as const;

function sourceLines(
  {name, kind, files, rows, from, to, leftOut, bad}: SourceReading,
  zone: string,
  width: number,
): readonly Line[] {
  const read = Object.entries(ROWS).flatMap(([of, [one, many]]) => {
    const n = rows[of as keyof typeof ROWS];
    return n > 0 ? [`${count(n)} ${n === 1 ? one : many}`] : [];
  });
  const span = from === null || to === null ? '' : `, ${dayIn(from, zone)} to ${dayIn(to, zone)}`;
  const where = files.length === 1 ? (files[0] ?? '') : `${count(files.length)} files`;
  const under = (text: string, ink: Ink) => wrap([run(text, ink)], width, margin('    '));
  return [
    ...wrap([run(`${name} (${kind}, ${where}): ${read.join(', ') || 'no rows'}${span}`)], width),
    ...leftOut.flatMap(({reason, rows: n, place: {file, line}}) =>
      under(`${count(n)} left out: ${reason} (first ${file}${line === null ? '' : `:${line}`})`, 'muted'),
    ),
    ...(bad > 0 ? under(`${count(bad)} with errors`, 'fail') : []),
  ];
}

/** Services that are listed unless all are asked for. */
const SERVICES = 12;

function deploymentLines({deployments, zone}: RecordReport, {width, full}: RecordLook): readonly Line[] {
  if (deployments.length === 0) return [];
  const total = ({results}: RecordReport['deployments'][number]) =>
    Object.values(results).reduce((sum, n) => sum + n, 0);
  const sorted = deployments.toSorted((a, b) => total(b) - total(a));
  const listed = full ? sorted : sorted.slice(0, SERVICES);
  const rows = listed.map(one => {
    const {success = 0, failure = 0} = one.results;
    const other = total(one) - success - failure;
    const cells = [
      one.service,
      one.environment,
      ...[success, failure, other].map(count),
      dayIn(one.from, zone),
      dayIn(one.to, zone),
    ];
    return cells.map(text => [run(text)]);
  });
  const right = true;
  const columns = [
    {head: 'service'},
    {head: 'environment'},
    {head: 'success', right},
    {head: 'failure', right},
    {head: 'other', right},
    {head: 'from'},
    {head: 'to'},
  ];
  const left = sorted.length - listed.length;
  return [
    ...table(columns, rows, width),
    ...(left > 0 ? wrap([run(`and ${count(left)} more with fewer: see --full`, 'muted')], width) : []),
  ];
}

function clauseWords(
  {calendar, quarter, sessions, open, target, allowed, probes}: Clause,
  sources: readonly SourceReading[],
): string {
  const of = `${count(sessions)} sessions, ${count(Math.round(open))} min`;
  const clause = `${percent(target)} of ${calendar} ${quarter} (${of}) allows ${spell(allowed)}`;
  const tells = probes.map(
    ({source, step, shows}) =>
      `${source} looks every ${spell(step / 60)} and ${shows ? 'can' : 'cannot'} show it`,
  );
  const watched = probes.length > 0 || sources.some(({watches}) => watches);
  return `${[clause, ...tells, ...(watched ? [] : ['nothing watches, and tickets alone cannot show it'])].join('; ')}.`;
}
