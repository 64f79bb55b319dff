import {type Finding, isFinding} from '../figure/index.ts';
import {type Line, run, table, wrap} from '../page/index.ts';
import type {CostChange, CostComparison, CostsReport, MonthlyCost} from '../operations/index.ts';
import type {Estimate} from '../stats/index.ts';
import {apart, caveatLines, caveatsOf, entry, moneyOf, points, ranged} from './impact-figures.ts';
import {count} from './record-figures.ts';

/** What the machines cost a month before a change and after it, in all and scope by scope. */
export function costLines(report: CostsReport | null, width: number): readonly Line[] {
  if (report === null) return [];
  const {day, settled, source, control, together, currency, rates, findings} = report;
  const beside = control.length === 0 ? 'without a control' : `beside ${control.join(', ')}`;
  const until = settled === null ? '' : `, settled on ${settled}`;
  const money = moneyOf(currency);
  return apart([
    [
      ...wrap(
        [
          run(
            `${together.scopes.join(', ')}, a month before and after ${day} (${source ?? 'nobody says what was done'})${until}: ${beside}`,
          ),
        ],
        width,
      ),
      ...comparisonLines(together, money, width),
      ...caveatLines(findings, width),
      ...rates.flatMap(({from, to, rate, day: of, source: by}) =>
        wrap(
          [run(`1 ${from} is ${rate.toFixed(4)} ${to} in every month, the rate of ${of} (${by}).`, 'muted')],
          width,
        ),
      ),
    ],
    eachLines(report, money, width),
  ]);
}

/** Scope by scope in a table; beneath it what has not been said of all of them together. */
function eachLines({each, together, control}: CostsReport, money: (of: number) => string, width: number) {
  if (each.length === 0) return [];
  const right = true;
  const columns = [
    {head: 'alone'},
    {head: 'before', right},
    {head: 'after', right},
    {head: control.length === 0 ? 'from its trend' : 'over the control', right},
    {head: 'saved a month', right},
  ];
  const bare = (of: Estimate, show: (one: number) => string) =>
    `${show(of.mid)} (${show(of.low)} to ${show(of.high)})`;
  const rows = each.map(({scopes, before, after, overTrend, overControl, saved}) => {
    const change = overControl ?? overTrend;
    return [
      scopes.join(', '),
      before === null ? 'not known' : money(before.mean),
      after === null ? 'not known' : money(after.mean),
      isFinding(change) ? 'no figure' : bare(change.change, points),
      saved === null ? 'no figure' : bare(saved, money),
    ].map(text => [run(text)]);
  });
  const said = new Set(besides(together).map(({rule}) => rule));
  return [
    ...table(columns, rows, width),
    ...caveatLines(
      each.flatMap(one => besides(one).filter(({rule}) => !said.has(rule))),
      width,
    ),
  ];
}

/** What has to be known beside a comparison, and why figures of it are missing. */
function besides({plain, overTrend, overControl, findings}: CostComparison): readonly Finding[] {
  const answers = [
    {figure: 'change', of: plain},
    {figure: 'from its trend', of: overTrend},
    ...(overControl === null ? [] : [{figure: 'over the control', of: overControl}]),
  ];
  const told = answers.map(({figure, of}) => ({figure, findings: isFinding(of) ? [of] : of.findings}));
  return [...caveatsOf(told), ...findings];
}

function comparisonLines(one: CostComparison, money: (of: number) => string, width: number): readonly Line[] {
  const {before, after, moving, plain, overTrend, overControl, saved} = one;
  const side = (of: MonthlyCost | null) =>
    of === null
      ? 'not known: no month of it is'
      : `${money(of.mean)} on average, ${money(of.median)} in the median (counted, no interval: ${months(of)})`;
  const change = (head: string, of: CostChange | Finding) =>
    entry(head, isFinding(of) ? 'no figure: why is said below' : ranged(of.change, points, 'months'), width);
  const drift = overControl === null || isFinding(overControl) ? null : overControl.driftBefore;
  return [
    ...entry('a month before', side(before), width),
    ...(moving === null
      ? []
      : entry(
          'the move itself',
          `${money(moving.paid)} in ${count(moving.months)} ${moving.months === 1 ? 'month' : 'months'}, ${money(moving.above)} more than as many months before (counted, no interval)`,
          width,
        )),
    ...entry('a month after', side(after), width),
    ...change('change', plain),
    ...change('  from its trend', overTrend),
    ...(overControl === null ? [] : change('  over the control', overControl)),
    ...(drift === null ? [] : entry('  drift before', `${ranged(drift, points, 'months')} a month`, width)),
    ...(saved === null
      ? []
      : entry('saved a month', `${ranged(saved, money, 'months')}, by ${BY[saved.by]}`, width)),
    ...caveatLines(besides(one), width),
  ];
}

const BY: Readonly<Record<NonNullable<CostComparison['saved']>['by'], string>> = {
  plain: 'the plain change',
  trend: 'the jump from its trend',
  control: 'the change over the control',
};

function months({from, to, months: n}: MonthlyCost): string {
  return n === 1 ? `one month, ${from}` : `${count(n)} months, ${from} to ${to}`;
}
