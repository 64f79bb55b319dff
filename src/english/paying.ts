import {type Act, isMine} from './acts.ts';
import type {Amount} from '../intake/index.ts';
import {isFloorInBracket} from './doing.ts';
import {isBracketed, isPair} from './groups.ts';
import {
  endOfWords,
  isTarget,
  NOTHING,
  payBefore,
  payBehind,
  type PayWords,
  wordsBetween,
  yearsBefore,
  yearsBehind,
} from './pay.ts';
import {type Group, type Reading, type Scope, scopeKey, type Utterance} from './reading.ts';
import {byCurrency, scopingOf} from './scoping.ts';
import {amountAt, isMark} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** What a group pays by its own words, as the key of a position; null where they do not say. */
export function keyOf(reading: Reading, group: Group, limit: number, amount: Amount): string | null {
  const last = group.tokens.at(-1) as number;
  const heading = headingBehind(reading, last, limit);
  if (heading !== null) return heading;
  // "a 14% target"
  if (amount.percent && isTarget(reading.tokens, last)) return 'bonusPercent';
  const {pays, name} = wordsOf(reading, group, limit);
  // "$360K over four years" is a grant
  if (pays === null)
    return !amount.percent && (yearsBehind(reading.tokens, last, amount) ?? 1) > 1 ? 'equity' : null;
  if (pays === 'other') return otherKey(reading, name ?? '');
  if (amount.percent) return pays === 'bonus' ? 'bonusPercent' : pays === 'pnl' ? 'pnlPercent' : null;
  if (pays !== 'equity') return pays;
  const years = yearsBehind(reading.tokens, last, amount) ?? yearsBefore(reading.tokens, last, group.from);
  return years === 1 ? 'equityPerYear' : pays;
}

/** A part of pay that the table has under a heading of its own, where the words behind a sum say it whole: "in equity/profit sharing". */
function headingBehind({tokens, context}: Reading, last: number, limit: number): string | null {
  const columns = context.cells.filter(({component}) => component.startsWith('other:'));
  if (columns.length === 0) return null;
  const behind = wordsBetween(tokens, last + 1, Math.min(limit, last + 9)).toLowerCase();
  return columns.find(({component}) => behind.includes(component.slice(6).toLowerCase()))?.component ?? null;
}

/** The words of pay with a group: behind it, within it, else before it; by the sum it is paired with where there are none. */
function wordsOf(reading: Reading, group: Group, limit: number): PayWords {
  const {tokens, groups, made, inTurn} = reading;
  const [first, last] = [group.tokens[0] as number, group.tokens.at(-1) as number];
  const behind = payBehind(tokens, last, limit);
  if (behind.pays !== null) return behind;
  if (group.tokens.length > 1) {
    const inner = payBehind(tokens, first, group.tokens[1] as number);
    if (inner.pays !== null) return inner;
    // "₹58L (about $69K) base"
    const outer = isMark(tokens, last + 1, ')') ? payBehind(tokens, last + 1, limit) : inner;
    if (outer.pays !== null) return outer;
  }
  const headed = headedWords(reading, group);
  if (headed !== null) return headed;
  if (repeatedKey(reading, group) !== null) return NOTHING;
  const turn = inTurn === null ? null : wordsOfTurn(reading, groups.indexOf(group), inTurn.length);
  if (turn !== null) return turn;
  // "$175K / $120K RSU": the first of a pair is the base
  const next = groups[groups.indexOf(group) + 1]?.tokens[0];
  if (next !== undefined && isPair(tokens, last, next)) {
    const second = payBehind(tokens, next, tokens.count).pays;
    if (second === 'equity' || second === 'bonus' || second === 'signOn')
      return {pays: 'base', name: null, behind: true};
  }
  if (isBracketed(tokens, first) && group.from > 0) {
    if (isPlacedInBracket(reading, first)) return wordsOf(reading, previousOf(reading, group), first);
    // "options (S$435,000 floor)": the noun is that of the sum before; "500 RSUs ($60,000)" is this one's
    return payBefore(tokens, first, endOfWords(tokens, group.from - 1, first));
  }
  const before = payBefore(tokens, first, backTo(tokens, first, group.from));
  // "Push options to 25% above the offer, to $140K": one noun for both
  const shared = before.pays === null && group.from > 0 && made.at(-1)?.pays === null;
  return shared ? payBefore(tokens, first, backTo(tokens, first, 0), 16) : before;
}

