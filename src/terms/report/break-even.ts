import {type AsNumber, asNumber, type Known, valueOf} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import type {Model} from '../value/assumptions.ts';
import {breakEven, type Lever} from '../value/break-even.ts';
import type {ValuedOffer} from '../value/types.ts';
import {componentName} from '../words/names.ts';
import type {Estimates} from './worth.ts';

/** What a number of an offer would have to be for the offer to be worth as much as another. */
export interface BreakEven {
  readonly offer: string;
  readonly against: string;
  /** The term whose number it is; null of the growth of the share. */
  readonly term: string | null;
  readonly what: 'amount' | 'share' | 'growth';
  readonly from: AsNumber;
  readonly to: AsNumber;
}

/** A number that may move, and how far. */
interface Movable {
  readonly lever: Lever;
  readonly term: string | null;
  readonly what: BreakEven['what'];
  readonly figure: Known;
  readonly range: readonly [number, number];
}

/** How many times its own an amount may become before it is no longer the same offer. */
const TIMES = 3;

/** Of each offer but the best what its base, its participation or its share would have to be. */
export function breakEvensOf(
  valued: readonly ValuedOffer[],
  composed: readonly Composed[],
  [best, ...others]: readonly string[],
  of: {readonly seed: number; readonly model: Model},
  estimates: Estimates,
): readonly BreakEven[] {
  if (best === undefined) return [];
  return others.flatMap(id => {
    const at = valued.findIndex(one => one.id === id);
    const offer = composed[at];
    return (offer === undefined ? [] : movable(offer, id, of.model, estimates)).flatMap(
      ({lever, term, what, figure, range}): BreakEven[] => {
        const to = breakEven(valued, [id, best], {...of, lever, range});
        if (to === null) return [];
        return [
          {
            offer: id,
            against: best,
            term,
            what,
            from: asNumber(figure),
            to: asNumber(estimates.like(figure, to)),
          },
        ];
      },
    );
  });
}

/** Base, a participation and the growth of the share, as far as an offer has them. */
function movable(
  {offer, figures}: Composed,
  id: string,
  model: Model,
  estimates: Estimates,
): readonly Movable[] {
  const stated = (component: string, place: 'amount' | 'share'): readonly Movable[] => {
    const term = offer.terms.find(one => one.component === component && one.places[place] !== null);
    const from = term?.places[place]?.from;
    const at = figures.findIndex(one => one.figure === 'read' && one.span.from === from);
    const figure = figures[at];
    if (term === undefined || figure === undefined) return [];
    const now = valueOf(figure);
    return [
      {
        lever: {offer: id, at},
        term: componentName(component),
        what: place,
        figure,
        range: place === 'share' ? [0, Math.min(1, 10 * now)] : [now / TIMES, now * TIMES],
      },
    ];
  };
  const hasShares = offer.terms.some(
    ({component, amount, more}) => component === 'equity' && (amount !== null || more !== undefined),
  );
  const growth: readonly Movable[] = hasShares
    ? [
        {
          lever: {assumption: 'shareGrowth'},
          term: null,
          what: 'growth',
          figure: estimates.rate(model.shareGrowth),
          range: [-0.5, 1],
        },
      ]
    : [];
  return [...stated('base', 'amount'), ...stated('pnl', 'share'), ...growth];
}
