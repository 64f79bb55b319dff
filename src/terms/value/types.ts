import type {DurationLaw, EventCount} from '../../stats/index.ts';
import type {Contract} from '../contract/contract.ts';
import type {PnlScope} from '../contract/observable.ts';
import type {NetTable} from '../tax/net-table.ts';

/** An offer as it is to be valued: its terms as contracts, and what their observables are drawn from. */
export interface ValuedOffer {
  readonly id: string;
  /** In the common currency of all offers, months counted from the first day. Names are the caller's, and differ. */
  readonly terms: readonly ValuedTerm[];
  /** What the observable `base` gives in a year; null where unknown. */
  readonly basePay: number | null;
  /** The PnL expected of a year, after the costs that the terms take off it, by scope; null or absent where unknown. */
  readonly pnl: Readonly<Partial<Record<PnlScope, number | null>>>;
  /** `assumed`: as the assumptions say of incidents; null: nobody knows, and what hangs on it counts as nothing. */
  readonly reliability: Reliability | 'assumed' | null;
  /** What one unit of a currency is worth in the common one today; whatever is absent is unknown. */
  readonly fx?: Readonly<Record<string, number>>;
  /** Net pay of a year's wages, in the common currency (`netIn`); null where the place is none that is taxed here. */
  readonly net: NetTable | null;
}

export interface ValuedTerm {
  readonly name: string;
  readonly contract: Contract;
}

/** How the systems fare that terms hang on, as a record lets one expect or a letter states. Minutes are market minutes. */
export interface Reliability {
  /** Null where unknown: then neither uptime nor the longest incident is. */
  readonly incidents: Incidents | null;
  /** Minutes from commit to production: the median of a period, and the deviation of its logarithm between periods. */
  readonly deploymentTime: {readonly median: number; readonly sigma: number} | null;
  /** What the systems cost in a year, and the deviation of its logarithm between periods. */
  readonly cost: {readonly perYear: number; readonly sigma: number} | null;
}

export interface Incidents {
  /** How many come in a year: stated, or counted in so many years, and then drawn anew for each path from what those leave open. */
  readonly rate: {readonly perYear: number} | EventCount;
  /** Of the negative binomial of a quarter; Infinity or left out for the Poisson. */
  readonly size?: number;
  /** Minutes of an incident: a law, or lengths seen, to be drawn again. */
  readonly durations: DurationLaw | readonly number[];
  /** Of how many durations a lognormal law was learned: it is then drawn anew for each path, as those leave it open. Two at least. */
  readonly learnedFrom?: number;
  /** No incident is longer: a session. */
  readonly longest: number;
  readonly minutesPerYear: number;
}

/** What of an offer counts as nothing because nobody knows what it hangs on: `pnl pod`, `uptime`, `base`, `fx EUR`. */
export interface Unvalued {
  readonly term: string;
  readonly needs: readonly string[];
}
