import {type Evidence, quantity, showShare} from '../base/index.ts';
import {assumed, isFinding, measured, named, type Prose, say, type Style} from '../figure/index.ts';
import {dayIn} from '../intake/index.ts';
import {type Estimate, LEVEL} from '../stats/index.ts';
import {RECORDED} from './figures/kinds.ts';
import {saidIn} from './measure/counted.ts';
import {type Counterfactual, counterfactualOf, daysLost} from './baseline.ts';
import {curveFor, type LossModel, underCurve} from './loss/model.ts';
import {type Draws, drawsByDailyPnl, estimateOf} from './loss/draws.ts';
import {type Meaning, type Overlap, PLAIN} from './loss/exposure.ts';
import {byDailyPnl, groupsOf, type HurtGroup, hurtGroups, type PodModel} from './loss/group.ts';
import {
  givenEvidence,
  givenMean,
  type Assumptions,
  type LossGivenOutage,
  type PlaceOf,
  WHOLE,
} from './plan.ts';

const PERCENT: Style = {as: 'share', digits: 12};
/** What lies beyond either end of an interval. */
const TAIL = named(showShare((1 - LEVEL) / 2));

/** How far one input moves the headline while the others stay: a row of a tornado. */
export interface SensitivityRow {
  readonly input: string;
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
  /** At which value of the input the headline would change its sign, in words; null where none does. */
  readonly turns: Prose | null;
}

interface SensitivityEnd {
  /** The value of the input, in words. */
  readonly value: Prose;
  readonly headline: number;
}

/** What impact.yaml says, and where; and in which zone days are told. */
interface Grounds {
  readonly plan: Assumptions;
  readonly place: PlaceOf;
  readonly zone: string;
}

/** One way to see the same record. */
interface View {
  readonly pods: readonly PodModel[];
  readonly meaning: Meaning;
  readonly overlap: Overlap;
}

/**
 * The headline (protected against the first baseline; what was lost where there is none) under both ends of every
 * assumption, the one that moves it most first.
 */
export function sensitivityOf(
  model: LossModel,
  grounds: Grounds,
  range: LossGivenOutage,
  groups: readonly HurtGroup[],
  [first]: readonly Counterfactual[],
  draws: Draws,
): readonly SensitivityRow[] {
  const given = givenMean(range);
  const view: View = {pods: model.pods, meaning: PLAIN, overlap: 'largest'};
  const headline = headlineOf(groups, first ?? null, given);
  const under = (change: Partial<View>) => headlineUnder({...view, ...change}, model, first, given);
  const {plan, place} = grounds;
  const weighed = (weights: 'uniform' | 'published') =>
    plan.weights === weights
      ? headline
      : under({pods: underCurve(model.pods, calendar => curveFor(calendar, weights))});
  const rows: SensitivityRow[] = [];
  const two = (input: string, low: [Prose, number | null], high: [Prose, number | null]) => {
    if (low[1] === null || high[1] === null) return;
    rows.push({
      input,
      low: {value: low[0], headline: low[1]},
      high: {value: high[0], headline: high[1]},
      turns: null,
    });
  };

  // Where nobody has said, nothing but the ends of what is possible is known.
  const stated = plan.lossGivenOutage !== null;
  const [low, high] = stated ? [range.low, range.high] : [0, 1];
  const end = (key: 'low' | 'high', share: number) =>
    say`${stated ? saidIn(place, ['lossGivenOutage', key], quantity(share), range.source, PERCENT) : assumed(quantity(share), WHOLE.source, {style: PERCENT, disclosure: 'private'})}`;
  two(
    `loss given outage${stated ? '' : ' (nobody has said)'}`,
    [end('low', low), (headline * low) / given],
    [end('high', high), (headline * high) / given],
  );
  two(
    'weights within a session',
    [say`even`, weighed('uniform')],
    [say`the published shape of the exchange`, weighed('published')],
  );
  two(
    'systems down together',
    [say`the largest share`, headline],
    [say`shares add up`, under({overlap: 'sum'})],
  );
  two(
    'degraded',
    [say`costs nothing`, headline],
    [say`counts as down`, under({meaning: state => (state === 'degraded' ? 'down' : PLAIN(state))})],
  );
  two(
    'unknown time',
    [say`up`, under({meaning: state => (state === 'down' ? 'down' : 'up')})],
    [say`down`, under({meaning: state => (state === 'up' || state === 'degraded' ? 'up' : 'down')})],
  );
  const earned = earnedDraws(groups, first ?? null, given, draws);
  two(
    'expected PnL a day',
    [say`the lowest ${TAIL} of draws`, earned.low],
    [say`the highest ${TAIL}`, earned.high],
  );
  if (first !== undefined) rows.push(...againstRows(groups, first, given, headline, model, grounds));
  const swing = ({low: a, high: b}: SensitivityRow) => Math.abs(b.headline - a.headline);
  return rows.filter(row => swing(row) > 0).toSorted((a, b) => swing(b) - swing(a));
}

