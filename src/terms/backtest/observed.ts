import type {Known} from '../../figure/index.ts';
import {valueOf} from '../../figure/index.ts';
import type {Observed} from '../contract/observable.ts';
import type {Period} from '../contract/world.ts';

/** What a record can be asked of a quarter that terms hang on. */
export const OBSERVED = ['uptime', 'longestIncident', 'deploymentTime', 'cost', 'protected'] as const;
export type ObservedName = (typeof OBSERVED)[number];

/** A quarter of the calendar as it was; what is not known of it is absent. */
export interface ObservedQuarter {
  /** `2026-Q1`. */
  readonly quarter: string;
  readonly observed: Readonly<Partial<Record<ObservedName, Known>>>;
}

/** What contracts call what a record tells; null of what no record tells. */
export function observedName(what: Observed): ObservedName | null {
  if (what.is === 'pnl') return what.scope === 'protected' ? 'protected' : null;
  return OBSERVED.find(one => one === what.is) ?? null;
}

/** The quarters that lie in a period, counted in months from the first of them. */
function quartersIn(quarters: readonly ObservedQuarter[], {from, to}: Period): readonly ObservedQuarter[] {
  return quarters.slice(Math.floor(from / 3), Math.ceil(to / 3));
}

/** How quarters make a longer period: of shares and times the mean, of incidents the longest, of sums all. */
export function together(name: ObservedName, values: readonly number[]): number {
  if (name === 'longestIncident') return Math.max(...values);
  const sum = values.reduce((total, one) => total + one, 0);
  return name === 'uptime' || name === 'deploymentTime' ? sum / values.length : sum;
}

/** What something came to in a period; null where a quarter of it is not known. */
export function observedIn(
  quarters: readonly ObservedQuarter[],
  name: ObservedName,
  period: Period,
): {readonly value: number; readonly figures: readonly Known[]} | null {
  const held = quartersIn(quarters, period);
  const figures = held.flatMap(({observed}) => observed[name] ?? []);
  if (held.length === 0 || figures.length < held.length) return null;
  return {value: together(name, figures.map(valueOf)), figures};
}
