import {type Contract, none} from '../contract/contract.ts';
import type {Observable, Observed, Predicate} from '../contract/observable.ts';
import type {Unvalued, ValuedOffer, ValuedTerm} from './types.ts';

/** An offer without what hangs on what nobody knows, and that by name. A share of an unknown PnL or base pay is nothing. */
export function knownPart(offer: ValuedOffer): {
  readonly terms: readonly ValuedTerm[];
  readonly unvalued: readonly Unvalued[];
} {
  const unvalued: Unvalued[] = [];
  const terms = offer.terms.map(({name, contract}) => {
    const needs = new Set<string>();
    const known = pruned(contract, offer, needs);
    if (needs.size > 0) unvalued.push({term: name, needs: [...needs]});
    return {name, contract: known};
  });
  return {terms, unvalued};
}

function pruned(contract: Contract, offer: ValuedOffer, needs: Set<string>): Contract {
  const part = (of: Contract) => pruned(of, offer, needs);
  const isKnown = (of: Observable) => knows(of, offer, needs);
  switch (contract.is) {
    case 'none':
      return contract;
    case 'pay':
      return isKnown(contract.amount) ? contract : none;
    case 'all':
      return {...contract, of: contract.of.map(part)};
    case 'scale':
      return isKnown(contract.by) ? {...contract, of: part(contract.of)} : none;
    case 'if':
      return knowsTest(contract.test, offer, needs)
        ? {...contract, yes: part(contract.yes), no: part(contract.no)}
        : none;
    case 'schedule':
    case 'defer':
    case 'forfeit':
    case 'repay':
      return {...contract, of: part(contract.of)};
    case 'choose':
      return contract.by === 'me'
        ? {...contract, of: contract.of.map(part)}
        : {...contract, least: part(contract.least), most: part(contract.most)};
  }
}

/**
 * Whether enough is known to say what an observable comes to; what is missing is added to `needs`. Of an unknown PnL or base pay
 * an amount is nothing, but a test of it says neither yes nor no.
 */
function knows(what: Observable, offer: ValuedOffer, needs: Set<string>, isTested = false): boolean {
  if (typeof what === 'number') return true;
  switch (what.is) {
    case 'stated':
    case 'tenure':
      return true;
    case 'count':
      return knowsTest(what.test, offer, needs);
    case 'sum':
    case 'product':
    case 'min':
    case 'max':
      return what.of.map(one => knows(one, offer, needs, isTested)).every(Boolean);
    case 'pnl':
      if ((offer.pnl[what.scope] ?? null) !== null) return true;
      needs.add(`pnl ${what.scope}`);
      return !isTested;
    case 'base':
      if (offer.basePay !== null) return true;
      needs.add('base');
      return !isTested;
    default: {
      const missing = missingOf(what, offer);
      if (missing !== null) needs.add(missing);
      return missing === null;
    }
  }
}

function missingOf(
  what: Exclude<Observed, {is: 'pnl' | 'base'}>,
  {reliability: of, fx}: ValuedOffer,
): string | null {
  switch (what.is) {
    case 'uptime':
    case 'longestIncident':
      return of === 'assumed' || (of?.incidents ?? null) !== null ? null : what.is;
    case 'deploymentTime':
    case 'cost':
      return of === 'assumed' || (of?.[what.is] ?? null) === null ? what.is : null;
    case 'price':
      return null;
    case 'fx':
      return fx?.[what.from] === undefined ? `fx ${what.from}` : null;
  }
}

function knowsTest(test: Predicate, offer: ValuedOffer, needs: Set<string>): boolean {
  switch (test.is) {
    case 'atLeast':
    case 'atMost':
      return [test.what, test.bound].map(one => knows(one, offer, needs, true)).every(Boolean);
    case 'both':
    case 'either':
      return test.of.map(one => knowsTest(one, offer, needs)).every(Boolean);
    case 'not':
      return knowsTest(test.test, offer, needs);
  }
}
