import {namesParticipation} from './changes.ts';
import {figuresAmong, type SaidFigure} from './figures.ts';
import {MARK, type Tokens, tokensOf} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** A share of a sum that a text names, and what it says that comes to. Each is a place among the figures of the text. */
export interface SaidShare {
  readonly share: number;
  readonly base: number;
  /** Null where the text names the two, and leaves the product to its reader. */
  readonly product: number | null;
}

/** A figure with the token it stands at. */
interface Placed {
  readonly place: number;
  readonly at: number;
  readonly figure: SaidFigure;
}

/** What a share of earnings may be of. A floor, a bonus and a budget are paid, and not earned. */
const EARNED =
  wordSet(`pnl profit profits book books pod pods portfolio portfolios fund funds basket pool desk desks strategy
  strategies gain gains earnings carry`);
const PAID =
  wordSet(`floor minimum bonus premium participation guarantee budget comp compensation payout band draw share
  percentage drawdown loss losses saving savings fee fees impact value credit`);
const EARNS = new Vocabulary([
  [
    true,
    'generat~/make/makes/making/made/earn~/produc~/run/runs/running/return~/deliver~/averag~/worth/represent~',
  ],
  [true, 'book/books/booked/booking|estimate of|brings/brought/bringing in'],
]);
const EQUALS = new Vocabulary([
  [
    true,
    'equal/equals/is/are/make/makes/means/meant/represents/represent/yield/yields/gives/pays/worth/becomes/adds',
  ],
  [true, '=|≈|→|comes/come/works/work (out) to|amounts/amount to|translates into/to|would be|looking at'],
]);
/** Before a share that is no share of earnings: "up BY 4%", "that RETURNS 15%". */
const CHANGES = wordSet('by returns return returned returning grew rose fell of than from');
/** Behind one: "3% above". */
const COMPARES = wordSet('above below over under more less higher lower up down');
const OF = wordSet('of');
const EACH = wordSet('each every per');
const THAT = wordSet('that which');
const SUPPOSES = wordSet('for if at on across assuming suppose say with where when generating');
/** Asked first: without one of these nothing is earned, and most sentences have none. */
const NAMES_EARNINGS =
  /pnl|p&l|profit|book|pod|folio|fund|basket|pool|desk|strateg|gain|earnings|carry|particip/i;
const MOST_PERCENT = 50;
const FAR = 16;
const MOST_FIGURES = 60;

/**
 * The shares of earnings that a text works out, or leaves to work out: "2% of a $40M book is $800K", "for a pod
 * generating $50M, 4% equals $2M", "$800K is 2% of $40M in PnL". None of a sentence that is a list of figures.
 */
export function sharesIn(text: string): SaidShare[] {
  if (!text.includes('%') || !NAMES_EARNINGS.test(text)) return [];
  const tokens = tokensOf(text);
  const figures = placed(tokens);
  const shares = figures.filter(one => isShare(tokens, one));
  if (shares.length === 0 || figures.length > MOST_FIGURES) return [];
  const found: SaidShare[] = [];
  for (const base of figures) {
    if (found.some(({product}) => product === base.place) || !isBase(tokens, base)) continue;
    const share = shareOf(tokens, base, shares);
    if (share === null || !isSpokenOfEarnings(tokens, share, base)) continue;
    const product = productOf(tokens, figures, share, base);
    if (product === null && !isTold(tokens, share, base)) continue;
    found.push({share: share.place, base: base.place, product: product?.place ?? null});
  }
  return found;
}

function placed(tokens: Tokens): Placed[] {
  let at = 0;
  return figuresAmong(tokens).map((figure, place) => {
    while (tokens.starts[at] !== figure.from) at++;
    return {place, at, figure};
  });
}

function isShare(tokens: Tokens, {figure, at}: Placed): boolean {
  if (figure.kind !== 'percent' || figure.high > MOST_PERCENT || COMPARES.has(tokens, at + 1)) return false;
  return namesParticipation(figure.of ?? '') || !CHANGES.has(tokens, at - 1);
}

/** Money that something earns: "$50M in PnL", "a $40M book", "a pod generating $50M". */
function isBase(tokens: Tokens, {figure, at}: Placed): boolean {
  if (figure.kind !== 'money' || figure.each !== null) return false;
  if (figure.per !== null && figure.per !== 'year') return false;
  const from = wordsBefore(tokens, at);
  for (let before = from; before < at; before++) if (EACH.has(tokens, before)) return false;
  if (isEarned(figure.of ?? '')) return true;
  for (let before = from; before < at; before++)
    if ((EARNS.at(tokens, before)?.to ?? Infinity) <= at) return true;
  if (!THAT.has(tokens, at + 1)) return false;
  for (let behind = at + 2; behind < Math.min(tokens.count, at + 7); behind++)
    if (EARNS.at(tokens, behind) !== null) return true;
  return false;
}

