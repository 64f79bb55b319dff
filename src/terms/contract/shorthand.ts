import type {Currency} from '../../base/index.ts';
import type {Offer, Term} from '../types.ts';
import {all, type Contract, discretion, EXITS, forfeit, none, pay, scale, schedule} from './contract.ts';
import type {Observable, PnlBase} from './observable.ts';

/** Months of the periods that a term is paid by. */
const MONTHS = {year: 12, quarter: 3, month: 1} as const;

/** What a letter says that names a share of PnL and nothing else. */
const UNNAMED: PnlBase = {scope: 'pod', netting: null, costs: null, carry: null};

/** Terms of a component, an amount and a period, as the contract that they are short for: so many years of it, in one currency. */
export function contractOf(terms: Offer['terms'], currency: Currency, years: number): Contract {
  return all(...terms.map(term => inCurrency(term, currency, promised(term, years))));
}

function inCurrency(term: Term, currency: Currency, contract: Contract): Contract {
  return term.currency === currency ? contract : scale({is: 'fx', from: term.currency}, contract);
}

/** Pay for work ends with the employment; what is paid once is paid on the first day. */
function promised({component, amount, per, guaranteed, share}: Term, years: number): Contract {
  const sum = amount === null ? [] : [amount];
  const part: readonly Observable[] = share === null ? [] : [participation(share.percent)];
  const parts = [...sum, ...part];
  if (per === 'once') return all(...parts.map(one => pay(one)));
  // A yearly salary comes by the month; what else is said of a year is paid at its end.
  const every = component === 'base' ? 1 : MONTHS[per];
  const times = MONTHS[per] / every;
  const paid = all(...parts.map(one => pay(times === 1 ? one : {is: 'product', of: [one, 1 / times]})));
  const isOwed = component === 'base' || guaranteed === true;
  return forfeit(
    EXITS,
    schedule({every, times: (12 * years) / every}, isOwed ? paid : discretion(none, paid)),
  );
}

/** A share of a profit, never of a loss. */
function participation(percent: number): Observable {
  return {is: 'product', of: [percent / 100, {is: 'max', of: [0, {is: 'pnl', ...UNNAMED}]}]};
}
