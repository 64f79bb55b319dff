import {groupBy} from '../../base/index.ts';
import type {OperationalRecord} from '../gather.ts';
import type {PnlBook} from '../pnl.ts';
import type {Deployment} from '../types.ts';

/** The deployments of one service in one environment. */
export interface DeploymentReport {
  readonly service: string;
  readonly environment: string;
  readonly results: Readonly<Partial<Record<Deployment['result'], number>>>;
  readonly from: number;
  readonly to: number;
}

/** What the PnL of a record speaks of; amounts are not shown here. */
export interface PnlReport {
  readonly pods: number;
  readonly days: number;
  readonly currencies: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** What one system carried, in the unit of its source. */
export interface LoadReport {
  readonly system: string;
  readonly rows: number;
  readonly peak: number;
  /** The largest load over the capacity of its moment; null where no capacity is given. */
  readonly peakShare: number | null;
}

/** By service and environment, in the order in which they first come. */
export function deploymentReports(deployments: readonly Deployment[]): readonly DeploymentReport[] {
  const groups = groupBy(deployments, ({service, environment}) => JSON.stringify([service, environment]));
  return [...groups.values()].map(rows => {
    const [{service, environment}] = rows as [Deployment, ...Deployment[]];
    const results: Partial<Record<Deployment['result'], number>> = {};
    for (const {result} of rows) results[result] = (results[result] ?? 0) + 1;
    const from = rows.reduce((least, {startedAt}) => Math.min(least, startedAt), Infinity);
    const to = rows.reduce((most, {startedAt}) => Math.max(most, startedAt), -Infinity);
    return {service, environment, results, from, to};
  });
}

/** Null where the record has no PnL. */
export function pnlReport({pnl}: OperationalRecord): PnlReport | null {
  const distinct = <T>(of: (book: PnlBook) => T) => [...new Set(pnl.books.map(of))];
  const days = distinct(({date}) => date).toSorted();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const pods = distinct(({pod}) => pod).length;
  return {pods, days: days.length, currencies: distinct(({currency}) => currency), from, to};
}

/** By system, in the order in which they first come. */
export function loadReports({loads}: OperationalRecord): readonly LoadReport[] {
  return [...groupBy(loads, ({system}) => system)].map(([system, rows]) => {
    let peak = -Infinity;
    let peakShare: number | null = null;
    for (const {load, capacity} of rows) {
      peak = Math.max(peak, load);
      if (capacity !== null && capacity > 0) peakShare = Math.max(peakShare ?? 0, load / capacity);
    }
    return {system, rows: rows.length, peak, peakShare};
  });
}
