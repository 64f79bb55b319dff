import {
  convert,
  type Currency,
  type DatedRate,
  groupBy,
  type Money,
  rateOn,
  type Rates,
} from '../../base/index.ts';
import {type Finding, finding, say} from '../../figure/index.ts';
import {type Cost, costsByScope, monthAfter} from '../../record/index.ts';

/** What the scopes of a question cost together, by month: only those in which each of them is known. */
export interface MonthlyCosts {
  readonly months: ReadonlyMap<string, number>;
  /** Months between the first and the last in which one of the scopes is not known, or known in part. */
  readonly unknown: readonly string[];
  /** Scopes that begin or end while the others go on: beyond their ends they count as nothing. */
  readonly passing: readonly string[];
}

/**
 * Adds up the costs of `scopes` month by month, in the currency of `purse`. A bill has no line for what did not exist:
 * before the first row of a scope and after its last it counts as nothing in the months that its source tells of
 * others. A month missing between the two is unknown.
 */
export function monthlyCosts(costs: readonly Cost[], scopes: readonly string[], purse: Purse): MonthlyCosts {
  const told = new Map(
    [...groupBy(costs, ({source}) => source)].map(([source, rows]) => [source, monthsOf(rows)]),
  );
  const own = costs.filter(({scope}) => scopes.includes(scope));
  const all = [...monthsOf(own)].toSorted();
  const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
  const parts = costsByScope(own).map(({scope, months, missing}) => {
    const sources = new Set(own.filter(one => one.scope === scope).map(({source}) => source));
    const amounts = new Map<string, number | null>();
    for (const {month, amounts: paid, daysMissing} of months)
      amounts.set(month, daysMissing > 0 ? null : purse.sum(paid, scope));
    for (const month of missing) amounts.set(month, null);
    const [from, to] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
    const elsewhere = (month: string) => [...sources].some(source => told.get(source)?.has(month));
    return {
      scope,
      from,
      to,
      in: (month: string) => amounts.get(month) ?? (amounts.has(month) || !elsewhere(month) ? null : 0),
    };
  });
  const known = new Map<string, number>();
  const unknown: string[] = [];
  for (let month = first; month !== '' && month <= last; month = monthAfter(month)) {
    const paid = parts.map(part => part.in(month));
    if (paid.includes(null)) unknown.push(month);
    else
      known.set(
        month,
        paid.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      );
  }
  const passing = parts.filter(({from, to}) => from > first || to < last).map(({scope}) => scope);
  return {months: known, unknown, passing};
}

function monthsOf(rows: readonly Cost[]): ReadonlySet<string> {
  return new Set(rows.map(({month}) => month));
}

/** Takes amounts into one currency at one rate for every month, so that a moving rate is taken for no moving cost. */
export interface Purse {
  readonly currency: Currency;
  /** The sum of `amounts`, null where one of them has no rate. */
  sum(amounts: readonly Money[], scope: string): number | null;
  readonly rates: () => readonly DatedRate[];
  readonly findings: () => readonly Finding[];
}

/** A purse of `currency` by the rates of `day`. */
export function purseOf(currency: Currency, rates: Rates, day: string): Purse {
  const used = new Map<Currency, DatedRate>();
  const lacking = new Map<Currency, Set<string>>();
  return {
    currency,
    sum(amounts, scope) {
      let sum = 0;
      for (const money of amounts) {
        const from = money.currency;
        const rate = from === currency ? null : (used.get(from) ?? rateOn(rates, from, currency, day));
        if (rate === undefined) {
          lacking.set(from, (lacking.get(from) ?? new Set()).add(scope));
          return null;
        }
        if (rate !== null) used.set(from, rate);
        sum += rate === null ? money.amount : convert(money, rate).amount;
      }
      return sum;
    },
    rates: () => [...used.values()],
    findings: () =>
      [...lacking].map(([from, scopes]) =>
        finding(
          'no-rate',
          'warning',
          say`no rate from ${from} to ${currency} by ${day}: those months of ${[...scopes].join(', ')} are left out`,
        ),
      ),
  };
}
