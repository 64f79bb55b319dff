import {tokensOf} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/** Words of a trading floor that a guide may use itself. */
export type TradeWord = 'trading' | 'pods';

const TRADE = new Vocabulary<TradeWord>([
  ['trading', 'trade/trades/trading/trader/traders|market hours'],
  ['pods', 'pods'],
]);

/** Which words of a trading floor texts use. */
export function tradeWordsIn(texts: readonly string[]): ReadonlySet<TradeWord> {
  return new Set(texts.flatMap(text => TRADE.all(tokensOf(text)).map(({sense}) => sense)));
}
