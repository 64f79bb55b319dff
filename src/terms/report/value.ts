import type {Currency, Quantity, Tier} from '../../base/index.ts';
import {
  type AsNumber,
  asNumber,
  assumed,
  type Depicting,
  type Known,
  tierOf,
  valueOf,
} from '../../figure/index.ts';
import {compose} from '../compose/compose.ts';
import type {FilingStatus, TaxPlace} from '../tax/facts.ts';
import {
  ASSUMPTIONS,
  type AssumptionName,
  type Assumptions,
  cornersOf,
  modelOf,
} from '../value/assumptions.ts';
import type {Unvalued} from '../value/types.ts';
import {breakEvensOf, type BreakEven} from './break-even.ts';
import {cornersOfOffers, isDecided} from '../value/corners.ts';
import {PATHS, type Valuation, valueOffers} from '../value/valuation.ts';
import type {Offer} from '../types.ts';
import {componentName} from '../words/names.ts';
import {type Exchanging, offerReading, type OfferReading, startConflicts} from './offer.ts';
import {assumptionInputs, taxedAt, valuedOffer} from './valued.ts';
import {Estimates, type Worth} from './worth.ts';

/** A guarantee that wants an early start, with what that costs in today's job. */
export interface ConflictReading {
  readonly offer: string;
  readonly party: string;
  readonly term: string;
  readonly startBy: string;
  readonly guaranteed: Known;
  readonly noticeBy: string;
  readonly isNoticeKnown: boolean;
  /** What notice in time costs; null where its day has passed. */
  readonly cost: Known | null;
  readonly later: readonly {
    readonly from: string;
    readonly kept: Known;
    readonly start: string | null;
  }[];
  readonly week: Known | null;
}

/** An offer as it reads and as it is worth. */
export interface ValuedReading extends OfferReading {
  readonly value: Worth;
  /** Of the certain sum over the corners of the assumptions. */
  readonly range: {readonly low: Known; readonly high: Known};
  /** What `certain` loses without a term. */
  readonly byTerm: readonly {readonly term: string; readonly certain: Known}[];
  /** Terms that count as nothing, and what nobody knows of them. */
  readonly unvalued: readonly Unvalued[];
  /** Fifty payoffs of equal chance, least first. */
  readonly dots: Depicting & {readonly payoffs: readonly number[]};
}

/** A dated rate: units of the report's currency for one of another. */
export interface Exchanged {
  readonly from: Currency;
  readonly rate: AsNumber;
  readonly day: string;
}

/** What offers are worth, side by side, in one currency. */
export interface ValueReport {
  readonly version: 1;
  readonly currency: Currency;
  readonly today: string;
  /** How many years are looked at. */
  readonly horizonYears: number;
  readonly seed: number;
  readonly paths: number;
  /** At which rate, of which day, sums of other currencies were put into the report's. */
  readonly exchanges: readonly Exchanged[];
  readonly offers: readonly ValuedReading[];
  /** Ids, best first by the certain sum. */
  readonly order: readonly string[];
  readonly beats: readonly {readonly a: string; readonly b: string; readonly probability: AsNumber}[];
  readonly assumptions: readonly {
    readonly name: AssumptionName;
    readonly value: AsNumber;
    readonly tier: Tier;
    /** The two values at which the order was tried again. */
    readonly corners: readonly AsNumber[];
  }[];
  /** The corners at which the order is another. */
  readonly turns: readonly Turn[];
  /** Whether the best offer may be called better than the next: by every corner, or where assumptions matter less than chance. */
  readonly isDecided: boolean;
  /** What would make another offer worth as much as the best. */
  readonly breakEven: readonly BreakEven[];
  /** Where a guarantee of one offer and today's job pull apart. */
  readonly conflicts: readonly ConflictReading[];
}

/** An assumption at another value, and the order of the offers then. */
export interface Turn {
  readonly assumption: AssumptionName;
  readonly from: AsNumber;
  readonly to: AsNumber;
  readonly order: readonly string[];
}

interface Asked {
  readonly today: string;
  readonly currency: Currency;
  readonly exchange: Exchanging;
  /** The rates at which `exchange` does so. */
  readonly rates: readonly {readonly from: Currency; readonly rate: Known; readonly day: string}[];
  readonly placeOf: (offer: Offer) => TaxPlace | null;
  readonly status: FilingStatus | null;
  readonly assumptions: Assumptions;
  readonly seed: number;
  readonly paths?: number;
}

