import {Vocabulary} from './vocabulary.ts';

/** What a sentence may say of systems that are up or down, and of the money that hangs on them. */
export type OutageTalk = 'outage' | 'loss' | 'passes' | 'prevents' | 'baseline' | 'availability';

const TALK: Readonly<Record<OutageTalk, Vocabulary<true>>> = {
  outage: vocabulary(
    'outage/outages/downtime/unavailab~/disruption/disruptions/offline/incident/incidents|down for',
  ),
  loss: vocabulary('loss/losses/lost/cost/costs/costing/forgone'),
  // what passes through is not what is lost while it does not
  passes: vocabulary('volume/notional/capital/assets/aum/transaction/transactions/payment/payments/gmv/tpv'),
  prevents: vocabulary('prevent~/protect~/save/saves/saved/saving/savings/avoid~/safeguard~'),
  baseline: vocabulary('baseline/versus/vs/against|compared to/with|up from|instead of|rather than'),
  availability: vocabulary('uptime/availab~/reliab~'),
};

function vocabulary(phrases: string): Vocabulary<true> {
  return new Vocabulary([[true, phrases]]);
}

/** Whether words speak of an outage, a loss, what prevents one: `speaksOf('loss', 'annual PnL loss')`. */
export function speaksOf(talk: OutageTalk, words: string): boolean {
  return TALK[talk].in(words) !== null;
}
