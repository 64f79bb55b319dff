import type {TextRange} from './text-range.ts';
import {isMark, MARK, type Tokens, tokensOf} from './tokens.ts';
import type {Vocabulary} from './vocabulary.ts';
import {phrases} from './vocabulary.ts';

const LABEL = phrases(
  '(final/overall) negotiate up strategy | (final/overall) negotiation (up) strategy | (final/overall) negotiation up strategy',
);

/** "Negotiate Up Strategy (L5):" at the head of a text: what it is for, where a bracket says so, and where it ends. Null for none. */
export function strategyLabel(text: string): {readonly scope: string | null; readonly end: number} | null {
  const tokens = tokensOf(text);
  let first = 0;
  while (first < tokens.count && tokens.kinds[first] === MARK) first++;
  const label = LABEL.at(tokens, first);
  if (label === null) return null;
  let to = label.to;
  let scope: string | null = null;
  if (isMark(tokens, to, '(')) {
    let close = to + 1;
    while (close < tokens.count && !isMark(tokens, close, ')')) close++;
    if (close < tokens.count) {
      scope = text.slice(tokens.ends[to], tokens.starts[close]);
      to = close + 1;
    }
  }
  if (isMark(tokens, to, ':')) to++;
  return {scope, end: tokens.starts[to] ?? text.length};
}

const REQUEST =
  phrases(`(also/then/finally) (,) request/demand/negotiate/secure | (also/then/finally) (,) push/ask/negotiate for
    | (also/then/finally) (,) insist on`);
/** "Negotiate accordingly" asks for nothing by name. */
const MANNER = phrases('accordingly/like/hard/from/on/with/up');
const ARTICLE = phrases('a/an/the');

/** Whether a sentence asks for something by the way: "Request a $30K on-call premium." */
export function isRequest(sentence: string): boolean {
  const tokens = tokensOf(sentence);
  return REQUEST.at(tokens, firstWord(tokens)) !== null;
}

/** What a request asks for: "Push for uptime-linked escalators." is for "uptime-linked escalators". The whole where it opens otherwise. */
export function requestedIn(sentence: string): string {
  const tokens = tokensOf(sentence);
  const request = REQUEST.at(tokens, firstWord(tokens));
  const behind = request === null || MANNER.at(tokens, request.to) !== null ? 0 : request.to;
  const first = behind === 0 ? 0 : (ARTICLE.at(tokens, behind)?.to ?? behind);
  const from = behind === 0 ? 0 : tokens.starts[first];
  const last = tokens.count - 1;
  const closed = isMark(tokens, last, '.') || isMark(tokens, last, ';');
  return sentence.slice(from, closed ? tokens.starts[last] : undefined);
}

const LEAD = phrases('lead/leading with/by');

/** What a sentence would have one lead with: the words behind "Lead with", without the point. Null for none. */
export function leadOf(sentence: string): TextRange | null {
  const tokens = tokensOf(sentence);
  const lead = LEAD.at(tokens, firstWord(tokens));
  if (lead === null || lead.to >= tokens.count) return null;
  const last = isMark(tokens, tokens.count - 1, '.') ? tokens.count - 2 : tokens.count - 1;
  return {from: tokens.starts[lead.to] as number, to: tokens.ends[Math.max(last, lead.to)] as number};
}

const WALK = phrases('walk/walking away | walk if');
const IF = phrases('if');
const OR = phrases(', or');

/** "Walk away …, or if the role does not include …": the conditions that are no number, each from its "if". */
export function walkAwayConditions(sentence: string): TextRange[] {
  const tokens = tokensOf(sentence);
  const walk = WALK.first(tokens);
  if (walk === null) return [];
  return IF.all(tokens, walk.from).map(({from}) => {
    let to = from;
    while (to < tokens.count && !isMark(tokens, to, ';') && OR.at(tokens, to) === null) to++;
    while (to > from + 1 && isEnd(tokens, to - 1)) to--;
    return {from: tokens.starts[from] as number, to: tokens.ends[to - 1] as number};
  });
}

/** The marks that close a sentence. */
function isEnd(tokens: Tokens, at: number): boolean {
  return ['.', '!', '?', '"', '”'].some(mark => isMark(tokens, at, mark));
}

/** What a column of a strategy's table is: what to walk away at, to accept, to open with, or to open with at best. */
export type StrategySide = 'walk' | 'accept' | 'open' | 'stretch';

const SIDES: readonly (readonly [StrategySide, Vocabulary<true>])[] = [
  ['walk', phrases('walk/walking')],
  ['accept', phrases('accept~ | floor | minimum')],
  ['stretch', phrases('stretch')],
  ['open', phrases('anchor~ | open~ | start~ | ask | target~')],
];

/** The side that a title names, "Accept-At", "Opening Ask"; null for none. */
export function strategySide(title: string): StrategySide | null {
  return SIDES.find(([, words]) => words.in(title) !== null)?.[0] ?? null;
}

function firstWord(tokens: Tokens): number {
  let at = 0;
  while (at < tokens.count && tokens.kinds[at] === MARK) at++;
  return at;
}
