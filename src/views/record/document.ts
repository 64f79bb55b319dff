import {countOf} from '../../base/index.ts';
import {count, day, isKnown, join, named, type Prose, quote, say} from '../../figure/index.ts';
import {type Block, type Document, type ListItem, type Section, text, toned} from '../../page/index.ts';
import type {RecordFigures} from '../../record/index.ts';
import {systems} from './systems.ts';
import {dayOf, daysOf, daysWithin, type RecordLook} from './words.ts';
import {listOf, paragraph} from '../words.ts';

/** Why there is no period: a single deployment is a record, and fills no time. */
function judged(sources: RecordFigures['sources']): string {
  const held = sources.filter(({from}) => from !== null);
  if (held.length === 0) return 'empty';
  return held.every(({from, to}) => from === to) ? 'a single moment' : 'nothing of it lies in these days';
}

/** What a record holds: its sources, its systems in every calendar, what clauses it can show. */
export function recordDocument(report: RecordFigures, look: RecordLook): Document {
  const {period, sources, loads, pnl, costs, clauses} = report;
  const heading =
    period === null
      ? say`The record: ${judged(sources)}`
      : say`The record, ${daysWithin(period, report.zone)}`;
  const ofLoads = loads.map(({system, rows, peak, peakShare}) => {
    const share = peakShare === null ? null : say`, at most ${peakShare} of capacity`;
    return say`${named(system)}: ${count(rows)} readings, peak ${peak}${share}`;
  });
  const ofPnl =
    pnl === null
      ? []
      : [
          say`${named(countOf(pnl.pods, 'pod'))} on ${named(countOf(pnl.days, 'day'))}, ${day(pnl.from)} to ${day(pnl.to)}, in ${pnl.currencies.join(', ')}`,
        ];
  const sections: readonly (Section | null)[] = [
    section('sources', say`Sources`, listOf(sources.map(source => sourceItem(source, report.zone)))),
    section('systems', say`Systems`, systems(report, look)),
    section('deployments', say`Deployments`, deployments(report, look)),
    section('load', say`Load`, listOf(ofLoads)),
    section('pnl', say`PnL`, listOf(ofPnl)),
    section('costs', say`Costs`, listOf(costs.map(costWords))),
    section(
      'clauses',
      say`What a clause can be judged on`,
      listOf(clauses.map(one => clauseWords(one, sources))),
    ),
  ];
  const [figure] = clauses.map(({open}) => open).filter(isKnown);
  return {
    title: heading,
    kind: [toned('plain', say`A record of operations`), toned('plain', say`for your desk only`)],
    heading,
    lines: doubts(report).map(of => [toned('unknown', of)]),
    answer: null,
    sections: sections.filter(one => one !== null),
    ground: figure === undefined ? [] : [figure.evidence],
    footer: say``,
    dated: period === null ? say`` : daysWithin(period, report.zone),
  };
}

/** What decides a figure and is itself not known. */
function doubts({findings}: RecordFigures): readonly Prose[] {
  const grave = findings.filter(({rule, severity}) => rule === 'open-interval' && severity === 'warning');
  const more = grave.length > DOUBTS ? [say`and ${count(grave.length - DOUBTS)} more without an end`] : [];
  return [...grave.slice(0, DOUBTS).map(({message}) => message), ...more];
}

/** Doubts that stand above the figures. */
const DOUBTS = 3;

/** A section; null where there is nothing to say in it. */
function section(id: string, heading: Prose, blocks: readonly Block[]): Section | null {
  return blocks.length === 0 ? null : {id, heading, blocks};
}

const ROWS = {
  interval: ['interval', 'intervals'],
  deployment: ['deployment', 'deployments'],
  load: ['reading of load', 'readings of load'],
  pnl: ['row of PnL', 'rows of PnL'],
  cost: ['row of costs', 'rows of costs'],
} as const;

/** `pages (pagerduty, 4 files): 50 intervals, 2024-10-03 to 2026-09-20`, and beneath it what was left out. */
function sourceItem(
  {name, kind, files, rows, from, to, leftOut, bad}: RecordFigures['sources'][number],
  zone: string,
): ListItem {
  const read = Object.entries(ROWS).flatMap(([of, [one, many]]) => {
    const n = rows[of as keyof typeof ROWS];
    return n > 0 ? [countOf(n, one, many)] : [];
  });
  const where = files.length === 1 ? (files[0] ?? '') : countOf(files.length, 'file');
  const span = from === null || to === null ? null : say`, ${daysOf({from, to}, zone)}`;
  return {
    text: text`${named(name)} (${kind}, ${named(where)}): ${named(read.join(', ') || 'no rows')}${span}`,
    under: [
      ...leftOut.map(({reason, rows: n, place: {file, line}}) => [
        toned(
          'muted',
          say`${count(n)} left out: ${quote(reason)} (first ${named(line === null ? file : `${file}:${line}`)})`,
        ),
      ]),
      ...(bad > 0 ? [[toned('fail', say`${count(bad)} with errors`)]] : []),
    ],
  };
}

/** `research: 24 months, 2024-10 to 2026-09, in USD`. */
function costWords({scope, months, missing, from, to, currencies}: RecordFigures['costs'][number]): Prose {
  const lacking = missing.length === 0 ? null : say` (${count(missing.length)} missing)`;
  return say`${named(scope)}: ${named(countOf(months, 'month'))}${lacking}, ${day(from)} to ${day(to)}, in ${currencies.join(' and ')}`;
}

/** Services that are listed unless all are asked for. */
const SERVICES = 12;

function deployments({deployments: all, zone}: RecordFigures, {full}: RecordLook): readonly Block[] {
  if (all.length === 0) return [];
  const total = ({results}: RecordFigures['deployments'][number]) =>
    Object.values(results).reduce((sum, n) => sum + n, 0);
  const sorted = all.toSorted((a, b) => total(b) - total(a));
  const listed = full ? sorted : sorted.slice(0, SERVICES);
  const left = sorted.length - listed.length;
  const figures = true;
  return [
    {
      block: 'table',
      caption: say`Deployments by service`,
      columns: [
        {head: say`service`},
        {head: say`environment`},
        {head: say`success`, figures, least: 7},
        {head: say`failure`, figures, least: 7},
        {head: say`other`, figures, least: 5},
        {head: say`from`, least: 10},
        {head: say`to`, least: 10},
      ],
      rows: listed.map(one => {
        const {success = 0, failure = 0} = one.results;
        const cells = [
          say`${named(one.service)}`,
          say`${one.environment}`,
          ...[success, failure, total(one) - success - failure].map(n => say`${count(n)}`),
          dayOf(one.from, zone),
          dayOf(one.to, zone),
        ];
        return {cells: cells.map(of => ({text: [{text: of}]}))};
      }),
    },
    ...(left > 0 ? [paragraph(say`and ${count(left)} more with fewer: see --full`, 'muted')] : []),
  ];
}

function clauseWords(
  {calendar, quarter, sessions, open, target, allowed, probes}: RecordFigures['clauses'][number],
  sources: RecordFigures['sources'],
): Prose {
  const clause = say`${target} of ${named(calendar)} ${day(quarter)} (${count(sessions)} sessions, ${open}) allows ${allowed}`;
  const told = probes.map(
    ({source, step, shows}) =>
      say`${named(source)} looks every ${step} and ${shows ? 'can' : 'cannot'} show it`,
  );
  const isWatched = probes.length > 0 || sources.some(({watches}) => watches);
  const silent = isWatched ? [] : [say`nothing watches, and tickets alone cannot show it`];
  return say`${join([clause, ...told, ...silent], '; ')}.`;
}
