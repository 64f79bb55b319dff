import type {Period, Timeline} from '../record/index.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import {type Credit, shapley, type Shares} from './credit.ts';
import {PLAIN} from './loss/exposure.ts';
import {dailyOf, type HurtGroup} from './loss/group.ts';
import type {SessionClock} from './loss/session-clock.ts';
import {type Days, daysTogether, meanStopped, type Stop, stopsOf} from './loss/together.ts';
import type {Contributor} from './plan.ts';

/** What was protected, shared out among those who looked after the systems. Amounts are in the currency of the report. */
export interface SharedCredit extends Pick<Shares, 'total' | 'least'> {
  /** In the order of impact.yaml; what nobody looked after comes last. */
  readonly credits: readonly ContributorCredit[];
}

export interface ContributorCredit extends Credit {
  readonly you: boolean;
  readonly systems: readonly string[];
}

/** Who gets what is due to systems in nobody's care. */
export const NOBODY = 'nobody';

/** The systems of the groups, each with its outages. */
function systemsOf(groups: readonly HurtGroup[]): ReadonlyMap<string, Timeline> {
  return new Map(
    groups.flatMap(({dependencies}) => dependencies.map(({system, timeline}) => [system, timeline])),
  );
}

/** The contributors, and with them nobody, where a system that pods hang on is in nobody's care. */
function withNobody(
  contributors: readonly Contributor[],
  systems: Iterable<string>,
): readonly Pick<Contributor, 'name' | 'you' | 'systems'>[] {
  const cared = new Set(contributors.flatMap(one => one.systems));
  const rest = [...systems].filter(system => !cared.has(system));
  return rest.length === 0 ? contributors : [...contributors, {name: NOBODY, you: false, systems: rest}];
}

/**
 * Shares out what was protected against a baseline. The worth of a coalition is what would have been protected, had only
 * the systems in its care been as they were, and all others as under the baseline:
 *
 *     v(S) = lost under the baseline - lost with the systems of S as recorded and the rest as under the baseline
 *
 * so that nobody at all is worth nothing, and all together what was protected. A system that several look after is as it
 * was only where all of them are in S: the record shows what they did together, and of none of them alone. As pods hang
 * on several systems at once, the parts do not add. Exact over all coalitions.
 */
export function sharedCredit(
  counterfactual: Counterfactual,
  groups: readonly HurtGroup[],
  given: number,
  contributors: readonly Contributor[],
): SharedCredit {
  const systems = systemsOf(groups);
  const carers = withNobody(contributors, systems.keys());
  const underBaseline = daysLost(counterfactual);
  const records = byClock(groups, systems, ({hurt}) => hurt.within);
  const {before} = counterfactual;
  const befores = before === null ? null : byClock(groups, systems, () => before);
  const ways = groups.map(group => ({
    group,
    daily: dailyOf(group),
    shares: new Map(group.dependencies.map(({system, share}) => [system, share])),
  }));
  const worth = (coalition: readonly string[]) => {
    const missing = carers.filter(({name}) => !coalition.includes(name));
    const others = new Set(missing.flatMap(one => one.systems));
    const rest = (system: string) => others.has(system);
    return (
      given *
      ways.reduce((sum, {group: {clock, hurt}, daily, shares}, at) => {
        const lost = underBaseline[at] as number;
        const atRisk = hurt.exposed * hurt.known;
        const own = stopsOf(records.get(clock) as Days, shares, system => !others.has(system));
        const stopped =
          befores === null
            ? agreed(shares, rest, atRisk > 0 ? lost / atRisk : 0)
            : stopsOf(befores.get(clock) as Days, shares, rest);
        return sum + daily * (lost - hurt.known * meanStopped(own, stopped));
      }, 0)
    );
  };
  const {credits, total, least} = shapley(
    carers.map(({name}) => name),
    worth,
  );
  return {
    total,
    least,
    credits: credits.map((one, at) => {
      const {you, systems: own} = carers[at] as Contributor;
      return {...one, you, systems: own};
    }),
  };
}

/**
 * A baseline that gives one uptime for the whole way to a pod gives it for what is left of the way: the largest share among
 * the systems left is down for as long as the baseline says.
 */
function agreed(
  shares: ReadonlyMap<string, number>,
  counts: (system: string) => boolean,
  down: number,
): readonly Stop[] {
  let largest = 0;
  for (const [system, share] of shares) if (counts(system)) largest = Math.max(largest, share);
  return largest > 0 ? [{share: largest, time: down}] : [];
}

function byClock(
  groups: readonly HurtGroup[],
  systems: ReadonlyMap<string, Timeline>,
  within: (group: HurtGroup) => Period,
): ReadonlyMap<SessionClock, Days> {
  const all = [...systems].map(([system, timeline]) => ({system, timeline}));
  const found = new Map<SessionClock, Days>();
  for (const group of groups)
    if (!found.has(group.clock)) found.set(group.clock, daysTogether(all, group.clock, within(group), PLAIN));
  return found;
}
