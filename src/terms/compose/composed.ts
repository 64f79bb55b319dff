import type {Currency} from '../../base/index.ts';
import type {Known} from '../../figure/index.ts';
import type {Contract} from '../contract/contract.ts';
import type {PnlScope, Stated} from '../contract/observable.ts';
import type {Offer, Term} from '../types.ts';

/** A term with the contract that it is. */
export interface ComposedTerm {
  readonly term: Term;
  /** What it pays to me; `none` of what is no pay, notice for one. */
  readonly contract: Contract;
}

/** An offer as contracts of one currency. */
export interface Composed {
  readonly offer: Offer;
  readonly currency: Currency;
  /** The day from which months are counted: the first day of work, of today's job today. */
  readonly origin: string;
  readonly terms: readonly ComposedTerm[];
  /** What a `stated` number of the contracts is, by its place. */
  readonly figures: readonly Known[];
  /** What the PnL that a participation is of comes to in a year, as somebody named it. */
  readonly pnl: Readonly<Partial<Record<PnlScope, Known>>>;
}

/** The figures that numbers of a contract are. */
export class FigureList {
  readonly figures: Known[] = [];

  /** A figure as a number of a contract; the same figure is the same number. */
  stated(figure: Known): Stated {
    const {quantity} = figure;
    if (!('value' in quantity)) throw new Error('a range is no number of a contract');
    const known = this.figures.indexOf(figure);
    const at = known === -1 ? this.figures.push(figure) - 1 : known;
    return {is: 'stated', value: quantity.value, at};
  }
}
