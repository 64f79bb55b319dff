import {groupBy} from '../base/index.ts';
import {
  type Blow,
  dispersionOf,
  type Estimate,
  index,
  OVERDISPERSED,
  stream,
  totalDraws,
} from '../stats/index.ts';
import {DAY_MS} from '../calendar/index.ts';
import {countsByQuarter, type Period} from '../record/index.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import {type Draws, drawsByDailyPnl, estimateOf} from './loss/draws.ts';
import {byDailyPnl, dailyOf, type HurtGroup, type Incident, type Toll} from './loss/group.ts';

/** What the record lost: its outages, group by group of its pods, and the mean share that an outage costs. */
export interface SeenLosses {
  readonly groups: readonly HurtGroup[];
  readonly incidents: readonly Incident[];
  readonly draws: Draws;
  readonly given: number;
}

/** One of the two that are compared. */
interface Side {
  readonly name: string;
  /** Costs are in sessions of all the PnL at risk, lengths in sessions. */
  readonly blows: readonly (Blow & {readonly from: number})[];
  /** How many sessions of the record one of its own stands for. */
  readonly session: number;
  readonly within: Period;
}

/** What was protected, in money and as a share of the PnL at risk. */
interface Shielded {
  readonly protected: Estimate;
  readonly share: Estimate;
}

/**
 * What is protected in the long run, with what chance and doubt leave of it. Chance is in the outages of both sides, and
 * each side has draws of what it loses in the long run. Doubt is in what pods earn and in what an outage costs: one draw of
 * either holds for both sides, since it is the same PnL and the same number. A stated uptime has no chance in it. Of the
 * share, what an outage costs falls out, and of PnL only its mix is in doubt: which pods made it.
 */
export function shieldedBy(counterfactual: Counterfactual, setting: SeenLosses): Shielded {
  const {groups, incidents, draws, given} = setting;
  const days = daysLost(counterfactual);
  const over = (of: (group: HurtGroup, at: number) => number) => byDailyPnl(groups, of);
  const shielded = over(({hurt}, at) => (days[at] as number) - hurt.lost);
  const [daily, known] = [over(({hurt}) => hurt.exposed), over(({hurt}) => hurt.exposed * hurt.known)];
  // What the baseline lost more by draw of PnL, the outages as they were and the whole lost of what stops; and the PnL at risk.
  const lost = drawsByDailyPnl(groups, draws, ({hurt}, at) => (days[at] as number) - hurt.lost);
  const atRisk = drawsByDailyPnl(groups, draws, ({hurt}) => hurt.exposed * hurt.known);
  const n = incidents.length + counterfactual.incidents.length;
  const put = (mid: number, drawn: Float64Array, method: string): Estimate => {
    const {low, high, ...rest} = estimateOf(mid, drawn, method, n);
    return {...rest, low: Math.min(low, mid), high: Math.max(high, mid)};
  };
  const money = () => lost.map((one, draw) => one * (draws.given[draw] as number));
  if (!(daily > 0 && known > 0)) {
    const none = 'nothing is at risk';
    return {protected: put(given * shielded, money(), none), share: put(0, new Float64Array(1), none)};
  }
  const {beyond, chance} = chanceOf(counterfactual, setting, daily);
  for (let draw = 0; draw < draws.count; draw++)
    lost[draw] = (lost[draw] as number) + daily * (beyond[draw] as number);
  const doubt = 'PnL by bootstrap over days, loss given outage by its PERT';
  return {
    protected: put(given * shielded, money(), `${chance}; ${doubt}, ${draws.count} draws`),
    share: put(
      shielded / known,
      lost.map((one, draw) => one / (atRisk[draw] as number)),
      `${chance}; the mix of PnL by bootstrap over days, ${draws.count} draws`,
    ),
  };
}