/** "PnL pod", "trailing profit"; not "PnL floor". */
function isEarned(words: string): boolean {
  const nouns = tokensOf(words);
  const all = Array.from({length: nouns.count}, (_, at) => at);
  return all.some(at => EARNED.has(nouns, at)) && !all.some(at => PAID.has(nouns, at));
}

/** The first of the four words before a token, of its own clause. */
function wordsBefore(tokens: Tokens, at: number): number {
  let from = at;
  while (from > 0 && at - from < 4 && tokens.kinds[from - 1] !== MARK) from--;
  return from;
}

/** The share of a base: the one it stands behind "of", else the next behind the base, else the last before it. */
function shareOf(tokens: Tokens, base: Placed, shares: readonly Placed[]): Placed | null {
  const before = shares.findLast(({at}) => at < base.at);
  if (before !== undefined && isOfBase(tokens, before, base)) return before;
  const behind = shares.find(({at}) => at > base.at);
  // of two shares with a base between, the one without an "of" to another sum
  if (behind !== undefined && behind.at - base.at <= FAR && !OF.has(tokens, behind.at + 1)) return behind;
  return before !== undefined && base.at - before.at <= 2 * FAR ? before : null;
}

/** "2% of a $40M book", "a 2% share of their $50M". */
function isOfBase(tokens: Tokens, share: Placed, base: Placed): boolean {
  const of = [1, 2, 3].map(behind => share.at + behind).find(at => OF.has(tokens, at));
  return of !== undefined && of < base.at && base.at - of <= FAR / 2 && !crosses(tokens, share.at, base.at);
}

function isSpokenOfEarnings(tokens: Tokens, share: Placed, base: Placed): boolean {
  if (namesParticipation(share.figure.of ?? '')) return true;
  const [from, to] = [Math.min(share.at, base.at) - FAR, Math.max(share.at, base.at) + FAR];
  for (let at = Math.max(0, from); at < Math.min(tokens.count, to); at++)
    if (EARNED.has(tokens, at)) return true;
  return namesParticipation(tokens.text);
}

/** What share and base are said to come to: the sum behind both, or before a share of it, with an equals between. */
function productOf(tokens: Tokens, figures: readonly Placed[], share: Placed, base: Placed): Placed | null {
  const [first, last] = share.at < base.at ? [share, base] : [base, share];
  const behind = figures.find(({at, figure}) => at > last.at && figure.kind !== 'duration');
  if (behind !== undefined && isSum(behind, base) && isEqualled(tokens, last.at, behind.at)) return behind;
  const before = figures[first.place - 1];
  if (first !== share || before === undefined || !isSum(before, base)) return null;
  return isEqualled(tokens, before.at, share.at) && share.at - before.at <= 4 ? before : null;
}

function isSum({figure}: Placed, base: Placed): boolean {
  return figure.kind === 'money' && figure.currency === base.figure.currency && figure.low < base.figure.high;
}

function isEqualled(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > FAR) return false;
  for (let at = from + 1; at < to; at++) {
    const match = EQUALS.at(tokens, at);
    if (match !== null && match.to <= to) return true;
  }
  return false;
}

/** Whether share and base are put together without a product: "2% of a $40M book", "4% for a pod making $50M". */
function isTold(tokens: Tokens, share: Placed, base: Placed): boolean {
  if (isOfBase(tokens, share, base)) return true;
  const [from, to] = share.at < base.at ? [share.at, base.at] : [base.at - FAR / 2, base.at];
  if (share.at > base.at && crosses(tokens, base.at, share.at)) return false;
  for (let at = Math.max(0, from); at < to; at++)
    if (
      SUPPOSES.has(tokens, at) &&
      !crosses(tokens, at, base.at) &&
      (share.at > base.at || !crosses(tokens, share.at, at))
    )
      return true;
  return false;
}

/** Whether a sentence or a clause ends between two tokens. */
function crosses(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (tokens.kinds[at] === MARK && CLAUSE_ENDS.has(tokens.values[at] as number)) return true;
  return false;
}

const CLAUSE_ENDS = new Set([...'.;:!?—'].map(mark => mark.charCodeAt(0)));
