import {type Place, placeAt, type PlaceAt} from './place-names.ts';
import {amountAt, isMark, MARK, type Tokens} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** Places that stand together and are spoken of together: "London or New York", "New York/San Jose". */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly places: readonly PlaceAt[];
  /** Whether it speaks of the sums before it ("$180K base (New York)") and not of those behind it ("For Leeds, open at …"). */
  readonly trailing: boolean;
}

const JOINS = phrases('or | and | \\ | & | , or | , and | as well as | and also');
const LEADS = phrases(
  `out of (the) | for (the/a/an/our) | for (the) fully/all/any/both | in (the/our) | in both | at (the/our) | based in | to | from (the) | as (a/an) | on (the/a)
  | if/when (you're/you/i'm/i) (are/am) (based/located/hired/working) (in) | if/when the/this/your role/job/position/seat is/sits (based) (in/out) (of) (the) | if/when it is (in) | if/when you/i join/start/work/sit in/from (the)`,
);
/** "For New York roles", "In SF-equivalent terms", "the London office". */
const TAILS = phrases(
  'role/roles | office/offices | scale/scales | payroll | contract/contracts | staff | engineer/engineers | position/positions | hire/hires | candidate/candidates | based | equivalent (terms) | market | team/teams | location/locations | area | hub | employees | (based) role/roles',
);
const DOERS = phrases(
  `open | anchor | start | target | aim | push | negotiate | accept | ask | begin | use | the | expect | request | walk | your | my | i'd | i'm | set | propose | counter | lead | go | seek | floor | pitch | quote | take | put | peg | bring | move | price`,
);

/** Every mention of places in a sentence that speaks of its sums, left to right. */
export function mentionsIn(tokens: Tokens, places: readonly Place[]): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.count; ) {
    const first = placeAt(tokens, at, places);
    if (first === null) {
      at++;
      continue;
    }
    const list = listFrom(tokens, first, places);
    const mention = spokenOf(tokens, list);
    if (mention !== null) found.push(mention);
    at = (list.at(-1) ?? first).to;
  }
  return found;
}

/** A place and those that a slash, a comma with "or", "or" and "and" join to it. */
function listFrom(tokens: Tokens, first: PlaceAt, places: readonly Place[]): PlaceAt[] {
  const list = [first];
  for (;;) {
    const last = list.at(-1) as PlaceAt;
    const join = JOINS.at(tokens, last.to);
    const comma = isMark(tokens, last.to, ',') ? last.to + 1 : 0;
    const next =
      join !== null ? placeAt(tokens, join.to, places) : comma > 0 ? placeAt(tokens, comma, places) : null;
    if (next === null) return list;
    // "New York or San Jose $165K": each sum behind a place is of that one alone
    if (amountAt(tokens, next.to) !== null && !isLeadingList(tokens, list)) return list;
    list.push(next);
  }
}

/** Whether a list opens with "for" or "in", or closes a bracket: then it is spoken of as one. */
function isLeadingList(tokens: Tokens, [first]: readonly PlaceAt[]): boolean {
  return first !== undefined && leadBefore(tokens, first.from) !== null;
}

/** The token at which "for", "in the" and the like begin before a place; null where they do not. */
function leadBefore(tokens: Tokens, at: number): number | null {
  for (let from = Math.max(0, at - 6); from < at; from++) {
    const lead = LEADS.at(tokens, from);
    if (lead !== null && lead.to === at) return from;
  }
  return null;
}

/** "A Leeds candidate opens at": an article that opens a clause before a place. */
function articleBefore(tokens: Tokens, at: number): number | null {
  return ARTICLES.at(tokens, at - 1) !== null && opensClause(tokens, at - 1) ? at - 1 : null;
}

const ARTICLES = phrases('a/an/the');

