import {stream} from '../base/index.ts';
import type {Setting} from './against.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import {type Estimate, LEVEL} from './estimate.ts';
import {estimateOf} from './loss/draws.ts';
import {dailyOf, type HurtGroup} from './loss/group.ts';
import {differenceOf, scaled} from './stats/difference.ts';
import {downtimeInterval, gammaBounds} from './stats/uptime.ts';

/** What was protected, in money and as a share of the PnL at risk. */
interface Shielded {
  readonly protected: Estimate;
  readonly share: Estimate;
}

/**
 * Protected, with what chance and doubt leave of it: the outages of both sides by their own intervals of the long run, what
 * pods earn and what an outage costs by draws. The margins are squared and added (MOVER: Zou and Donner 2008). A stated
 * uptime has no margin: it is what was agreed. Of the share, what an outage costs falls out, and of PnL only its mix is in
 * doubt: which pods made it.
 */
export function shieldedBy(counterfactual: Counterfactual, setting: Setting): Shielded {
  const {groups, incidents, draws, given} = setting;
  const days = daysLost(counterfactual);
  const over = (of: (group: HurtGroup, at: number) => number) =>
    groups.reduce((sum, group, at) => sum + dailyOf(group) * of(group, at), 0);
  const shielded = over(({hurt}, at) => (days[at] as number) - hurt.lost);
  const [daily, known] = [over(({hurt}) => hurt.exposed), over(({hurt}) => hurt.exposed * hurt.known)];
  if (!(daily > 0 && known > 0)) {
    const none = (mid: number) => ({...exactly(mid), method: 'nothing is at risk'});
    return {protected: none(given * shielded), share: none(0)};
  }
  const chance = chanceOf(counterfactual, setting, daily);
  const drawn = shieldedDraws(days, setting);
  const put = (mid: number, scale: number, draw: Float64Array, doubted: string): Estimate => {
    const {low, mid: middle, high, method} = scaled(chance, scale);
    const doubt = estimateOf(mid, draw, 'draws', draws.count);
    return {
      low: mid - Math.hypot(middle - low, mid - doubt.low),
      mid,
      high: mid + Math.hypot(high - middle, doubt.high - mid),
      level: LEVEL,
      method: `outages: ${method}; ${doubted}, ${draws.count} draws`,
      n: incidents.length + counterfactual.incidents.length,
    };
  };
  const money = 'PnL by bootstrap over days, loss given outage by its PERT';
  return {
    protected: put(given * shielded, given * daily, drawn.money, money),
    share: put(shielded / known, daily / known, drawn.share, 'the mix of PnL by bootstrap over days'),
  };
}

/** How many sessions of the whole PnL at risk more the baseline's outages took in the long run than the record's. */
function chanceOf(counterfactual: Counterfactual, setting: Setting, atRisk: number): Estimate {
  const {groups, incidents} = setting;
  const {session, baseline, fixed} = counterfactual;
  const own = sessionsLost(
    incidents.map(({days}) => days),
    groups,
    atRisk,
  );
  const others = sessionsLost(counterfactual.incidents, groups, atRisk);
  const longest = longestOf(own, others, session);
  const ofBaseline =
    session === 0
      ? exactly(sessionsLost([fixed], groups, atRisk)[0] ?? 0)
      : lossInterval(others, setting, longest * session, baseline.kind);
  return differenceOf(ofBaseline, lossInterval(own, setting, longest, 'the record'));
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

/**
 * What one more outage may take: as much as the longest of either side, and a whole session where neither has shown any.
 * In sessions of the record; one of the baseline's is `session` of them long.
 */
function longestOf(own: readonly number[], others: readonly number[], session: number): number {
  const longest = Math.max(0, ...own, ...others.map(one => (session > 0 ? one / session : 0)));
  return longest > 0 ? longest : 1;
}

/** Variance over mean of the counts of outages: a Poisson. */
const NO_BURSTS = 1;

/** Outages from which the spread of their cost can be learned. */
const MANY = 20;

/**
 * Sessions lost in the long run of a period like this one. From 20 outages by the bootstrap of a downtime; of fewer by the
 * gamma bounds of Fay and Feuer (1997) with one more outage of the longest. The lognormal end that few incidents of one
 * system have is not taken: what outages cost differs by the pods they hit, by orders of magnitude, and is no one law.
 */
function lossInterval(
  sessions: readonly number[],
  {groups, draws}: Setting,
  longest: number,
  name: string,
): Estimate {
  const known = Math.max(...groups.map(({hurt}) => hurt.known));
  const costly = sessions.filter(one => one > 0);
  const total = costly.reduce((sum, one) => sum + one, 0);
  const n = costly.length;
  if (n < MANY) {
    const [low, high] = gammaBounds(costly, longest, NO_BURSTS, LEVEL);
    return {low, mid: total, high, level: LEVEL, method: `gamma bounds of ${n} outages (${name})`, n};
  }
  return downtimeInterval(
    {blocks: 'incidents', minutes: costly, open: Math.max(known, total), longest},
    {from: stream(draws.seed, `impact: outages of ${name}`), draws: draws.count},
  );
}

function exactly(amount: number): Estimate {
  return {
    low: amount,
    mid: amount,
    high: amount,
    level: LEVEL,
    method: 'an agreed uptime has no chance in it',
    n: 0,
  };
}

/** Protected by draw of PnL and loss given outage, the outages as they were: in money, and as a share of the PnL at risk. */
function shieldedDraws(
  days: Float64Array,
  {groups, draws}: Setting,
): {readonly money: Float64Array; readonly share: Float64Array} {
  const [money, share] = [new Float64Array(draws.count), new Float64Array(draws.count)];
  const atRisk = new Float64Array(draws.count);
  let at = 0;
  for (const [group, {pods, hurt}] of groups.entries()) {
    const shielded = (days[group] as number) - hurt.lost;
    const known = hurt.exposed * hurt.known;
    for (const _ of pods) {
      const daily = draws.daily[at++] as Float64Array;
      for (let draw = 0; draw < money.length; draw++) {
        share[draw] = (share[draw] as number) + (daily[draw] as number) * shielded;
        atRisk[draw] = (atRisk[draw] as number) + (daily[draw] as number) * known;
      }
    }
  }
  for (let draw = 0; draw < money.length; draw++) {
    money[draw] = (draws.given[draw] as number) * (share[draw] as number);
    share[draw] = (share[draw] as number) / (atRisk[draw] as number);
  }
  return {money, share};
}
