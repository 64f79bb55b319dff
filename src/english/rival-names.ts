import {isKnownName} from './firm-names.ts';
import {employer, isLevelWord} from './firms.ts';
import {payNamedIn} from './pay.ts';
import {placeAt} from './place-names.ts';
import {endOfList, endOfNames, isBarrier, isNameWord, startOfList, startOfNames} from './rival-stretch.ts';
import type {TokenRange} from './text-range.ts';
import {AMOUNT, isCapital, isMark, MARK, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {
  BETWEEN,
  DESCRIBES,
  FROM,
  GENERIC,
  GLUE,
  HELD,
  NOBODY,
  OPENERS,
  POSSESSIVE,
  ROLES,
  UNNAMED,
  VERBS,
} from './rival-words.ts';
import {phrases} from './vocabulary.ts';

/** What is no rival's in a sentence: what is mine, the firm's own names, places. */
export interface RivalContext {
  readonly own: readonly string[];
  readonly isPlace: (token: number) => boolean;
  /** Whether a sum is mine by the act before it. */
  readonly isMine: (token: number) => boolean;
  /** Whether a sum is of no pay by its size. */
  readonly isOutsized: (token: number) => boolean;
}

/** The firms named from a token on: "$142K base from Osprey", where the words of pay end at "from". Null for none. */
export function namesBehind(tokens: Tokens, at: number, context: RivalContext): string[] | null {
  const from = FROM.at(tokens, at) ?? FROM.at(tokens, at - 1);
  if (from === null || UNNAMED.at(tokens, from.from) !== null) return null;
  const end = endOfNames(tokens, from.to);
  return namesListed(tokens, {from: from.to, to: endOfList(tokens, end)}, {from: from.to, to: end}, context);
}

/** The firms named before a sum: "Osprey at $X", "Heron's letter says $X", "[Osprey/Heron] SRE roles ($X)". Null for none. */
export function namesBefore(
  tokens: Tokens,
  sum: number,
  context: RivalContext,
  offered: boolean,
): string[] | null {
  let end = endBefore(tokens, sum, context, offered);
  if (DESCRIBES.at(tokens, end - 1) !== null && !isCapital(tokens, end - 1))
    return orDescribed(tokens, end, context);
  if (end === sum && !offered && POSSESSIVE.at(tokens, end - 1) === null) return null;
  // "Teasel (L3, $236K total)"
  if (isMark(tokens, end, ',') && isLevelWord(wordAt(tokens, end - 1)) && isMark(tokens, end - 2, '('))
    end -= 2;
  if (POSSESSIVE.at(tokens, end - 1) !== null || isMark(tokens, end - 1, "'")) end--;
  // "Big Tech SRE roles" is a name as it stands, "Osprey SRE roles" is Osprey
  const generic =
    ROLES.at(tokens, end - 1) !== null && GENERIC.first(tokens, Math.max(0, end - 5), end) !== null;
  if (!generic && ROLES.at(tokens, end - 1) !== null) end--;
  const start = startOfNames(tokens, generic ? end - 1 : end);
  while (end > start && GLUE.at(tokens, end - 1) !== null) end--;
  return namesListed(
    tokens,
    {from: startOfList(tokens, start, end), to: end},
    {from: start, to: end},
    context,
  );
}

/** The firms of a whole list; those of its part where some of its words name nobody. */
function namesListed(
  tokens: Tokens,
  list: TokenRange,
  part: TokenRange,
  context: RivalContext,
): string[] | null {
  return (
    (list.from < part.from || list.to > part.to ? namesBetween(tokens, list.from, list.to, context) : null) ??
    namesBetween(tokens, part.from, part.to, context)
  );
}

/** "FAANG or a top fintech at $340K": one entry, as it is written. A description alone names nobody. */
function orDescribed(tokens: Tokens, end: number, context: RivalContext): string[] | null {
  for (let at = end - 2; at > Math.max(0, end - 7); at--) {
    if (OR.at(tokens, at) === null || isCapital(tokens, at + 1)) continue;
    const start = startOfNames(tokens, at);
    return namesBetween(tokens, start, at, context) === null ? null : [wordsOf(tokens, start, end)];
  }
  return null;
}

const OR = phrases('or');

/** Back from a sum over what may stand between it and a name; where an offer is spoken of, over any words of one clause. */
function endBefore(tokens: Tokens, sum: number, {isPlace}: RivalContext, offered: boolean): number {
  let end = sum;
  for (let steps = 0; end > 0 && steps < 10; steps++) {
    const one = end - 1;
    const phrase = phraseBefore(tokens, end);
    if (phrase !== null) end = phrase;
    else if (tokens.kinds[one] === MARK) {
      const passes = ['(', ':', '~', '≈', '—', '–'].some(mark => isMark(tokens, one, mark));
      // a comma parts a name from its sum in "Osprey, at $240K", in "; Heron, $185K base" and in "Teasel (L3, $236K total)"
      if (!passes && !(isMark(tokens, one, ',') && (end < sum || isNamedAhead(tokens, one)))) return end;
      end--;
    } else if (ROLES.at(tokens, one) !== null || DESCRIBES.at(tokens, one) !== null) return end;
    else if (isPlace(one)) end--;
    else if (!offered || tokens.kinds[one] === AMOUNT || isNameWord(tokens, one) || isBarrier(tokens, one))
      return end;
    else if (POSSESSIVE.at(tokens, one) !== null) return end;
    else end--;
  }
  return end;
}

/** Where the words between a name and its sum begin that end at a token; null where none do. */
function phraseBefore(tokens: Tokens, end: number): number | null {
  for (let from = Math.max(0, end - 4); from < end; from++) {
    const match = BETWEEN.at(tokens, from) ?? HELD.at(tokens, from);
    if (match !== null && match.to === end) return from;
  }
  return null;
}

/** Whether a name alone stands between a comma and what opens the clause before it, or a level between it and a bracket. */
function isNamedAhead(tokens: Tokens, comma: number): boolean {
  let start = comma;
  while (start > 0 && isNameWord(tokens, start - 1)) start--;
  if (start === comma) return OFFER.at(tokens, comma - 1) !== null;
  return (
    start === 0 ||
    [';', '('].some(mark => isMark(tokens, start - 1, mark)) ||
    AND.at(tokens, start - 1) !== null
  );
}

const AND = phrases('and');
const OFFER = phrases('offer/letter/contract/proposal');

/** The firms that stand in a stretch; null where a word of it is nobody's name. "A or B" is one, as written; "A and B" are two. */
function namesBetween(tokens: Tokens, from: number, to: number, context: RivalContext): string[] | null {
  let start = from;
  let end = to;
  // "Present Osprey", "Cite Heron": the word that opens the sentence is a verb
  while (
    start < end &&
    tokens.kinds[start] === WORD &&
    !isMark(tokens, start + 1, '&') &&
    (OPENERS.at(tokens, start) !== null ||
      (start === 0 && (NOBODY.at(tokens, start) ?? VERBS.at(tokens, start)) !== null))
  )
    start++;
  // "[Osprey/Heron] SRE"
  for (let at = start + 1; isMark(tokens, start, '[') && at < end; at++)
    if (isMark(tokens, at, ']')) end = at + 1;
  if (start >= end || isAllNobody(tokens, start, end, context)) return null;
  const bracketed = isMark(tokens, start, '[');
  if (bracketed && isMark(tokens, end - 1, ']')) {
    const name = nameOf(wordsOf(tokens, start + 1, end - 1), context);
    return name === null ? null : [`[${name}]`];
  }
  const words = wordsOf(tokens, bracketed ? start + 1 : start, isMark(tokens, end - 1, ']') ? end - 1 : end);
  const several = / and /.test(words) && !/ or /.test(words);
  const names = (several ? words.split(/,? and |, /) : [words]).map(part => nameOf(part, context));
  return names.includes(null) ? null : (names as string[]);
}

function wordsOf(tokens: Tokens, from: number, to: number): string {
  return from < to
    ? tokens.text
        .slice(tokens.starts[from], tokens.ends[to - 1])
        .replace(/[\s\uFEFF]+/g, ' ')
        .trim()
    : '';
}

/** A name without its role; of "A or B" each without. Null for what describes and does not name. */
function nameOf(words: string, {own}: RivalContext): string | null {
  const name = words
    .split(/(,? or |, |\s?\/\s?)/)
    .map(part =>
      /^(?:,? or |, |\s?\/\s?)$/.test(part)
        ? part
        : withoutCity(firmOf(part.replace(/^(?:an?|the|my) /, '').replace(/['’]s(?: .*)?$/, ''), own)),
    )
    .join('')
    .trim();
  return name === '' ||
    own.some(one => one === name || one.startsWith(`${name} `)) ||
    !/[A-Z\d]/.test(name) ||
    /^\d+$/.test(name)
    ? null
    : name;
}

/** "Osprey SRE" is Osprey; "Osprey Group" is a name to its end. */
function firmOf(words: string, own: readonly string[]): string {
  const name = employer(words, own);
  return CLOSES.in(words.slice(name.length)) !== null && !words.slice(name.length).trim().includes(' ')
    ? words
    : name;
}

/** "Osprey Zurich" is Osprey; a name that somebody has listed, and "Bank of Ireland", stay whole. */
function withoutCity(name: string): string {
  if (!name.includes(' ') || isKnownName(name)) return name;
  const tokens = tokensOf(name);
  for (let at = 1; at < tokens.count; at++) {
    if (placeAt(tokens, at, [])?.to !== tokens.count) continue;
    return GLUE.at(tokens, at - 1) === null ? name.slice(0, tokens.ends[at - 1]) : name;
  }
  return name;
}

const CLOSES = phrases(
  'group | holdings | partners | bank | technologies | networks | labs | capital | securities',
);

/** Whether no word names anybody: words for descriptions, places and levels alone. */
function isAllNobody(tokens: Tokens, from: number, to: number, context: RivalContext): boolean {
  if (GENERIC.first(tokens, from, to) !== null) return false;
  for (let at = from; at < to; at++) {
    if (!isNameWord(tokens, at) || GLUE.at(tokens, at) !== null || context.isPlace(at)) continue;
    const word = wordAt(tokens, at);
    if (!isLevelWord(word) && NOBODY.at(tokens, at) === null && payNamedIn(word) === null) return false;
  }
  return true;
}
