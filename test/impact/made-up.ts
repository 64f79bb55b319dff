import type {Currency} from '../../src/base/index.ts';
import type {PnlRow} from '../../src/record/pnl.ts';
import {isFinding} from '../../src/figure/index.ts';
import {type Calendar, exchange} from '../../src/calendar/index.ts';
import {type Assumptions, impactReport, NO_PLAN} from '../../src/impact/index.ts';
import {type ImpactReport} from '../../src/impact/report.ts';
import {type MoneyImpact} from '../../src/impact/money.ts';
import {
  type Cost,
  type OperationalRecord,
  PnlColumns,
  recordReport,
  type State,
} from '../../src/record/index.ts';
import {plannedRecord, plannedSource, plannedTable} from '../record/planned.ts';
import {messageOf} from '../findings.ts';

/** A record in few words. Days are those of UTC; an outage is `2025-03-03 15:00 +15` (minutes), or `… degraded`. */
export interface MadeUp {
  readonly covers?: readonly [from: string, to: string];
  readonly calendars?: readonly string[];
  /** By system, the pods that hang on it and by how much. */
  readonly systems: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly outages?: Readonly<Record<string, readonly string[]>>;
  readonly costs?: readonly Cost[];
  /** PnL a day by pod: one figure for every day, or one for each of the first days. */
  readonly pnl: Readonly<Record<string, number | readonly number[]>>;
  readonly currency?: Currency;
  readonly impact?: Partial<Assumptions>;
  readonly seed?: number;
  readonly draws?: number;
}

export function calendar(id: string): Calendar {
  const found = exchange(id);
  if (isFinding(found)) throw new Error(messageOf(found));
  return found;
}

/** `2025-03-03 15:00` of UTC. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

export function priced(made: MadeUp) {
  const [from, to] = made.covers ?? ['2025-01-01', '2026-01-01'];
  const covers = {from: at(`${from} 00:00`), to: at(`${to} 00:00`)};
  const place = {file: 'made-up.csv', line: 1};
  const systems = Object.entries(made.systems);
  const intervals = Object.entries(made.outages ?? {}).flatMap(([system, rows]) =>
    rows.map(row => {
      const [, begin = '', minutes = '', state = 'down'] =
        /^(\S+ \S+) \+([\d.]+)(?: (\w+))?$/.exec(row) ?? [];
      const start = at(begin);
      return {
        system,
        start,
        end: start + Number(minutes) * 60_000,
        state: state as State,
        severity: null,
        source: system,
        evidence: {id: null, place},
        ticket: null,
      };
    }),
  );
  const pnl = Object.entries(made.pnl).flatMap(([pod, amounts]) =>
    (typeof amounts === 'number' ? [amounts] : amounts).map(
      (amount, day): PnlRow => ({
        pod,
        date: new Date(covers.from + day * 86_400_000).toISOString().slice(0, 10),
        at: null,
        amount: {amount, currency: made.currency ?? 'USD'},
        source: 'money',
      }),
    ),
  );
  const plan = plannedRecord(
    systems.map(([system]) =>
      plannedTable(plannedSource(system, {zone: 'UTC', system}), {into: 'intervals'}, {systems: [system]}),
    ),
    {
      zone: 'UTC',
      covers,
      calendars: made.calendars ?? ['XNYS'],
      systems: systems.map(([id, pods]) => ({id, names: [], counts: null, pods})),
    },
  );
  const record: OperationalRecord = {
    intervals,
    deployments: [],
    loads: [],
    pnl: PnlColumns.of(pnl),
    costs: made.costs ?? [],
    sources: [],
    findings: [],
    untold: [],
  };
  const read = recordReport(record, plan, {
    calendars: plan.calendars.map(calendar),
    target: 0.9999,
    within: {from: -Infinity, to: Infinity},
  });
  return impactReport(
    record,
    read,
    plan,
    {...NO_PLAN, ...made.impact},
    {seed: made.seed ?? 1, draws: made.draws ?? 200},
  );
}

/** The report of a record that can be priced, with its money beside the rest. */
export function report(made: MadeUp): ImpactReport & MoneyImpact {
  const {report: found, findings} = priced(made);
  if (found?.money == null) throw new Error(findings.map(messageOf).join('; '));
  return {...found, ...found.money};
}

/** As many pods of one PnL, all of each on one system. */
export function desks(count: number, daily: number): Pick<MadeUp, 'systems' | 'pnl'> {
  const names = Array.from({length: count}, (_, number) => `pod-${number + 1}`);
  return {
    systems: {platform: Object.fromEntries(names.map(name => [name, 1]))},
    pnl: Object.fromEntries(names.map(name => [name, daily])),
  };
}
