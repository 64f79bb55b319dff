import type {Baseline} from '../operations/index.ts';
import type {Estimate} from '../stats/index.ts';
import {type Counterfactual, daysLost} from './baseline.ts';
import {byDailyPnl, type HurtGroup} from './loss/group.ts';
import type {CreditPlan} from './plan.ts';
import {type SharedCredit, sharedCredit} from './shared.ts';
import {type SeenLosses, shieldedBy} from './shielded.ts';

export interface BaselineImpact {
  readonly baseline: Baseline;
  /** The uptime that pods would have seen, weighed by their PnL at risk. */
  readonly uptime: number | null;
  /** What would have been lost in the period. */
  readonly counterfactual: number;
  /**
   * What would have been lost less what was, in the period. Negative where the record is the worse of the two. Its ends are
   * for the long run of both.
   */
  readonly protected: Estimate;
  /** The same as a share of the PnL at risk: by how much the record's uptime is above the baseline's, both by PnL at risk. */
  readonly share: Estimate;
  /** The middle of `protected`, for the sessions of a whole year. */
  readonly perYear: number;
  /** The user's share of the middle of `protected`, stated or worked out; null where nobody says how it is shared. */
  readonly credited: number | null;
  /** Who brought it about, where contributors are named; null where none are. */
  readonly shared: SharedCredit | null;
  readonly identity: Identity;
}

/** PnL at risk x (uptime - baseline), both uptimes by open minutes: the short way to the same figure. */
interface Identity {
  readonly atRisk: number;
  readonly difference: number;
  readonly product: number;
  /** Whether it comes to what the long way does, within a thousandth. Short sessions and curves of weights part the two. */
  readonly agrees: boolean;
}

/** What every baseline is held against. */
interface Setting extends SeenLosses {
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
