import type {Currency} from '../../base/index.ts';
import {groupBy} from '../../base/index.ts';
import {finding, say} from '../../figure/index.ts';
import {costsByScope, type ScopeCosts} from '../costs.ts';
import type {Cost, RecordFinding} from '../types.ts';

/** What the costs of one scope speak of; amounts are not shown here. */
export interface CostReport {
  readonly scope: string;
  readonly months: number;
  /** Its first and its last month. */
  readonly from: string;
  readonly to: string;
  /** Months between the two that no row speaks of. */
  readonly missing: readonly string[];
  readonly currencies: readonly Currency[];
}

/** By scope, in the order in which they first come. */
export function costReports(costs: readonly Cost[]): readonly CostReport[] {
  return costsByScope(costs).map(one => ({
    scope: one.scope,
    months: one.months.length,
    from: one.months[0]?.month ?? '',
    to: one.months.at(-1)?.month ?? '',
    missing: one.missing,
    currencies: currenciesOf(one),
  }));
}

function currenciesOf({months}: ScopeCosts): readonly Currency[] {
  return [...new Set(months.flatMap(({amounts}) => amounts.map(({currency}) => currency)))];
}

/** What the rows of costs leave open: months and days that are missing, amounts that come twice, several currencies. */
export function costFindings(costs: readonly Cost[]): readonly RecordFinding[] {
  const scopes = costsByScope(costs);
  return [
    ...scopes.flatMap(({scope, missing}): RecordFinding[] =>
      missing.length === 0
        ? []
        : [
            gap(
              `nothing is known of what ${scope} cost in ${some(missing)}`,
              'add the rows; a month that cost nothing needs a row of 0',
            ),
          ],
    ),
    ...scopes.flatMap(({scope, months}): RecordFinding[] => {
      const cut = months.filter(({daysMissing}) => daysMissing > 0).map(({month}) => month);
      if (cut.length === 0) return [];
      const message = `of what ${scope} cost in ${some(cut)} some days are missing: ${cut.length === 1 ? 'it is' : 'they are'} compared with no other month`;
      return [gap(message, 'add the days; a day that cost nothing needs a row of 0')];
    }),
    ...scopes.flatMap((one): RecordFinding[] => {
      const currencies = currenciesOf(one);
      if (currencies.length < 2) return [];
      const message = say`what ${one.scope} cost is written in ${currencies.join(' and ')}`;
      const hint = 'parley impact puts all into one currency, at one rate for every month';
      return [finding('contradiction', 'note', message, {hint})];
    }),
    ...billedTwice(costs),
  ];
}

function gap(message: string, hint: string): RecordFinding {
  return finding('gap', 'warning', message, {hint});
}

/** Lines that have several amounts for one time, or one for a whole month beside those of its days. */
function billedTwice(costs: readonly Cost[]): readonly RecordFinding[] {
  const lines = groupBy(costs, ({scope, item, amount}) => JSON.stringify([scope, item, amount.currency]));
  const again = [...lines.values()].flatMap(rows => {
    const times = new Set<string>();
    const whole = new Set(rows.flatMap(({date, month}) => (date === null ? [month] : [])));
    return rows.filter(({date, month}) => {
      const time = date ?? month;
      const twice = times.has(time) || (date !== null && whole.has(month));
      times.add(time);
      return twice;
    });
  });
  const [first] = again;
  if (first === undefined) return [];
  const {scope, item, date, month, source} = first;
  const rows = again.length === 1 ? '1 row' : `${again.length} rows`;
  const what = item === null ? scope : `${item} of ${scope}`;
  const message = say`${rows} of costs after another of the same scope and time, the first of ${what} in ${date ?? month}: they are added up`;
  const hint = 'where they are lines of one bill, map a column to item; else take one of the two out';
  return [{...finding('duplicate-id', 'warning', message, {hint}), source}];
}

const NAMED = 5;

function some(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} months more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
