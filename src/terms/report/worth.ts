import {type Currency, quantity, type Unit} from '../../base/index.ts';
import {estimated, type Input, type Known, type Style} from '../../figure/index.ts';
import type {Basis} from '../value/payoffs.ts';
import type {OfferValue, Valuation} from '../value/valuation.ts';

/** What an offer is worth today, over what chance may do. */
export interface Worth {
  readonly mean: Known;
  readonly standardError: Known;
  readonly p10: Known;
  readonly p50: Known;
  readonly p90: Known;
  /** The certain sum that is worth as much to somebody who minds risk. */
  readonly certain: Known;
  readonly basis: Basis;
}

const MONEY: Style = {as: 'money'};

/** Makes figures of a valuation: each is what a seeded simulation gave, over the terms and the assumptions. */
export class Estimates {
  private readonly inputs: readonly Input[];
  private readonly seed: number;
  private readonly currency: Currency;

  constructor(seed: number, currency: Currency, inputs: readonly Input[]) {
    this.seed = seed;
    this.currency = currency;
    this.inputs = inputs;
  }

  money(value: number): Known {
    return this.of(value, this.currency, MONEY);
  }

  chance(value: number): Known {
    return this.of(value, '1', {as: 'share', digits: 2});
  }

  rate(value: number): Known {
    return this.of(value, '1/year', {as: 'share', digits: 3});
  }

  /** A number in the unit and the style of another figure. */
  like({quantity: {unit}, style}: Known, value: number): Known {
    const digits = style.as === 'share' ? {...style, digits: 3} : style;
    return this.of(value, unit, digits);
  }

  worth({mean, standardError, p10, p50, p90, certain}: OfferValue, {basis}: Valuation): Worth {
    const money = (value: number) => this.money(value);
    return {
      mean: money(mean),
      standardError: money(standardError),
      p10: money(p10),
      p50: money(p50),
      p90: money(p90),
      certain: money(certain),
      basis,
    };
  }

  private of(value: number, unit: Unit | string, style: Style): Known {
    const how = {procedure: 'valueOffers', seed: this.seed, inputs: this.inputs};
    const evidence = {tier: 'assumed', source: 'data/assumptions.yaml'} as const;
    return estimated(quantity(value, unit), how, evidence, {style});
  }
}
