import {stream} from '../base/index.ts';
import type {Setting} from './against.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import {type Estimate, LEVEL} from './estimate.ts';
import {estimateOf} from './loss/draws.ts';
import {dailyOf, type HurtGroup} from './loss/group.ts';
import {differenceOf, scaled} from './stats/difference.ts';
import {downtimeInterval, gammaBounds} from './stats/uptime.ts';

/**
 * Protected, with what chance and doubt leave of it: the outages of both sides by their own intervals of the long run, what
 * pods earn and what an outage costs by draws. The margins are squared and added (MOVER: Zou and Donner 2008). A stated
 * uptime has no margin: it is what was agreed.
 */
export function protectedEstimate(counterfactual: Counterfactual, setting: Setting, mid: number): Estimate {
  const {groups, incidents, draws, given} = setting;
  const {session, baseline, fixed} = counterfactual;
  const atRisk = groups.reduce((sum, group) => sum + dailyOf(group) * group.hurt.exposed, 0);
  if (!(atRisk > 0)) return {...exactly(mid), method: 'nothing is at risk'};
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
  const chance = scaled(
    differenceOf(ofBaseline, lossInterval(own, setting, longest, 'the record')),
    given * atRisk,
  );
  const doubt = estimateOf(mid, shieldedDraws(counterfactual, setting), 'draws', draws.count);
  return {
    low: mid - Math.hypot(chance.mid - chance.low, mid - doubt.low),
    mid,
    high: mid + Math.hypot(chance.high - chance.mid, doubt.high - mid),
    level: LEVEL,
    method: `outages: ${chance.method}; PnL by bootstrap over days, loss given outage by its PERT, ${draws.count} draws`,
    n: incidents.length + counterfactual.incidents.length,
  };
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

/** Protected by draw of PnL and loss given outage, the outages as they were. */
function shieldedDraws(counterfactual: Counterfactual, {groups, draws}: Setting): Float64Array {
  const days = daysLost(counterfactual);
  const found = new Float64Array(draws.count);
  let at = 0;
  for (const [group, {pods, hurt}] of groups.entries()) {
    const shielded = (days[group] as number) - hurt.lost;
    for (const _ of pods) {
      const daily = draws.daily[at++] as Float64Array;
      for (let draw = 0; draw < found.length; draw++)
        found[draw] =
          (found[draw] as number) + (draws.given[draw] as number) * (daily[draw] as number) * shielded;
    }
  }
  return found;
}
