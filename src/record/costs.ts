import {groupBy, type Money} from '../base/index.ts';
import {lastDayOf, monthAfter} from './month.ts';
import type {Cost} from './types.ts';

/** What one scope cost, month by month. */
export interface ScopeCosts {
  readonly scope: string;
  /** Those that any row speaks of, in their order. */
  readonly months: readonly MonthCost[];
  /** Months between the first and the last that no row speaks of: unknown, and not free of charge. */
  readonly missing: readonly string[];
}

interface MonthCost {
  readonly month: string;
  /** All its rows added up, by currency. */
  readonly amounts: readonly Money[];
  /** Days that no row is of, where days are told and not whole months: such a month is known in part. */
  readonly daysMissing: number;
}

/** The rows of each scope added up by month, the scopes in the order of their first rows. */
export function costsByScope(costs: readonly Cost[]): readonly ScopeCosts[] {
  return [...groupBy(costs, ({scope}) => scope)].map(([scope, rows]) => {
    const byMonth = [...groupBy(rows, ({month}) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const months = byMonth.map(([month, own]) => monthOf(month, own));
    const known = new Set(months.map(({month}) => month));
    const last = months.at(-1)?.month ?? '';
    const missing: string[] = [];
    for (let month = months[0]?.month ?? last; month < last; month = monthAfter(month))
      if (!known.has(month)) missing.push(month);
    return {scope, months, missing};
  });
}

function monthOf(month: string, rows: readonly Cost[]): MonthCost {
  const amounts = [...groupBy(rows, ({amount}) => amount.currency)].map(([currency, own]) => ({
    amount: own.reduce((sum, {amount}) => sum + amount.amount, 0),
    currency,
  }));
  const daily = rows.every(({date}) => date !== null);
  const days = daily ? new Set(rows.map(({date}) => date)).size : 0;
  return {month, amounts, daysMissing: daily ? Number(lastDayOf(month).slice(8)) - days : 0};
}