/** "Base and equity targets: Leeds £112K and £76K, York £92K and £62K": two nouns before a list are of its sums in turn. */
function headedWords({tokens, groups}: Reading, group: Group): PayWords | null {
  let colon = group.tokens[0] as number;
  while (colon > 0 && !isMark(tokens, colon, ':')) if (isMark(tokens, colon--, ';')) return null;
  const head = HEADS.all(tokens, 0, colon).at(-1);
  if (head === undefined || colon - head.to > 3) return null;
  const listed = groups.filter(one => (one.tokens[0] as number) > colon);
  const pays = head.sense[listed.indexOf(group) % head.sense.length] ?? null;
  return listed.length < 2 ? null : {pays, name: null, behind: true};
}

const HEADS = new Vocabulary<readonly PayWords['pays'][]>([
  [['base', 'equity'], 'base (salary/pay) and/&/+/\\ equity/rsu/rsus/stock/options/shares/grant'],
  [['base', 'bonus'], 'base (salary/pay) and/&/+/\\ bonus'],
  [['base', 'signOn'], 'base (salary/pay) and/&/+/\\ sign/signing'],
  [['base', 'total'], 'base (salary/pay) and/&/+/\\ total/tc'],
]);

/**
 * "$208K base / $175K RSUs for Leeds, $200K / $165K for York": sums of the next place without a noun pay what those of the
 * place before did, in turn. Null where this is no such sum.
 */
function repeatedKey(reading: Reading, group: Group): string | null {
  const {tokens, mentions, made} = reading;
  const [first, last] = [group.tokens[0] as number, group.tokens.at(-1) as number];
  const amount = amountAt(tokens, first);
  if (amount === null || made.length === 0) return null;
  const place = mentions.findLast(({to}) => to <= first)?.to ?? 0;
  if (payBefore(tokens, first, Math.max(group.from, place)).pays !== null) return null;
  if (payBehind(tokens, last, tokens.count).pays !== null) return null;
  const scope = scopeKey(scopingOf(reading, group, amount).scopes);
  const told = made.filter(one => one.pays !== null);
  const other = told.findLast(one => scopeKey(one.scopes) !== scope);
  if (scope === '' || other === undefined) return null;
  const list = told.filter(one => scopeKey(one.scopes) === scopeKey(other.scopes));
  const like = list[told.filter(one => scopeKey(one.scopes) === scope).length];
  return like !== undefined && like.amount.percent === amount.percent ? like.pays : null;
}

/** "$255K / $300K base respectively", "options of $100K / $130K": the noun stands behind the last of a turn, or before its first. */
function wordsOfTurn({tokens, groups}: Reading, at: number, length: number): PayWords | null {
  const first = groups[at - (at % length)];
  const last = groups[at - (at % length) + length - 1];
  if (first === undefined || last === undefined) return null;
  const next = groups[groups.indexOf(last) + 1]?.tokens[0] ?? tokens.count;
  const behind = payBehind(tokens, last.tokens.at(-1) as number, next);
  const words = behind.pays === null ? payBefore(tokens, first.tokens[0] as number, first.from) : behind;
  return words.pays === null ? null : words;
}

function previousOf({groups}: Reading, group: Group): Group {
  return groups[groups.indexOf(group) - 1] ?? group;
}

/** Back to the mark that parts a sum from words that are another's. */
function backTo(tokens: Reading['tokens'], at: number, from: number): number {
  for (let back = at - 1; back > from; back--)
    if (isMark(tokens, back, ';') || isMark(tokens, back, ')')) return back;
  return from;
}

/** A part of pay with a name of its own, under the table's heading for it where it has one. */
function otherKey({context}: Reading, name: string): string | null {
  if (NOT_A_PART.in(name) !== null) return null;
  const words = name.toLowerCase().split(/[\s/-]+/);
  const columns = context.cells.filter(({component}) => component.startsWith('other:'));
  const heading = columns.find(({component}) =>
    wordsIn(component.slice(6)).some(word => word.length > 3 && words.includes(word)),
  );
  if (heading !== undefined) return heading.component;
  if (words.at(-1) !== 'allocation') return `other:${name}`;
  const column = columns[0]?.component.slice(6).split(/[\s/]/)[0];
  return column === undefined ? null : `other:${column} allocation`;
}

