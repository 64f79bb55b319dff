import {AMOUNT, isMark, type Tokens} from './tokens.ts';
import {endOfSpaced, endsPhrase, isJoined, isLettered, type Near, startOfSpaced, wordsFrom} from './near.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** A noun phrase: its words, the head noun singular and last, and the tokens they are from. */
export interface Phrase {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** A noun phrase ends before one of these. */
export const STOPS = wordSet(`
  a about above across after against all also although an and any are around as at averages averaging based be because
  becomes been before being below between both brings but buys by can captures costs could creates despite does drives
  during each earn earns either enough equals every ever exceed exceeded exceeding exceeds for founded from generate
  generated generates generating get gets give given gives had has have he how i if in include includes including
  instead into is it its just justifies make makes making may me means might minus more must my near no nor not of on
  once only onto or our over pays per plus prevented preventing prevents protect protecting protects rather reaches
  reduces reflecting reflects remains represent represented represents requires saves says shall she should since so
  supported than that the their them then these they this those though through throughout tied to too totaling
  totalling toward towards translates under unless until up upon us versus via vs was we were what when where whereas
  whether which while who whose will with within without would yielding yields you your`);
const MOST_WORDS = 6;
/** Verbs that stand before "by 70%" and are no part of what is counted. */
const CHANGES = phrases(
  'reduc~|increas~|cut~|lower~|rais~|improv~|shrink~|grow~|grew~|boost~|decreas~|trim~|slash~|lift~|expand~|accelerat~',
);
/** Verbs that take a noun behind them; "carry" alone is one itself. */
const HOLDS = wordSet('carry carries');
const PER = wordSet('per each every');
const OF = wordSet('in of');
const WORTH = wordSet('worth');
const WHOSE = wordSet('the their your its my our total');
/** Between what is counted and its number. */
const LINKS = wordSet('of by at is to above below exceeds');
const HEDGES = wordSet('approximately about roughly around at least a an just over');
const AT = wordSet('at');

/** What is counted or paid: the nouns behind the number; where there are none, and it is no duration, those before it. */
export function countedAround(near: Near, isDuration: boolean): Phrase | null {
  const {tokens, end} = near;
  // "a 10-person team" is not ten of a person team
  const tied = !isDuration && tokens.text[tokens.ends[near.at] as number] === '-';
  const from = tied ? null : leadOf(near);
  const found = from === null ? null : phraseBehind(tokens, from, end);
  return found ?? (isDuration ? null : phraseBefore(near));
}

/** Where the nouns begin: behind "of the" and "in"; null behind "per", whose noun is another. */
function leadOf(near: Near): number | null {
  const {tokens, behind, end} = near;
  let from = wordsFrom(near, behind);
  if (from < end && isMark(tokens, from, ']')) from++;
  if (from >= end) return from;
  if (PER.has(tokens, from)) return null;
  if (OF.has(tokens, from)) from++;
  else if (WORTH.has(tokens, from) && OF.has(tokens, from + 1)) from += 2;
  else return from;
  return WHOSE.has(tokens, from) ? from + 1 : from;
}

function phraseBehind(tokens: Tokens, from: number, end: number): Phrase | null {
  const words: string[] = [];
  let at = from;
  while (at < end && words.length < MOST_WORDS && isLettered(tokens, at)) {
    const to = endOfSpaced(tokens, at, end);
    if (to === at + 1 && STOPS.has(tokens, at)) break;
    words.push(spaced(tokens, at, to));
    at = to;
  }
  return phraseOf(words, from, at);
}

function phraseBefore({tokens, at, open}: Near): Phrase | null {
  const link = linkBefore(tokens, at, open);
  if (link === null) return null;
  const words: string[] = [];
  let first = link;
  while (first > open && words.length < MOST_WORDS && !endsPhrase(tokens, first - 1)) {
    const from = startOfSpaced(tokens, first - 1, open);
    // of "24-month bonus" the bonus
    if (
      !isLettered(tokens, from) ||
      (from > 0 && tokens.kinds[from - 1] === AMOUNT && isJoined(tokens, from))
    )
      break;
    const one = spaced(tokens, from, first);
    // the noun before "by 35%" may look like a verb: "infrastructure costs"
    const stops = from === first - 1 && STOPS.has(tokens, from) && !(words.length === 0 && one.endsWith('s'));
    if (stops || CHANGES.at(tokens, from) !== null || (words.length > 0 && HOLDS.has(tokens, from))) break;
    words.unshift(one);
    first = from;
  }
  return phraseOf(words, first, link);
}

/** The word that links a number to what is counted before it: "uptime OF about 99.9%", "revenue AT". */
function linkBefore(tokens: Tokens, at: number, open: number): number | null {
  let before = at - 1;
  if (before >= open && (isMark(tokens, before, '~') || isMark(tokens, before, '≈'))) before--;
  let link: number | null = null;
  while (before >= open && HEDGES.has(tokens, before)) {
    if (AT.has(tokens, before)) link = before;
    before--;
  }
  return before >= open && LINKS.has(tokens, before) ? before : link;
}

function phraseOf(words: string[], from: number, to: number): Phrase | null {
  const head = words.pop();
  if (head === undefined) return null;
  words.push(singular(head));
  return {words: words.join(' '), from, to};
}

function spaced({text, starts, ends}: Tokens, from: number, to: number): string {
  return text.slice(starts[from], ends[to - 1]);
}

const NO_PLURALS = ['ss', 'us', 'is', 'ness', 'ous'];
const WITH_E = ['ches', 'shes', 'sses', 'xes', 'nuses'];

/** One of them: "pod" of "pods", "city" of "cities", "loss" of "losses". */
export function singular(noun: string): string {
  const lower = noun.toLowerCase();
  const ends = (ending: string) => lower.endsWith(ending);
  if (noun.length < 4 || NO_PLURALS.some(ends)) return noun;
  if (ends('ies')) return `${noun.slice(0, -3)}y`;
  if (WITH_E.some(ends)) return noun.slice(0, -2);
  return noun.endsWith('s') ? noun.slice(0, -1) : noun;
}