/** How a list of places is spoken of: null where it only occurs, as in the name of a team. */
function spokenOf(tokens: Tokens, list: readonly PlaceAt[]): Mention | null {
  const [first, last] = [list[0] as PlaceAt, list.at(-1) as PlaceAt];
  const tail = TAILS.at(tokens, last.to);
  const to = tail?.to ?? last.to;
  const lead = leadBefore(tokens, first.from) ?? articleBefore(tokens, first.from);
  const from = lead ?? first.from;
  const before = from - 1;
  const mention = (trailing: boolean): Mention => ({from, to, places: list, trailing});
  const own = list.every(({place}) => place !== null);
  // "(New York)", "(London, Leeds)", and "(Boston, with …)"
  if (
    isMark(tokens, before, '(') &&
    (isMark(tokens, to, ')') || isMark(tokens, to, ',') || isMark(tokens, to, ';'))
  )
    return sumBefore(tokens, before) === null ? null : mention(true);
  const sum = sumBefore(tokens, from);
  const amountBehind = amountAt(tokens, skipSigns(tokens, to)) !== null;
  if (lead !== null) {
    if (
      opensClause(tokens, lead) &&
      (own || isMark(tokens, to, ',') || isMark(tokens, to, ':') || DOERS.at(tokens, to) !== null)
    )
      return mention(false);
    if (sum !== null && !crosses(tokens, sum, lead))
      return own || closesClause(tokens, to) ? mention(true) : null;
    if (!own) return null;
    if (sum !== null && !amountBehind) return mention(true);
    return isSumNear(tokens, to) ? mention(false) : null;
  }
  // "London £100K base", "London: £100K", "Leeds – £90K"; but "$190K Atlanta, $212K New York"
  const touching = sum !== null && sum === from - 1 - nounsBetween(tokens, sum, from);
  const goesOn = CLAUSES.at(tokens, from - 1) !== null && isSumNear(tokens, to);
  if (touching && !goesOn && !(amountBehind && isSeparator(tokens, from - 1))) {
    const closed = closesClause(tokens, to);
    if (own ? closed || !amountBehind : closed) return mention(true);
  }
  if (amountBehind && (own || opensClause(tokens, from) || isSeparator(tokens, before)))
    return mention(false);
  // "Anchor Zurich at CHF 185K"
  if (own && DOERS.at(tokens, before) !== null && TO.at(tokens, to) !== null && isSumNear(tokens, to))
    return mention(false);
  // "£118K base, London, or …", "₹38L RSUs, Bengaluru office;"
  const comma = isMark(tokens, before, ',') ? sumBefore(tokens, before) : null;
  if (
    own &&
    comma !== null &&
    nounsBetween(tokens, comma, before) >= 0 &&
    closesClause(tokens, to) &&
    !isMark(tokens, to, ':') &&
    // "Zurich at CHF 185K base, London at £125K base"
    !(TO.at(tokens, to) !== null && isSumNear(tokens, to))
  )
    return mention(true);
  // "Leeds: …", "Leeds is fine from £90K"
  return own && opensClause(tokens, from) && isSumNear(tokens, to) ? mention(false) : null;
}

/** "£110K base and Leeds candidates open at £90K": the place is of the clause that begins. */
const CLAUSES = phrases('and | but | while | whereas');

/** The token of the last sum of money before `at` in the same clause, with only its nouns between; null where there is none. */
function sumBefore(tokens: Tokens, at: number): number | null {
  for (let before = at - 1; before >= 0 && before > at - 12; before--) {
    if (isMoney(tokens, before)) return before;
    if ([';', '.', '—', '–'].some(mark => isMark(tokens, before, mark))) return null;
  }
  return null;
}

/** Whether a sum follows within a few words: "Your floor in London is £155K". */
function isSumNear(tokens: Tokens, at: number): boolean {
  for (let next = at; next < Math.min(tokens.count, at + 7); next++) if (isMoney(tokens, next)) return true;
  return false;
}

function isMoney(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  return amount !== null && (amount.currency !== null || amount.percent || amount.low >= 1000);
}

/** How many words stand between a sum and a place, where nothing but words of pay does: "$155K base salary Boston". */
function nounsBetween(tokens: Tokens, sum: number, at: number): number {
  let words = 0;
  for (let between = sum + 1; between < at; between++) {
    if (tokens.kinds[between] === MARK && !isMark(tokens, between, '+') && !isMark(tokens, between, ']'))
      return -1;
    words++;
  }
  return words > 4 ? -1 : words;
}

/** Whether a comma or another sum's end parts a place from the sum before it. */
function crosses(tokens: Tokens, sum: number, at: number): boolean {
  for (let between = sum + 1; between < at; between++)
    if (isMark(tokens, between, ',') || isMark(tokens, between, ';') || isMark(tokens, between, ':'))
      return true;
  return false;
}

function skipSigns(tokens: Tokens, at: number): number {
  let to = at;
  while (
    isMark(tokens, to, ':') ||
    isMark(tokens, to, '~') ||
    isMark(tokens, to, '≈') ||
    isMark(tokens, to, '—') ||
    isMark(tokens, to, '–') ||
    isMark(tokens, to, '(')
  )
    to++;
  return to;
}

function isSeparator(tokens: Tokens, at: number): boolean {
  return (
    at < 0 ||
    [',', '/', ';', ':', '.', '(', '"', '“'].some(mark => isMark(tokens, at, mark)) ||
    JOINS.at(tokens, at) !== null
  );
}

/** Whether a clause begins here: the sentence does, or a mark or "and" stands before. */
function opensClause(tokens: Tokens, at: number): boolean {
  return (
    isSeparator(tokens, at - 1) ||
    isMark(tokens, at - 1, '—') ||
    isMark(tokens, at - 1, '–') ||
    isMark(tokens, at - 1, '*')
  );
}

function closesClause(tokens: Tokens, at: number): boolean {
  return (
    at >= tokens.count ||
    isSeparator(tokens, at) ||
    [')', '—', '–', '"', '”', ']'].some(mark => isMark(tokens, at, mark)) ||
    CLOSERS.at(tokens, at) !== null
  );
}

const TO = phrases('at | to | with | on');
const CLOSERS = phrases('with | by | plus | at | as | when | if | to | while | including | framed | tied');