function wordsIn(heading: string): string[] {
  return heading.toLowerCase().split(/[\s/-]+/);
}

/** Parts that are promised beside pay and are no part of it. */
const NOT_A_PART =
  phrases(`raise | uplift | lift | bump | increase/increases | budget | refresh~ | gap | difference | stipend | premium | milestone
    | completion | on call | allowance`);

/** "660,000 base ($180,000)" and "$180K RSUs ($45K/yr)" say a sum again. */
export function isSaidAgain(reading: Reading, token: number, amount: Amount, key: string | null): boolean {
  const last = reading.made.at(-1);
  if (
    last === undefined ||
    amount.percent ||
    !isBracketed(reading.tokens, token) ||
    isPlacedInBracket(reading, token)
  )
    return false;
  if (last.amount.currency !== amount.currency)
    return last.pays !== null && byCurrency(reading, amount.currency) === null;
  const yearly = key === 'equityPerYear' || yearsBehind(reading.tokens, token, amount) === 1;
  return yearly && last.pays === 'equity';
}

/** "(£115K base London, …)": a place within the bracket makes the sum another's. */
function isPlacedInBracket({tokens, mentions}: Reading, token: number): boolean {
  let end = token;
  while (end < tokens.count && !isMark(tokens, end, ')')) end++;
  return mentions.some(({from}) => from > token && from < end);
}

/** "= $230K", or the sum of what was just told: a total. */
export function isTotalOf({tokens, made}: Reading, token: number, amount: Amount): boolean {
  if (amount.percent) return false;
  if (isMark(tokens, token - 1, '=') || (isMark(tokens, token - 1, '~') && isMark(tokens, token - 2, '=')))
    return true;
  const parts = made.filter(
    one =>
      one.pays !== null &&
      one.act === made.at(-1)?.act &&
      !one.amount.percent &&
      one.amount.currency === amount.currency,
  );
  return parts.length > 1 && parts.reduce((all, one) => all + one.amount.low, 0) === amount.low;
}

/** A sum a hundred times what the table pays in its currency is a market, a stake or a valuation. */
export function isBeyond({context}: Reading, {percent, currency, low}: Amount): boolean {
  if (percent) return false;
  const paid = context.cells.filter(cell => cell.unit === 'money' && cell.currency === currency);
  return paid.length > 0 && paid.every(cell => low > 100 * (cell.high ?? cell.low));
}

/** A sum a thousandth of what the table pays is the price of a share, or of a minute. */
export function isPrice({context}: Reading, {percent, currency, high, per}: Amount): boolean {
  if (percent || per === 'hour' || per === 'day') return false;
  const paid = context.cells.filter(cell => cell.unit === 'money' && cell.currency === currency);
  return paid.length > 0 && paid.every(cell => high * 100 < cell.low);
}

/**
 * What a sum without a word of its own pays: what the one in its place before it did, or, for another place, did there; a
 * bare floor is held against what was opened with; of one that is only posed, more than the base is the total. In brackets
 * nothing is implied.
 */
export function impliedKey(
  reading: Reading,
  group: Group,
  act: Act,
  scopes: readonly Scope[],
  amount: Amount,
  posed: boolean,
): string | null {
  const repeated = repeatedKey(reading, group);
  if (repeated !== null) return repeated;
  if (amount.percent) return null;
  const [first = 0] = group.tokens;
  // "$400K total ($340K floor)": a floor in brackets is of what stands before them
  if (isFloorInBracket(reading, first)) return reading.made.at(-1)?.pays ?? null;
  if (isBracketed(reading.tokens, first)) return null;
  if (!isPlausible(reading, amount)) return null;
  const mine = reading.memory.said.filter(one => one.pays !== null && isMine(one.act) && !one.amount.percent);
  const last = mine.at(-1);
  if (last === undefined) return act === 'open' ? fitting(reading, amount, scopes) : null;
  // "At $250K, this reflects the market": more than the base that was opened with is all of it
  const base = mine.find(
    one => one.act === 'open' && one.pays === 'base' && one.amount.currency === amount.currency,
  );
  if (posed && base !== undefined) return amount.low > base.amount.high ? 'total' : null;
  const paired = pairedKey(reading, group, mine);
  if (paired !== null) return paired;
  // "under $180K in Leeds or under $165K in York": the second is of what the first is
  const like = reading.made.findLast(one => one.act === act && one.pays !== null && !one.amount.percent);
  if (like !== undefined && scopeKey(like.scopes) !== scopeKey(scopes))
    return (
      reading.made.find(
        one => one.act === act && one.pays !== null && scopeKey(one.scopes) === scopeKey(like.scopes),
      )?.pays ?? null
    );
  return act === 'open' ? opened(reading, last, mine, scopes) : floored(mine, act, scopes, amount);
}

