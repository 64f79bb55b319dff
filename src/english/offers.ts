import {AMOUNT, isMark, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

const OFFERS = phrases(
  "competing/rival offer/offers|offer/offers from|has offered|offered|i hold/holding|i'm/am holding|i am hold/holding",
);

/** Asked first, for most sentences speak of none. */
const NAMES_OFFER = /offer|hold/i;

/** Where a text first speaks of an offer that somebody holds; null where of none. */
export function offerIn(text: string): number | null {
  if (!NAMES_OFFER.test(text)) return null;
  const tokens = tokensOf(text);
  const first = OFFERS.first(tokens);
  return first === null ? null : (tokens.starts[first.from] ?? null);
}

const VALUE = wordSet('value');

/** Whether the words before a sum say that it is what something is worth: "(Value: $15K". */
export function saysValue(before: string): boolean {
  const tokens = tokensOf(before.slice(-24));
  const last = tokens.count - 1;
  return VALUE.has(tokens, isMark(tokens, last, ':') ? last - 1 : last);
}

const FLOORS = phrases('accept/accepting/floor|accept at|walk away|walk if');
const TO_ACCEPT = phrases('to accept');
const BREAKS = new Set([...'.!?]$'].map(mark => mark.charCodeAt(0)));
const NEAR = 40;

/** How a strategy speaks of a floor: "I need $240K+ in all to accept" is one by other words; null where not at all. */
export function floorSaid(text: string): 'needed' | 'named' | null {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== AMOUNT || tokens.amounts[tokens.values[at] as number]?.currency == null)
      continue;
    const end = (tokens.ends[at] as number) + NEAR;
    for (let next = at + 1; next < tokens.count && (tokens.starts[next] as number) <= end; next++) {
      if (TO_ACCEPT.at(tokens, next) !== null) return 'needed';
      if (
        tokens.kinds[next] !== 1 &&
        (tokens.kinds[next] === AMOUNT || BREAKS.has(tokens.values[next] as number))
      )
        break;
    }
  }
  return FLOORS.first(tokens) === null ? null : 'named';
}