/** Reads and values offers side by side. Sums of other currencies are put into the report's by `exchange`. */
export function valueReport(offers: readonly Offer[], asked: Asked): ValueReport {
  const {today, currency, exchange, rates, placeOf, status, assumptions, seed, paths = PATHS} = asked;
  const horizon = valueOf(assumptions.horizon);
  const years = Math.max(1, Math.ceil(horizon));
  const furthest = Math.ceil(Math.max(horizon, ...cornersOf('horizon', horizon)));
  const rateOf = (from: Currency) => {
    const found = rates.find(one => one.from === from);
    return found === undefined ? 1 : valueOf(found.rate);
  };
  const taxed = offers.map(offer => taxedAt(compose(offer, today, 1), placeOf(offer), status));
  const readings = offers.map((offer, at) =>
    offerReading(compose(offer, today, years), today, years, exchange, taxed[at] ?? null),
  );
  const composed = offers.map(offer => compose(offer, today, furthest));
  const valued = composed.map((one, at) =>
    valuedOffer(one, currency, rateOf(one.currency), taxed[at] ?? null),
  );
  const valuation = valueOffers(valued, {seed, model: modelOf(assumptions), paths, byTerm: true});
  const model = modelOf(assumptions);
  const corners = cornersOfOffers(valued, {seed, model});
  const estimates = new Estimates(seed, currency, assumptionInputs(assumptions));
  const {order, beats} = valuation;
  const [first, second] = order;
  return {
    version: 1,
    currency,
    today,
    horizonYears: horizon,
    seed,
    paths,
    exchanges: rates.map(({from, rate, day}) => ({from, rate: asNumber(rate), day})),
    offers: readings.map((reading, at): ValuedReading => {
      const of = valuation.offers[at];
      if (of === undefined) throw new Error('an offer without a value');
      const {low, high} = corners.ranges[at] ?? {low: of.certain, high: of.certain};
      const value = estimates.worth(of, valuation);
      const alike = readings.filter(({party}) => party === reading.party).length;
      const shared = alike === readings.length ? reading.id : `${reading.party}: ${reading.id}`;
      return {
        ...reading,
        name: alike === 1 ? reading.party : shared,
        value,
        range: {
          low: estimates.money(Math.min(low, of.certain)),
          high: estimates.money(Math.max(high, of.certain)),
        },
        byTerm: of.terms.map(({name, certain}) => ({term: name, certain: estimates.money(certain)})),
        unvalued: of.unvalued,
        dots: {depicts: value.mean, payoffs: of.dots},
      };
    }),
    order,
    beats: bestFirst(beats, order).map(({a, b, probability}) => ({
      a,
      b,
      probability: asNumber(estimates.chance(probability)),
    })),
    assumptions: ASSUMPTIONS.map(name => ({
      name,
      value: asNumber(assumptions[name]),
      tier: tierOf(assumptions[name]),
      corners: cornersOf(name, valueOf(assumptions[name])).map(to => cornerOf(assumptions[name], to)),
    })),
    turns: corners.turns.map(({assumption, to, order: other}) => ({
      assumption,
      from: asNumber(assumptions[assumption]),
      to: cornerOf(assumptions[assumption], to),
      order: other,
    })),
    isDecided: first === undefined || second === undefined || isDecided(valuation, corners, first, second),
    breakEven: breakEvensOf(valued, composed, order, {seed, model}, estimates),
    conflicts: conflictsIn(offers, asked),
  };
}

/** The pairs with the better one first, in the order of the offers. */
function bestFirst(beats: Valuation['beats'], order: readonly string[]): Valuation['beats'] {
  const placeOf = (id: string) => order.indexOf(id);
  return beats
    .map(one =>
      placeOf(one.a) < placeOf(one.b)
        ? one
        : {...one, a: one.b, b: one.a, probability: 1 - one.probability, lead: -one.lead},
    )
    .toSorted((x, y) => placeOf(x.a) - placeOf(y.a) || placeOf(x.b) - placeOf(y.b));
}

/** An assumption at one of its corners. */
function cornerOf(figure: Known, to: number): AsNumber {
  const {unit} = figure.quantity as Quantity;
  const corner = assumed({value: to, unit}, 'a corner at which the order is tried again', {
    style: figure.style,
  });
  return asNumber({...corner, evidence: {tier: 'assumed', source: 'data/assumptions.yaml'}});
}

function conflictsIn(
  offers: readonly Offer[],
  {today, currency, exchange}: Asked,
): readonly ConflictReading[] {
  return startConflicts(offers, today).map(one => {
    const offer = offers.find(({id}) => id === one.offer);
    const of = offer?.terms.find(term => term === one.term)?.currency ?? currency;
    return {
      offer: one.offer,
      party: offer?.party ?? one.offer,
      term: componentName(one.term.component),
      startBy: one.startBy,
      guaranteed: exchange(one.guaranteed, of),
      noticeBy: one.noticeBy,
      isNoticeKnown: one.isNoticeKnown,
      cost: one.early === null ? null : exchange(one.early.total, one.currency),
      later: one.later.map(({from, kept, start}) => ({from, kept: exchange(kept, one.currency), start})),
      week: one.week === null ? null : exchange(one.week, of),
    };
  });
}