/** By draw, how many sessions of all the PnL at risk the baseline's long run lies further from the record's than what was seen. */
function chanceOf(
  counterfactual: Counterfactual,
  {groups, incidents, draws}: SeenLosses,
  atRisk: number,
): {readonly beyond: Float64Array; readonly chance: string} {
  const {watched, baseline} = counterfactual;
  const {within} = (groups[0] as HurtGroup).hurt;
  const record: Side = {name: 'the record', blows: blowsOf(incidents, groups, atRisk), session: 1, within};
  const other: Side | null = watched && {
    name: baseline.kind,
    blows: blowsOf(counterfactual.incidents, groups, atRisk),
    ...watched,
  };
  const sides = other === null ? [record] : [record, other];
  const bursts = burstsOf(sides, (groups[0] as HurtGroup).clock.calendar.zone);
  const longest = longestOf(sides);
  const beyond = new Float64Array(draws.count);
  for (const side of sides) {
    const from = stream(draws.seed, `impact: outages of ${side.name}`);
    const seen = side.blows.reduce((sum, {cost}) => sum + cost, 0);
    const totals = totalDraws(side.blows, {
      from,
      draws: draws.count,
      bursts,
      longest: side.blows.length < MANY ? longest * side.session : 0,
      alone: other === null,
      mostLength: Math.max(1, ...side.blows.map(({length}) => length)),
    });
    for (let draw = 0; draw < draws.count; draw++) {
      const more = (totals[index(from, draws.count)] as number) - seen;
      beyond[draw] = (beyond[draw] as number) + (side === record ? -more : more);
    }
  }
  const days = sides.map(({name, blows}) => `${blows.length} days with outages (${name})`).join(' and ');
  return {beyond, chance: `long run of ${days}`};
}

/** Outages as blows. Those that began on one day of UTC are one: failures bring failures, and a cause takes several systems. */
function blowsOf(tolls: readonly Toll[], groups: readonly HurtGroup[], atRisk: number): Side['blows'] {
  const days = groupBy(tolls, ({from}) => Math.floor(from / DAY_MS));
  return [...days.values()].flatMap(of => {
    const costs = sessionsLost(
      of.map(toll => toll.days),
      groups,
      atRisk,
    );
    const cost = costs.reduce((sum, one) => sum + one, 0);
    const length = Math.max(
      ...groups.map((_, at) => of.reduce((sum, {down}) => sum + (down[at] as number), 0)),
    );
    return cost > 0 && length > 0 ? [{from: of[0]?.from ?? Number.NaN, cost, length}] : [];
  });
}

/** Sessions of the whole PnL at risk that each outage took. */
export function sessionsLost(
  outages: readonly Float64Array[],
  groups: readonly HurtGroup[],
  atRisk: number,
): readonly number[] {
  const daily = groups.map(dailyOf);
  return outages.map(
    outage => outage.reduce((sum, lost, at) => sum + lost * (daily[at] as number), 0) / atRisk,
  );
}

/** Days with outages on both sides, below which nothing is known of how long one may be; and of one side, from which it speaks for itself. */
const FEW = 3;
const MANY = 40;

/**
 * What one more outage may take, in sessions of the record: as much as the dearest of either side, and a whole session of
 * everything where both have hardly shown any.
 */
function longestOf(sides: readonly Side[]): number {
  const seen = sides.flatMap(({blows, session}) => blows.map(({cost}) => cost / session));
  return Math.max(seen.length < FEW ? 1 : 0, ...seen);
}

/** Variance over mean of the counts of days with outages by whole quarter, both sides together; 1 where that is chance. */
function burstsOf(sides: readonly Side[], zone: string): number {
  let [squares, freedom] = [0, 0];
  for (const {blows, within} of sides) {
    const counts = countsByQuarter(blows, within, zone);
    const {ratio} = dispersionOf(counts);
    if (!(ratio >= 0)) continue;
    squares += ratio * (counts.length - 1);
    freedom += counts.length - 1;
  }
  const ratio = freedom > 0 ? squares / freedom : 1;
  return ratio > OVERDISPERSED ? ratio : 1;
}
