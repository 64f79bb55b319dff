import {EMPTY, type Ink, type Line, margin, render, run, table, wrap} from '../brief/index.ts';
import type {Basis, Clause, RecordReport, SourceReading, SystemReport} from '../record/index.ts';
import type {Look} from './guide-text.ts';

type Say = (text: string, ink?: Ink) => readonly Line[];

/** What a record holds for a terminal: its sources, every system in every calendar, what clauses it can show. */
export function recordText(report: RecordReport, {width, colour}: Look): string {
  const say: Say = (text, ink = 'plain') => wrap([run(text, ink)], width);
  const {period, sources, systems, deployments, pnl, loads, clauses} = report;
  const lines = [
    ...say(
      period === null ? 'The record: empty' : `The record, ${day(period.from)} to ${day(period.to - 1)}`,
      'bold',
    ),
    EMPTY,
    ...say('Sources', 'bold'),
    ...sources.flatMap(source => sourceLines(source, say)),
    ...systems.flatMap(system => [EMPTY, ...systemLines(system, width, say)]),
    ...(deployments.length > 0 ? [EMPTY, ...say('Deployments', 'bold')] : []),
    ...deployments
      .slice(0, MOST)
      .flatMap(({service, environment, results, from, to}) =>
        say(`${service}, ${environment}: ${tally(results)}, ${day(from)} to ${day(to)}`),
      ),
    ...(deployments.length > MOST
      ? say(`and ${count(deployments.length - MOST)} services more: see --json`, 'muted')
      : []),
    ...(loads.length > 0 ? [EMPTY, ...say('Load', 'bold')] : []),
    ...loads.flatMap(({system, rows, peak, peakShare}) =>
      say(
        `${system}: ${count(rows)} readings, peak ${count(peak)}${peakShare === null ? '' : `, at most ${(100 * peakShare).toFixed(1)}% of capacity`}`,
      ),
    ),
    ...(pnl === null
      ? []
      : [
          EMPTY,
          ...say('PnL', 'bold'),
          ...say(
            `${count(pnl.pods)} pods on ${count(pnl.days)} days, ${pnl.from} to ${pnl.to}, in ${pnl.currencies.join(', ')}`,
          ),
        ]),
    ...(clauses.length > 0 ? [EMPTY, ...say('What a clause can be judged on', 'bold')] : []),
    ...clauses.flatMap(clause => say(clauseWords(clause))),
  ];
  return render(lines, colour);
}

/** Lists that may be long are cut here; `--json` has all. */
const MOST = 20;

function sourceLines(
  {name, kind, files, rows, from, to, leftOut, bad}: SourceReading,
  say: Say,
): readonly Line[] {
  const read = Object.entries(rows).flatMap(([of, n]) =>
    n > 0 ? [`${count(n)} ${ROWS[of as keyof typeof ROWS][n === 1 ? 0 : 1]}`] : [],
  );
  const span = from === null || to === null ? '' : `, ${day(from)} to ${day(to)}`;
  const where = files.length === 1 ? (files[0] ?? '') : `${count(files.length)} files`;
  return [
    ...say(`${name} (${kind}, ${where}): ${read.length > 0 ? read.join(', ') : 'no rows'}${span}`),
    ...leftOut.flatMap(({reason, rows: n, place}) =>
      say(
        `    ${count(n)} left out: ${reason} (first ${place.file}${place.line === null ? '' : `:${place.line}`})`,
        'muted',
      ),
    ),
    ...(bad > 0 ? say(`    ${count(bad)} with errors`, 'fail') : []),
  ];
}

const ROWS = {
  interval: ['interval', 'intervals'],
  deployment: ['deployment', 'deployments'],
  load: ['reading of load', 'readings of load'],
  pnl: ['row of PnL', 'rows of PnL'],
} as const;

const BASES: Readonly<Record<Basis, string>> = {
  probes: 'by probes',
  impact: "by the tickets' impact",
  tickets: "by the tickets' own times",
  counted: 'counted',
};

