import type {TextRange} from './text-range.ts';
import {tokensOf} from './tokens.ts';
import type {Vocabulary} from './vocabulary.ts';
import {phrases} from './vocabulary.ts';

/** What a sentence may say of systems that are up or down, and of the money that hangs on them. */
export type OutageTalk = 'outage' | 'loss' | 'passes' | 'prevents' | 'guards' | 'baseline' | 'availability';

const TALK: Readonly<Record<OutageTalk, Vocabulary<true>>> = {
  outage: phrases(
    'outage/outages/downtime/unavailab~/disruption/disruptions/offline/incident/incidents/failure/failures|down for',
  ),
  loss: phrases('loss/losses/lost/cost/costs/costing/forgone'),
  // what passes through is not what is lost while it does not
  passes: phrases('volume/notional/capital/assets/aum/transaction/transactions/payment/payments/gmv/tpv'),
  prevents: phrases('prevent~/protect~/save/saves/saved/saving/savings/avoid~/avert~/safeguard~/preserv~'),
  // of what is at stake, not of a loss
  guards: phrases('protect~/safeguard~/secure~/prevent~/guard~'),
  baseline: phrases('baseline/versus/vs/against|compared to/with|up from|instead of|rather than'),
  availability: phrases('uptime/availab~/reliab~'),
};

/** Whether words speak of an outage, a loss, what prevents one: `speaksOf('loss', 'annual PnL loss')`. */
export function speaksOf(talk: OutageTalk, words: string): boolean {
  return TALK[talk].in(words) !== null;
}

/** How many characters before a figure and behind it still speak of it. */
const BEFORE = 60;
const BEHIND = 90;

/** Whether words close to a figure speak so: "protect $42.5M", "$42.5M a day, earned by 85 pods, will be protected". */
export function speaksBeside(talk: OutageTalk, sentence: string, {from}: TextRange): boolean {
  const tokens = tokensOf(sentence);
  return TALK[talk].all(tokens).some(match => {
    const [start, end] = [tokens.starts[match.from] as number, tokens.ends[match.to - 1] as number];
    return start >= from - BEFORE && end <= from + BEHIND;
  });
}
