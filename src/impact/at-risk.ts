import type {Estimate} from '../stats/index.ts';
import {perMinute} from './identity.ts';
import {type Draws, drawsByDailyPnl, estimateOf} from './loss/draws.ts';
import {byDailyPnl, type HurtGroup} from './loss/group.ts';
import {usualSession} from '../calendar/index.ts';

/** What every figure in money is a share of: the PnL that stops while the systems are down, in the report's currency. */
export interface AtRisk {
  /** Pods that hang on the systems, what an average one makes a day, and the share of it that stops, weighed by PnL. */
  readonly pods: number;
  readonly podDaily: number;
  readonly exposure: number;
  /** Whether every pod's PnL is that of its days in the record, and not stated. */
  readonly fromRecord: boolean;
  /** In an open minute of a usual session, while all the exchanges are open; a total of `pods` x `podDaily` x `exposure`. */
  readonly minute: Estimate;
  /** Open minutes of a usual session; over several exchanges, those that turn the sum of a day into that of a minute. */
  readonly minutes: number;
  /** Sessions of the period of which the record knows how they went, and those of a year, weighed alike. */
  readonly sessions: number;
  readonly yearSessions: number;
  /** The mean of loss given outage: which part of what is at risk an outage takes. */
  readonly given: number;
}

/** Sums up what is at risk; the interval is that of expected PnL a day, by draws of it in the order of the groups. */
export function atRiskOf(
  groups: readonly HurtGroup[],
  draws: Draws,
  given: number,
  years: readonly number[],
): AtRisk {
  const aMinute = ({hurt, clock}: HurtGroup) => perMinute(hurt.exposed, usualSession(clock.calendar));
  const minute = drawsByDailyPnl(groups, draws, aMinute);
  const over = (of: (group: HurtGroup, at: number) => number) => byDailyPnl(groups, of);
  const daily = over(() => 1);
  const exposed = over(({hurt}) => hurt.exposed);
  const mid = over(aMinute);
  const pods = groups.flatMap(group => group.pods);
  const days = pods.reduce((most, {pnl}) => Math.max(most, pnl.days.size), 0);
  return {
    pods: pods.length,
    podDaily: daily / pods.length,
    exposure: exposed / daily,
    fromRecord: pods.every(({pnl}) => pnl.from === 'record'),
    minute: estimateOf(mid, minute, `bootstrap over days of PnL, ${draws.count} draws`, days),
    minutes: exposed / mid,
    sessions: over(({hurt}) => hurt.exposed * hurt.known) / exposed,
    yearSessions: over(({hurt}, group) => hurt.exposed * (years[group] as number)) / exposed,
    given,
  };
}
