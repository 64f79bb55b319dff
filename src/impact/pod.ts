import {usualSession} from '../calendar/index.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import type {Estimate} from '../stats/index.ts';
import {perMinute} from './identity.ts';
import {slopes} from './loss/curve.ts';
import {type Draws, estimateOf} from './loss/draws.ts';
import type {HurtGroup} from './loss/group.ts';
import {pathUptime} from './loss/hurt.ts';
import type {MinuteRisk, PodImpact} from './types.ts';

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