/** The headline in money: protected against a baseline, or what was lost. */
function headlineOf(groups: readonly HurtGroup[], against: Counterfactual | null, given: number): number {
  const days = against === null ? null : daysLost(against);
  return (
    given * byDailyPnl(groups, ({hurt}, at) => (days === null ? hurt.lost : (days[at] as number) - hurt.lost))
  );
}

/** The headline by draws of the PnL alone: the days that a pod happened to have. */
function earnedDraws(
  groups: readonly HurtGroup[],
  against: Counterfactual | null,
  given: number,
  draws: Draws,
): Estimate {
  const days = against === null ? null : daysLost(against);
  const found = drawsByDailyPnl(
    groups,
    draws,
    ({hurt}, at) => given * (days === null ? hurt.lost : (days[at] as number) - hurt.lost),
  );
  const pods = groups.reduce((sum, group) => sum + group.pods.length, 0);
  return estimateOf(headlineOf(groups, against, given), found, 'bootstrap over days', pods);
}

function headlineUnder(
  {pods, meaning, overlap}: View,
  {period, covers, timelines}: LossModel,
  first: Counterfactual | undefined,
  given: number,
): number | null {
  const groups = hurtGroups(groupsOf(pods), period, meaning, overlap);
  if (isFinding(groups)) return null;
  if (first === undefined) return headlineOf(groups, null, given);
  const against = counterfactualOf(first.baseline, {groups, timelines, covers, meaning, overlap});
  return 'rule' in against ? null : headlineOf(groups, against, given);
}

/** The baseline between nothing to protect from and twice its downtime, and where the record would be as bad as it. */
function againstRows(
  groups: readonly HurtGroup[],
  first: Counterfactual,
  given: number,
  headline: number,
  {currency, period}: LossModel,
  {plan, zone}: Grounds,
): readonly SensitivityRow[] {
  const lost = headlineOf(groups, null, given);
  const counterfactual = headline + lost;
  const atRisk = given * byDailyPnl(groups, ({hurt}) => hurt.exposed * hurt.known);
  const asked = {
    question: {report: 'impact', at: '/money/sensitivity'},
    period: {from: dayIn(period.from, zone), to: dayIn(period.to - 1, zone)},
    sources: [],
  };
  const told = (value: number, unit: string, evidence: Evidence, style: Style) =>
    measured(quantity(value, unit), asked, evidence, {style, disclosure: 'confidential'});
  const uptime = (of: number) => say`uptime ${told(1 - of / atRisk, '1', RECORDED, PERCENT)}`;
  const turns =
    atRisk > 0 && counterfactual > 0
      ? say`at ${uptime(lost)}, where ${told(lost, currency, givenEvidence(plan), {as: 'short'})} would have been lost either way`
      : null;
  return [
    {
      input: `the baseline (${first.baseline.kind})`,
      low: {value: uptime(counterfactual / 2), headline: counterfactual / 2 - lost},
      high: {value: uptime(counterfactual * 2), headline: counterfactual * 2 - lost},
      turns,
    },
  ];
}
