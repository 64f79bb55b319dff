import {type Counterfactual, daysLost} from './baseline.ts';
import type {Draws} from './loss/draws.ts';
import {byDailyPnl, type HurtGroup, type Incident} from './loss/group.ts';
import type {CreditPlan} from './plan.ts';
import {type SharedCredit, sharedCredit} from './shared.ts';
import {shieldedBy} from './shielded.ts';
import type {BaselineImpact} from './types.ts';

/** What every baseline is held against. */
export interface Setting {
  readonly groups: readonly HurtGroup[];
  readonly incidents: readonly Incident[];
  readonly draws: Draws;
  readonly given: number;
  readonly years: readonly number[];
  readonly credit: CreditPlan | null;
}

/** How far the short way may lie from the long one and still be called the same. */
const SAME = 1e-3;

/** One baseline beside the record: what would have been lost, what was, and the difference with its interval. */
export function baselineImpact(counterfactual: Counterfactual, setting: Setting): BaselineImpact {
  const {groups, given, years, credit} = setting;
  const {baseline, minutesLost} = counterfactual;
  const days = daysLost(counterfactual);
  const over = (of: (group: HurtGroup, at: number) => number) => byDailyPnl(groups, of);
  const atRisk = over(({hurt}) => hurt.exposed * hurt.known);
  const shielded = ({hurt}: HurtGroup, at: number) => (days[at] as number) - hurt.lost;
  const product =
    given *
    over(({hurt}, at) => {
      const {known, lost} = hurt.minutes;
      return hurt.known * ((minutesLost[at] as number) - (known > 0 ? lost / known : 0));
    });
  const counter = given * over((_, at) => days[at] as number);
  const shared =
    credit !== null && 'contributors' in credit
      ? sharedCredit(counterfactual, groups, given, credit.contributors)
      : null;
  const inTheLongRun = shieldedBy(counterfactual, setting);
  const {mid} = inTheLongRun.protected;
  return {
    baseline,
    uptime: atRisk > 0 ? 1 - over((_, at) => days[at] as number) / atRisk : null,
    counterfactual: counter,
    ...inTheLongRun,
    perYear:
      given *
      over((group, at) =>
        group.hurt.known > 0 ? (shielded(group, at) * (years[at] as number)) / group.hurt.known : 0,
      ),
    credited: creditedOf(credit, shared, mid),
    shared,
    identity: {
      atRisk: given * atRisk,
      difference: atRisk === 0 ? 0 : product / (given * atRisk),
      product,
      agrees: Math.abs(product - mid) <= SAME * Math.max(Math.abs(mid), Math.abs(counter)),
    },
  };
}

function creditedOf(credit: CreditPlan | null, shared: SharedCredit | null, mid: number): number | null {
  if (credit === null) return null;
  if ('share' in credit) return credit.share * mid;
  return shared?.credits.find(({you}) => you)?.value ?? null;
}
