import {type Currency, isCurrency} from '../base/index.ts';
import {actsIn, foretellsCounter, isAnswer, isMine, withoutRemarks} from './acts.ts';
import type {Amount} from '../intake/index.ts';
import {actBefore, doingOf, isFloorInBracket} from './doing.ts';
import {groupsIn} from './groups.ts';
import {isByLess, isNoPay} from './pay.ts';
import {conditionsOf} from './pay-conditions.ts';
import {impliedKey, isBeyond, isPrice, isSaidAgain, isTotalOf, keyOf} from './paying.ts';
import {type Place, placesOf} from './place-names.ts';
import {mentionsIn} from './places.ts';
import type {Group, Memory, OfferTold, PaidCell, Reading, Scope, TalkContext, Utterance} from './reading.ts';
import {rivalOffersIn} from './rivals.ts';
import {heldBehind, listedByCurrency, scopesInTurn, scopingOf} from './scoping.ts';
import {isShared} from '../intake/index.ts';
import type {TextRange} from './text-range.ts';
import {amountAt, isMark, type Tokens, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** A paragraph about pay as it is understood. */
export interface Talk {
  readonly utterances: readonly Utterance[];
  readonly offers: readonly OfferTold[];
}

/** Nobody says a longer sentence: its figures are left unread. */
const LONGEST_SENTENCE = 6000;

/** Every sum of a paragraph, sentence by sentence, as its words and what the table pays tell it. Linear. */
export function talkOf(text: string, sentences: readonly TextRange[], context: TalkContext): Talk {
  const places = placesOf(context.cells, text);
  const memory: Memory = {held: [], act: null, countered: false, quoting: false, answering: false, said: []};
  const offers: OfferTold[] = [];
  for (const {from, to} of sentences) {
    if (to - from > LONGEST_SENTENCE) continue;
    const reading = readingOf(text.slice(from, to), context, places, memory);
    if (isYes(reading)) accept(memory);
    const rivals = rivalsOf(reading, from, offers);
    for (const group of reading.groups)
      for (const one of utterancesOf(reading, group, rivals, from)) {
        reading.made.push(one);
        memory.said.push(one);
      }
    memory.held = heldBehind(reading);
    memory.act = reading.made.at(-1)?.act ?? reading.acts.at(-1)?.sense.act ?? null;
    memory.quoting = isOpen(reading.tokens, memory.quoting);
    memory.answering = reading.answer && memory.quoting;
    memory.countered ||= foretellsCounter(reading.tokens);
  }
  return {utterances: memory.said, offers};
}

/** Whether a quote is open behind a sentence, by the number of its marks. */
function isOpen(tokens: Tokens, before: boolean): boolean {
  let open = before;
  for (let at = 0; at < tokens.count; at++)
    if (['"', '“', '”'].some(mark => isMark(tokens, at, mark))) open = !open;
  return open;
}

/** "I'm ready to accept.": a sentence that accepts what the one before posed. */
function isYes({acts, groups}: Reading): boolean {
  return (
    groups.length === 0 &&
    acts.length > 0 &&
    acts.every(({sense}) => sense.act === 'accept' && sense.back === true)
  );
}

function accept({said}: Memory): void {
  for (let at = said.length - 1; said[at]?.iffy === true; at--)
    said[at] = {...(said[at] as Utterance), act: 'accept', iffy: false, closing: true};
}

function readingOf(
  sentence: string,
  context: TalkContext,
  places: readonly Place[],
  memory: Memory,
): Reading {
  const all = atHome(tokensOf(sentence), context.cells);
  const spoken = mentionsIn(all, places);
  const tokens = withoutRemarks(all, (from, to) => spoken.some(one => one.from < to && one.to > from));
  const mentions = context.scope !== null ? [] : tokens === all ? spoken : mentionsIn(tokens, places);
  // the "if" of "if you are in Leeds" only says where
  const acts = actsIn(tokens).filter(act => !mentions.some(({from, to}) => act.from >= from && act.to <= to));
  const turns = IN_TURN.first(tokens) === null ? null : groupsIn(tokens, true);
  const inTurn = turns === null ? null : scopesInTurn(mentions, memory, turns.length);
  const groups = inTurn === null || turns === null ? groupsIn(tokens) : turns;
  // "If the seat is in Leeds, ask for …" is for Leeds, and answers nobody
  const placed = mentions.some(({trailing, from}) => !trailing && from < (groups[0]?.tokens[0] ?? 0));
  const answer = memory.answering || (isAnswer(tokens, acts) && !placed);
  return {tokens, acts, mentions, groups, answer, context, places, memory, inTurn, made: []};
}

/** A sign that currencies share is of the one that the table pays in: `¥18M` in Tokyo, `$190K` in Toronto. */
function atHome(tokens: Tokens, cells: readonly PaidCell[]): Tokens {
  if (tokens.amounts.length === 0) return tokens;
  const paid = new Set(
    cells.flatMap(({unit, currency, alt}) => (unit === 'money' ? [currency, alt?.currency] : [])),
  );
  const homeOf = (sign: Currency) => {
    const found = [...paid].filter(
      (code): code is Currency => code !== undefined && isCurrency(code) && isShared(sign, code),
    );
    return paid.has(sign) || found.length !== 1 ? sign : (found[0] ?? sign);
  };
  const amounts = tokens.amounts.map(amount =>
    amount.currency !== null && BARE_SIGNS.includes(tokens.text.charAt(amount.from))
      ? {...amount, currency: homeOf(amount.currency)}
      : amount,
  );
  return {...tokens, amounts};
}

const BARE_SIGNS = '$¥';

const IN_TURN = phrases('respectively | in that order | in the same order');

/** The offers of others in a sentence, added to those told; gives the tokens of their sums. */
function rivalsOf(reading: Reading, offset: number, offers: OfferTold[]): Set<number> {
  const {tokens, mentions, context} = reading;
  const told = rivalOffersIn(tokens, {
    own: context.own,
    isPlace: token => mentions.some(({from, to}) => token >= from && token < to),
    isOutsized: token => {
      const amount = amountAt(tokens, token);
      return amount !== null && (isBeyond(reading, amount) || isPrice(reading, amount));
    },
    isMine: token => {
      const act = actBefore(reading, token)?.sense.act ?? null;
      return isMine(act) || act === 'ask';
    },
  });
  const spent = new Set<number>();
  for (const {firm, sums} of told) {
    for (const {token} of sums) spent.add(token);
    offers.push({
      firm,
      sums: sums.map(({token, pays}) => {
        const amount = amountAt(tokens, token) as Amount;
        return {pays, amount, from: offset + amount.from, to: offset + amount.to};
      }),
    });
  }
  return spent;
}

/** The utterances of one group: one, or one for each region of a list. The second currency of a sum is the same sum. */
function utterancesOf(
  reading: Reading,
  group: Group,
  rivals: ReadonlySet<number>,
  offset: number,
): Utterance[] {
  const {tokens, groups} = reading;
  const first = group.tokens[0] as number;
  const amount = amountAt(tokens, first) as Amount;
  const limit = groups[groups.indexOf(group) + 1]?.tokens[0] ?? tokens.count;
  const rival = group.tokens.some(token => rivals.has(token));
  const aside =
    isNoPay(tokens, group.tokens.at(-1) as number, group.from) ||
    isBeyond(reading, amount) ||
    isPrice(reading, amount);
  // pay by the month or the hour is not a year's
  const isPay = !rival && !aside && !isByLess(tokens, group.tokens.at(-1) as number, amount);
  const key = isPay ? keyOf(reading, group, limit, amount) : null;
  const doing = rival
    ? {who: 'rival' as const, act: 'offer' as const, closing: false, needed: false, iffy: false}
    : doingOf(reading, first, key);
  const mine = isMine(doing.act);
  const repeated = mine && isPay && isSaidAgain(reading, first, amount, key);
  const {scopes, stated} = scopingOf(reading, group, amount);
  const pays = !isPay
    ? null
    : isTotalOf(reading, first, amount)
      ? 'total'
      : (key ??
        (isMine(doing.act) ? impliedKey(reading, group, doing.act, scopes, amount, doing.iffy) : null));
  const said = {
    ...doing,
    pays,
    aside,
    conditions: conditionsOf(tokens, first, group.from, limit),
    bracketed: isFloorInBracket(reading, first),
    stated: {pays: key !== null, scope: stated},
  };
  const listed = mine && !stated && !repeated && !group.again ? listedByCurrency(reading, group) : null;
  return group.tokens.map((token, index) => {
    const sum = amountAt(tokens, token) as Amount;
    const place = {amount: sum, from: offset + sum.from, to: offset + sum.to};
    if (listed !== null)
      return {...said, ...place, scopes: [listed[index] as Scope], stated: {...said.stated, scope: false}};
    const again = (repeated || index > 0) && {pays: null, ...(mine && {who: null, act: null})};
    return {...said, ...place, scopes, ...again};
  });
}
