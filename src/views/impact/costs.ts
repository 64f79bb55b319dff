import {
  day,
  type Finding,
  type Insert,
  isFinding,
  named,
  type Prose,
  quote,
  say,
  styled,
} from '../../figure/index.ts';
import type {Figures} from '../../impact/index.ts';
import type {CostChange, CostComparison, MonthlyCost} from '../../operations/index.ts';
import type {Block} from '../../page/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {caveats, caveatsOf, facts, many, namesOf, ranged, tabled, type Told} from './words.ts';
import {paragraph} from '../words.ts';

type Comparison = Figures<CostComparison>;

/** What the machines cost a month before a change and after it, in all and scope by scope. */
export function costs({report: {costs: of}}: Told): readonly Block[] {
  if (of === null) return [];
  const {day: began, settled, source, control, together, each, rates, findings} = of;
  const beside = control.length === 0 ? say`without a control` : say`beside ${namesOf(control)}`;
  const until = settled === null ? null : say`, settled on ${day(settled)}`;
  const said = new Set(besides(together).map(({rule}) => rule));
  return [
    paragraph(
      say`${namesOf(together.scopes)}, a month before and after ${day(began)} (${source === null ? 'nobody says what was done' : quote(source)})${until}: ${beside}`,
    ),
    comparison(together),
    ...caveats([...besides(together), ...findings]),
    ...rates.map(({from, to, rate, day: on, source: by}) =>
      paragraph(
        say`${named('1')} ${from} is ${styled(rate, 'factor', {digits: 4})} ${to} in every month, the rate of ${day(on)} (${quote(by)}).`,
        'muted',
      ),
    ),
    ...(each.length === 0
      ? []
      : [
          tabled(
            say`Scope by scope`,
            [
              say`alone`,
              say`before`,
              say`after`,
              control.length === 0 ? say`from its trend` : say`over the control`,
              say`saved a month`,
            ],
            each.map(one => ({cells: alone(one)})),
          ),
        ]),
    // What has not been said of all of them together.
    ...caveats(each.flatMap(one => besides(one).filter(({rule}) => !said.has(rule)))),
  ];
}

function alone({scopes, before, after, overTrend, overControl, saved}: Comparison): readonly Insert[] {
  const change = overControl ?? overTrend;
  const bare = ({low, mid, high}: Figures<Estimate>) => say`${mid} (${low} to ${high})`;
  return [
    namesOf(scopes),
    before?.mean ?? 'not known',
    after?.mean ?? 'not known',
    isFinding(change) ? 'no figure' : bare(change.change),
    saved === null ? 'no figure' : bare(saved),
  ];
}

/** What has to be known beside a comparison, and why figures of it are missing. */
function besides({plain, overTrend, overControl, findings}: Comparison): readonly Finding[] {
  const answers = [
    {figure: 'change', of: plain},
    {figure: 'from its trend', of: overTrend},
    ...(overControl === null ? [] : [{figure: 'over the control', of: overControl}]),
  ];
  const told = answers.map(({figure, of}) => ({figure, findings: isFinding(of) ? [of] : of.findings}));
  return [...caveatsOf(told), ...findings];
}

function comparison({before, after, moving, plain, overTrend, overControl, saved}: Comparison): Block {
  const drift = overControl === null || isFinding(overControl) ? null : overControl.driftBefore;
  const change = (of: Figures<CostChange | Finding>) =>
    isFinding(of) ? say`no figure: why is said below` : ranged(of.change, 'months');
  return facts(
    [say`a month before`, side(before)],
    moving === null
      ? null
      : [
          say`the move itself`,
          say`${moving.paid} in ${many(moving.months, 'month')}, ${moving.above} more than as many months before (counted, no interval)`,
        ],
    [say`a month after`, side(after)],
    [say`change`, change(plain)],
    [say`from its trend`, change(overTrend)],
    overControl === null ? null : [say`over the control`, change(overControl)],
    drift === null ? null : [say`drift before`, say`${ranged(drift, 'months')} a month`],
    saved === null ? null : [say`saved a month`, say`${ranged(saved, 'months')}, by ${BY[saved.by]}`],
  );
}

function side(of: Figures<MonthlyCost> | null): Prose {
  if (of === null) return say`not known: no month of it is`;
  const {from, to, months, mean, median} = of;
  const which =
    months === 1
      ? say`one month, ${named(from)}`
      : say`${many(months, 'month')}, ${named(from)} to ${named(to)}`;
  return say`${mean} on average, ${median} in the median (counted, no interval: ${which})`;
}

const BY: Readonly<Record<NonNullable<CostComparison['saved']>['by'], string>> = {
  plain: 'the plain change',
  trend: 'the jump from its trend',
  control: 'the change over the control',
};