/** Whether a sum is of the size that the table pays in its currency: what only hangs on that is guessed of no other. */
function isPlausible({context}: Reading, {low, high, currency}: Amount): boolean {
  const paid = context.cells.filter(cell => cell.unit === 'money' && cell.currency === currency);
  return paid.length === 0 || paid.some(cell => high > cell.low * 0.3 && low < (cell.high ?? cell.low) * 3);
}

/** An opening for another place pays what the one before opened with. */
function opened(
  {made}: Reading,
  last: Utterance,
  mine: readonly Utterance[],
  scopes: readonly Scope[],
): string | null {
  if (last.act !== 'open' || scopeKey(last.scopes) === scopeKey(scopes)) return null;
  if (made.includes(last)) return last.pays;
  return (
    mine.find(one => one.act === 'open' && scopeKey(one.scopes) === scopeKey(last.scopes))?.pays ?? last.pays
  );
}

/** A bare floor pays what the floor of another place did; else that of base and total which it is nearer to. */
function floored(
  mine: readonly Utterance[],
  act: Act,
  scopes: readonly Scope[],
  amount: Amount,
): string | null {
  const last = mine.at(-1);
  const wholes = mine.filter(({pays}) => pays === 'total' || pays === 'base');
  const other = wholes.findLast(one => one.act === act && scopeKey(one.scopes) !== scopeKey(scopes));
  if (other !== undefined) return other.pays;
  const opened = wholes.filter(one => one.act === 'open' && one.amount.currency === amount.currency);
  // no floor lies above what was opened with
  const above = opened.filter(one => one.amount.high >= amount.low);
  const anchors = above.length === 0 ? opened : above;
  const far = (one: Utterance) => Math.abs(Math.log(one.amount.high / amount.low));
  if (opened.length > 1) return anchors.reduce((one, next) => (far(next) < far(one) ? next : one)).pays;
  return last?.pays === 'base' || last?.pays === 'total' ? last.pays : (wholes[0]?.pays ?? null);
}

/** What the same member of the list before paid, where two lists of sums run alike: "£100K base / £50K RSU … or $175K / $120K". */
function pairedKey({tokens, groups, made}: Reading, group: Group, mine: readonly Utterance[]): string | null {
  const previous = groups[groups.indexOf(group) - 1];
  const before = made.at(-1);
  if (previous === undefined || before === undefined || before.pays === null) return null;
  if (!isPair(tokens, previous.tokens.at(-1) as number, group.tokens[0] as number)) return null;
  const like = mine.findIndex(one => one !== before && one.pays === before.pays);
  return like < 0 ? null : (mine[like + 1]?.pays ?? null);
}

/**
 * The only one of base and total whose bands a bare sum can be of: within a tenth of one of them, or, where both are as near,
 * within one of them; of its own place where one is named.
 */
function fitting({context}: Reading, {high, currency}: Amount, scopes: readonly Scope[]): string | null {
  const names = scopes.flatMap(({place}) => (place === null || place.level ? [] : [place.name]));
  const cells = context.cells.filter(
    cell =>
      cell.unit === 'money' &&
      cell.currency === currency &&
      (names.length === 0 || names.some(name => cell.region.startsWith(name))),
  );
  for (const slack of [0.1, 0]) {
    const fits = (wanted: string) =>
      cells.some(
        cell =>
          cell.component === wanted &&
          high >= cell.low * (1 - slack) &&
          high <= (cell.high ?? cell.low) * (1 + slack),
      );
    const found = ['base', 'total'].filter(fits);
    if (found.length < 2) return found[0] ?? null;
  }
  return null;
}
