import type {Currency} from '../../base/index.ts';
import {partIn} from '../../english/index.ts';
import type {Known} from '../../figure/index.ts';
import {type Contract, defer, forfeit, none} from '../contract/contract.ts';
import type {PnlScope} from '../contract/observable.ts';
import {shareOf} from '../pay.ts';
import type {Offer, Term} from '../types.ts';
import {type Composed, FigureList} from './composed.ts';
import {baseOf, type Frame} from './frame.ts';
import {equity, lostOn, options} from './grants.ts';
import {claimed, lump, milestone, participation, periodic, pnlOf} from './promise.ts';
import {tranches} from './vesting.ts';

/** What each component is, as a contract. */
const CONTRACTS: Readonly<Record<Term['component'], (term: Term, frame: Frame) => Contract>> = {
  base: sum,
  bonus: sum,
  onCall: sum,
  retention: sum,
  pnl: participation,
  equity,
  options,
  signOn: sum,
  // What is left behind is bought out in shares where it names units, else in money.
  buyOut: (term, frame) => (term.more?.numbers.units === undefined ? sum : equity)(term, frame),
  relocation: sum,
  milestone,
  carry: claimed,
  pension: claimed,
  benefit: claimed,
  // What is no pay: it counts where leaving is priced.
  deferral: () => none,
  severance: () => none,
  gardenLeave: () => none,
  nonCompete: () => none,
  notice: () => none,
};

function sum(term: Term, frame: Frame): Contract {
  return term.per === 'once' ? lump(term, frame) : periodic(term, frame);
}

/**
 * An offer as contracts, over so many years. A term in another currency than the offer's, and what a week or an hour that nobody
 * counted pays, is `none`: asked back and added nowhere.
 */
export function compose(offer: Offer, today: string, years: number): Composed {
  const currency = currencyOfOffer(offer);
  const list = new FigureList();
  const own = offer.terms.filter(term => term.currency === currency);
  const origin = offer.kind === 'current' ? today : (offer.start ?? today);
  const frame: Frame = {list, origin, years, base: baseOf(own)};
  const deferrals = own.filter(({component}) => component === 'deferral');
  const pnl: Partial<Record<PnlScope, Known>> = {};
  const terms = offer.terms.map(term => {
    const isOwn = own.includes(term);
    const promised = isOwn ? CONTRACTS[term.component](term, frame) : none;
    const named = isOwn ? pnlOf(term) : null;
    if (named?.figure != null) pnl[named.scope] ??= named.figure;
    return {term, contract: deferred(term, promised, deferrals, frame)};
  });
  return {offer, currency, origin, terms, figures: list.figures, pnl};
}

/** The currency that most of an offer's terms are in; the first of them where none is ahead. */
export function currencyOfOffer({terms}: Offer): Currency {
  const counts = new Map<Currency, number>();
  for (const {currency} of terms) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? 'USD';
}

/** A term under the deferrals that are of its component, and under its own. */
function deferred(term: Term, contract: Contract, deferrals: readonly Term[], {list}: Frame): Contract {
  const own =
    term.per !== 'once' && VESTS_ITSELF.has(term.component) && term.more?.vesting != null ? [term] : [];
  return [...own, ...deferrals.filter(one => isOf(one, term))].reduce((of, by) => {
    const share = shareOf(by);
    const vesting = by.more?.vesting ?? null;
    const parts = vesting === null ? [] : tranches(vesting, list);
    if (parts.length === 0 || of === none || (share === null && by !== term)) return of;
    const above = by.more?.numbers.above;
    const later = defer(
      by === term || share === null ? 1 : list.stated(share),
      parts,
      of,
      by.more?.into ?? 'cash',
      above === undefined ? null : list.stated(above),
    );
    return forfeit(lostOn(by), later);
  }, contract);
}

/** Of grants the vesting is a part of what they are; of these it defers what was earned. */
const VESTS_ITSELF: ReadonlySet<Term['component']> = new Set(['bonus', 'pnl', 'retention']);

/** Whether a deferral is of a term: "any annual bonus" of the bonus, and not of a participation. */
function isOf({share}: Term, {component}: Term): boolean {
  return share !== null && partIn(share.of) === component;
}