function systemLines(system: SystemReport, width: number, say: Say): readonly Line[] {
  const {uptimes, incidents, open, counts, lags, gaps, disagreement, late} = system;
  const columns = [
    {head: ''},
    {head: 'exchange'},
    ...['uptime', 'down', 'degraded', 'unknown'].map(head => ({head, right: true})),
  ];
  const bases = (Object.keys(BASES) as Basis[]).filter(basis => system.timelines[basis] !== undefined);
  const figures = (basis: Basis) =>
    JSON.stringify(uptimes.filter(one => one.basis === basis).map(one => one.minutes));
  // The one that counts has no rows of its own where it is one of the others.
  const same = bases.find(basis => basis !== 'counted' && figures(basis) === figures('counted'));
  const shown = bases.filter(basis => basis !== 'counted' || same === undefined);
  const named = (basis: Basis) => (basis === same ? `${BASES[basis]} (counted)` : BASES[basis]);
  const rows = shown.flatMap(basis =>
    uptimes
      .filter(one => one.basis === basis)
      .map((one, at) =>
        [
          at === 0 ? named(basis) : '',
          one.calendar,
          share(one.share),
          ...[one.minutes.down, one.minutes.degraded, one.minutes.unknown].map(minutes),
        ].map(text => [run(text, basis === (same ?? 'counted') ? 'bold' : 'plain')]),
      ),
  );
  const told =
    incidents === 0
      ? ''
      : `: ${count(incidents)} ${incidents === 1 ? 'incident' : 'incidents'}${open > 0 ? `, ${open} still open` : ''}`;
  return [
    ...say(`${system.system}${told}`, 'bold'),
    ...table(columns, rows, width),
    ...say(`Counted: ${counts}.`, 'muted'),
    ...(late === null
      ? []
      : say(
          `Tickets open late: ${count(late.later)} of ${count(late.of)} that say when the impact began were opened after it, by ${Math.round(late.median)} min in the median. Ticket times alone overstate uptime.`,
        )),
    ...lags.flatMap(({of, minutes: by, source}) =>
      say(`Assumed: tickets of ${of} begin ${by} min before they were opened (${source}).`, 'unknown'),
    ),
    ...(disagreement === null
      ? []
      : say(
          `Probes and tickets: down by both ${minutes(disagreement.agreed)}, by probes alone ${minutes(disagreement.probesOnly)}, by tickets alone ${minutes(disagreement.ticketsOnly)}${disagreement.lag === null ? '' : `; tickets begin ${Math.round(disagreement.lag.median)} min after the probes in the median of ${count(disagreement.lag.outages)} outages`}.`,
        )),
    ...gaps.flatMap(({from, to}) =>
      wrap([run(`unknown ${instant(from)} to ${instant(to)}`, 'unknown')], width, margin('    ')),
    ),
  ];
}

function clauseWords({calendar, quarter, sessions, open, target, allowed, probes}: Clause): string {
  const clause = `${percent(target)} of ${calendar} ${quarter} (${count(sessions)} sessions, ${count(Math.round(open))} min) allows ${spell(allowed)}`;
  const tells = probes.map(
    ({source, step, shows}) =>
      `${source} looks every ${spell(step / 60)} and ${shows ? 'can' : 'cannot'} show it`,
  );
  return `${[clause, ...tells].join('; ')}.`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(6))}%`;
}

/** Three decimals: 99.997% is a claim that people make. Never rounded up to 100. */
function share(of: number | null): string {
  if (of === null) return 'unknown';
  const rounded = (100 * of).toFixed(3);
  return rounded === '100.000' && of < 1 ? '<100%' : `${rounded}%`;
}

function minutes(of: number): string {
  return `${of > 0 && of < 10 ? of.toFixed(1) : count(Math.round(of))} min`;
}

/** `2 min 27 s`. */
function spell(of: number): string {
  const seconds = Math.floor(of * 60 + 1e-6);
  const whole = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [whole > 0 ? `${count(whole)} min` : '', rest > 0 || whole === 0 ? `${rest} s` : '']
    .filter(one => one !== '')
    .join(' ');
}

function tally(results: Readonly<Partial<Record<string, number>>>): string {
  return Object.entries(results)
    .map(([result, n]) => `${count(n ?? 0)} ${result}`)
    .join(', ');
}

function count(of: number): string {
  return of.toLocaleString('en-US');
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
