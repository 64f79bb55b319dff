import {isoInstant, quantity} from '../base/index.ts';
import {
  assumed,
  type Figure,
  measured,
  type ReportPath,
  type Style,
  sourced,
  workedAs,
} from '../figure/index.ts';
import {dayIn} from '../intake/index.ts';
import type {RecordReport, ReportQuestion} from './report/report.ts';
import type {SystemReport} from './report/system.ts';
import type {Period} from './types.ts';

/** A report as it is shown: instants as ISO 8601 in UTC, and every number but counts a figure of the record. */
export type RecordFigures = ReturnType<typeof recordFigures>;

/** What keys hold minutes, and what keys shares of time; a step is in seconds. */
const MINUTES: ReadonlySet<unknown> = new Set(
  'open up unknown degraded down agreed probesOnly ticketsOnly median minutes'.split(' '),
);
const SHARES: ReadonlySet<unknown> = new Set(['share', 'atLeast', 'atMost', 'wholly']);

/** Counts, which need no source but the report. */
const COUNTS = ['outages', 'of', 'later'] as const;

/** The report with the question behind each of its numbers: `{report: 'record', at: '/systems/0/uptimes/2/share', …}`. */
export function recordFigures(report: RecordReport, {calendars, target}: ReportQuestion) {
  const {period, zone, sources, systems, deployments, pnl, loads, costs, clauses, findings, untold} = report;
  const days =
    period === null ? {from: '', to: ''} : {from: dayIn(period.from, zone), to: dayIn(period.to - 1, zone)};
  const names = sources.map(({name}) => name);
  const asked = {report: 'record', calendars: calendars.map(({id}) => id), target, ...days};
  const figureAt =
    (...before: ReportPath) =>
    (value: number, path: ReportPath): Figure => {
      const at = [...before, ...path];
      const [unit, style] = kindOf(at.at(-1));
      return measured(
        quantity(value, unit),
        {question: {...asked, at: `/${at.join('/')}`}, period: days, sources: names},
        {tier: 'measured', source: 'the record'},
        {style, subject: SHARES.has(at.at(-1)) ? 'uptime' : undefined},
      );
    };
  return {
    period: period === null ? null : dated(period),
    sources: sources.map(({from, to, reach, ...source}) => ({
      ...source,
      from: from === null ? null : isoInstant(from),
      to: to === null ? null : isoInstant(to),
      reach: reach === null ? null : {...reach, from: isoInstant(reach.from)},
    })),
    systems: systems.map((system, at) => systemFigures(system, figureAt('systems', at))),
    deployments: deployments.map(one => ({...one, from: isoInstant(one.from), to: isoInstant(one.to)})),
    zone,
    pnl,
    loads: loads.map((one, at) => sourced(one, ['rows'], figureAt('loads', at))),
    costs,
    clauses: clauses.map((clause, at) => {
      const told = sourced(clause, ['sessions'], figureAt('clauses', at));
      const why = 'the clause that was asked about';
      const agreed = assumed(quantity(clause.target), why, {style: {as: 'share', digits: 9}});
      const allowed = workedAs(
        quantity(clause.allowed, 'minute'),
        'open * (1 - target)',
        [
          {name: 'open', label: 'open minutes of the quarter', figure: told.open},
          {name: 'target', label: 'uptime agreed', figure: agreed},
        ],
        {style: {as: 'duration'}},
      );
      return {...told, target: agreed, allowed};
    }),
    findings,
    untold,
  };
}

function systemFigures(
  {timelines, gaps, disagreement, ...system}: SystemReport,
  figureOf: (value: number, path: ReportPath) => Figure,
) {
  const {incidents, open} = system;
  const within = (value: number, path: ReportPath) => figureOf(value, ['disagreement', ...path]);
  return {
    ...sourced(system, COUNTS, figureOf),
    incidents,
    open,
    gaps: gaps.map(dated),
    disagreement:
      disagreement === null
        ? null
        : {
            ...sourced({...disagreement, examples: null}, COUNTS, within),
            examples: disagreement.examples.map(dated),
          },
    // What was up is the rest of the period.
    notUp: timelines.counted.stretches.filter(({state}) => state !== 'up').map(dated),
  };
}

function kindOf(key: ReportPath[number] | undefined): readonly [unit: string, Style] {
  if (MINUTES.has(key)) return ['minute', {as: 'minutes'}];
  if (SHARES.has(key)) return ['1', {as: 'uptime'}];
  if (key === 'step') return ['second', {as: 'duration'}];
  return key === 'peakShare' ? ['1', {as: 'share', digits: 3}] : ['1', {as: 'factor', digits: 15}];
}

function dated<T extends Period>(period: T) {
  return {...period, from: isoInstant(period.from), to: isoInstant(period.to)};
}
