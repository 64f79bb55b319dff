import type {Currency, Evidence, Money, Span} from '../base/index.ts';
import type {OperationsAssumptions, Sourced} from '../operations/index.ts';

/** What impact.yaml says: the assumptions that turn a record into money. Each comes with the source its owner gives. */
export interface Assumptions extends OperationsAssumptions {
  /** impact.yaml as it was asked for; null where there is none. */
  readonly file: string | null;
  /** The one money of the report; null: the one of the record. */
  readonly currency: Currency | null;
  /** The exchanges in whose sessions single pods trade, where that is not `exchange`. */
  readonly exchanges: Readonly<Record<string, string>>;
  /** Expected daily PnL by pod, where it is stated and not worked out from the record. */
  readonly dailyPnl: Readonly<Record<string, StatedPnl>>;
  /** The share of the PnL at risk that an outage really costs; null: nobody has said, and the whole is taken. */
  readonly lossGivenOutage: LossGivenOutage | null;
  readonly weights: Weights;
  /** How what was protected is shared: by a stated share, or among those who looked after it; null: nobody has said. */
  readonly credit: CreditPlan | null;
  /** Losses by wrong orders, which no minute measures; null: nobody has said. */
  readonly errorTrade: ErrorTradePlan | null;
}

export type StatedPnl = Sourced<{readonly amount: Money}>;

/** Shares from 0 to 1. Trades that are only put off lose less than the whole. */
export type LossGivenOutage = Sourced<{readonly low: number; readonly mode: number; readonly high: number}>;

/** How PnL spreads over a session: alike, by the shape that ships for the exchange, or by equal parts of one's own. */
export type Weights = 'uniform' | 'published' | Sourced<{readonly parts: readonly number[]}>;

/** The user's share of what was protected as somebody states it, or who looked after which systems. */
export type CreditPlan = Sourced<{readonly share: number}> | {readonly contributors: readonly Contributor[]};

/** Somebody who looked after systems, alone or with others. One of them is the user. */
export type Contributor = Sourced<{
  readonly name: string;
  readonly you: boolean;
  readonly systems: readonly string[];
}>;

/** Wrong orders by a machine: their chance in a year, and what they cost when they come. */
export type ErrorTradePlan = Sourced<{
  readonly perYear: number;
  readonly loss: {
    readonly low: number;
    readonly mode: number;
    readonly high: number;
    readonly currency: Currency;
  };
}>;

/** What holds where there is no impact.yaml: nothing is known but the record. */
export const NO_PLAN: Assumptions = {
  file: null,
  currency: null,
  exchange: null,
  exchanges: {},
  dailyPnl: {},
  lossGivenOutage: null,
  weights: 'uniform',
  baselines: [],
  from: null,
  credit: null,
  errorTrade: null,
  clauses: [],
  delivery: null,
  costs: null,
  capacity: null,
};

/** What is taken where nobody has said: all of the PnL at risk is lost. */
export const WHOLE: LossGivenOutage = {
  low: 1,
  mode: 1,
  high: 1,
  source: 'assumed: nobody has said what an outage really costs',
};

/** How firm what an outage is taken to cost is: as whoever states it, or a guess. */
export function givenEvidence({lossGivenOutage: said}: Pick<Assumptions, 'lossGivenOutage'>): Evidence {
  return said === null ? {tier: 'assumed', source: WHOLE.source} : {tier: 'stated', source: said.source};
}

/** The middle of a range of loss given outage: the mean of its PERT. */
export function givenMean({low, mode, high}: Pick<LossGivenOutage, 'low' | 'mode' | 'high'>): number {
  return (low + 4 * mode + high) / 6;
}

/** Where a value of impact.yaml stands: `['lossGivenOutage', 'mode']`. */
export type PlaceOf = (path: readonly (string | number)[]) => Span;
