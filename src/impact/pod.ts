import {usualSession} from '../calendar/index.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import type {Estimate} from '../stats/index.ts';
import {perMinute} from './identity.ts';
import {slopes} from './loss/curve.ts';
import {type Draws, estimateOf} from './loss/draws.ts';
import type {HurtGroup} from './loss/group.ts';
import {pathUptime} from './loss/hurt.ts';

export interface PodImpact {
  readonly pod: string;
  readonly exchange: string;
  /** Expected PnL a day. */
  readonly daily: Estimate;
  readonly pnlFrom: 'record' | 'stated';
  /** The largest share of it that stops with a system. */
  readonly exposed: number;
  /** The uptime of what it depends on, in the weights of its sessions; null where nothing is known. */
  readonly uptime: number | null;
  /** PnL at risk in an open minute of a usual session, and in its heaviest and lightest minute. */
  readonly perMinute: MinuteRisk;
  /** Lost in the period. */
  readonly lost: Estimate;
  /** The same, were everything unknown down. */
  readonly lostAtMost: number;
  /** Protected in the period, in the order of `baselines`. */
  readonly protected: readonly number[];
}

interface MinuteRisk {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Open minutes of the usual session that the mean is over. */
  readonly minutes: number;
}

/** What each pod earns, has at risk, lost and kept. `draws` are of the pods in the order of the groups. */
export function podImpacts(
  groups: readonly HurtGroup[],
  counterfactuals: readonly Counterfactual[],
  draws: Draws,
  given: number,
): readonly PodImpact[] {
  const days = counterfactuals.map(daysLost);
  const count = groups.reduce((sum, {pods}) => sum + pods.length, 0);
  let at = 0;
  return groups.flatMap(({pods, clock, hurt}, group) =>
    pods.map(({pod, pnl}): PodImpact => {
      const daily = draws.daily(Array.from({length: count}, (_, one) => (one === at ? 1 : 0)));
      at++;
      const n = pnl.days.size;
      return {
        pod,
        exchange: clock.calendar.id,
        daily:
          pnl.from === 'stated'
            ? stated(pnl.mean)
            : estimateOf(pnl.mean, daily, `bootstrap over days, ${draws.count} draws`, n),
        pnlFrom: pnl.from,
        exposed: hurt.exposed,
        uptime: pathUptime(hurt),
        perMinute: minuteRisk(pnl.mean * hurt.exposed, clock),
        lost: estimateOf(
          given * pnl.mean * hurt.lost,
          daily.map((mean, draw) => (draws.given[draw] as number) * mean * hurt.lost),
          `PERT of loss given outage, bootstrap over days, ${draws.count} draws`,
          n,
        ),
        lostAtMost: given * pnl.mean * hurt.lostAtMost,
        protected: days.map(lost => given * pnl.mean * ((lost[group] as number) - hurt.lost)),
      };
    }),
  );
}

function stated(mean: number): Estimate {
  return {low: mean, mid: mean, high: mean, level: 1, method: 'stated: nobody says how sure it is', n: 0};
}

function minuteRisk(atRisk: number, {calendar, curve}: HurtGroup['clock']): MinuteRisk {
  const minutes = usualSession(calendar);
  const mean = perMinute(atRisk, minutes);
  const {least, most} = slopes(curve);
  return {mean, least: mean * least, most: mean * most, minutes};
}
