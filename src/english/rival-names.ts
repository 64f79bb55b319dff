import {employer, isLevelWord} from './firms.ts';
import {payNamedIn} from './pay.ts';
import {AMOUNT, isCapital, isMark, MARK, type Tokens, WORD, wordAt} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/** What is no rival's in a sentence: what is mine, the firm's own names, places. */
export interface RivalContext {
  readonly own: readonly string[];
  readonly isPlace: (token: number) => boolean;
  /** Whether a sum is mine by the act before it. */
  readonly isMine: (token: number) => boolean;
  /** Whether a sum is of no pay by its size. */
  readonly isOutsized: (token: number) => boolean;
}

/** Words between a name and its sum: "Osprey at $X", "an Osprey offer of about $X". */
const BETWEEN = new Vocabulary([
  [
    true,
    `at | is | of | for | with | around | about | near | roughly | approximately | up to | offering | offered | offers | offer | package/packages | total | comp/compensation | tc | paying | pays | currently
    | in the | the | a | an | now | both | both at | range | each | worth | came in at | stands/sits at | are | was | have | has | will | would | in hand | cash | all in | from | has offered | have offered | put in | showing
    | year one | first year | base | me | us | already | came back with/at | comes back with/at | come back with/at | came in with/at | gave | gives | has given | put | has put | have put | letter | letters | says | say | written | wrote | verbal
    | firm | sits/stands at | would pay | will pay | quoted | quotes | bid | has bid | landed at | pitched | proposed | extended | you hold | i hold | you have | i have | you already have | i already have | which i hold
    | went to | goes to | got to | number | paper | term sheet | signed | standing at | in total | all in | offers of | at about | at around | wants to pay | has me at | has us at | have me at | is at | are at | both at | are both at | is offering | are offering
    | has/have you/us/me at | comes to | came to | amounts to | adds up to | works out at | letter across | letter (of) | you are holding | in your hand/pocket | wrote (you/me) | sent (you/me) (a) | pre ipo | late stage | would give | promised | has promised | has come in at | has come back with/at | reached | is already at | already at | has already offered`,
  ],
]);
/** Words that stand between no name and its sum: another clause begins with them. */
const BARRIERS = new Vocabulary([
  [
    true,
    `i | i'm | i'd | i've | i'll | we | my | our | your | if | because | so | but | that | while | whereas | and | or | when | until | against | who | where | than | target/targeting/targeted | anchor/anchoring/anchored | accept | floor | above | below | under | over
    | over a | push | ask | request | negotiate`,
  ],
]);
/** A name's owner speaks of it: "the Osprey offer you hold". */
const HELD = new Vocabulary([
  [
    true,
    'you hold | i hold | you have | i have | you already have | i already have | i am holding | in front of me',
  ],
]);
/** Words that a name does not go on over: before them it ends, or begins behind them. */
const OPENERS = new Vocabulary([
  [
    true,
    `from | against | with | at | cite/citing | reference/referencing | use | hold/holding | evaluating | weighing | considering | comparing | received | have | including | like | are | is | offers | offer | leverage/leveraging
    | competing | the | a | an | my | your | and | or | by | to | of | for | in | on | both | versus | vs | present | as | leaving | left | between | i | we | you | current | existing | recent | other | another | written | final | firm | strong | verbal
    | also | plus | while | than | that | via`,
  ],
]);
/** What describes and names nobody. */
const NOBODY = new Vocabulary([
  [
    true,
    `public | private | other/others | large/larger | late/early/growth stage | tech | previous | new | leading | bigger | top | everyone | everybody | company/companies | firm/firms | rival/rivals | competitor/competitors | employer/employers | startup/startups | start up/ups | peer/peers | offer/offers | alternative/alternatives | another | other | someone | elsewhere
    | role/roles | interview/interviews | team | place | market | both | either | it | they | he | she | that | this | total | tc | comp | compensation | base | equity | rsu/rsus | stock | options | bonus | salary | year | level
    | target | floor | anchor | accept | open | walk | my | your | i | we | you | the | a | an | negotiate | push | ask | request | package | packages | competing | current | given | based | thank | if | at | band | bands | range | sign | signing | annual
    | my | number | offerings | cash | deal | grant | data | q1 | q2 | q3 | q4 | fy25 | fy26 | jan | feb | mar | apr | may | june | july | aug | sept | oct | nov | dec | january | february | march | april | august | september | october
    | november | december | counter | walk away | accept at | final | initial | frame | cite | reference | benchmark | lead | leverage | layer | use | present | enter | begin | start | aim`,
  ],
]);
/** Generic names that are told as offers with their figure: "FAANG at $310K", "Big Tech SRE roles". */
const GENERIC = new Vocabulary([
  [
    true,
    'faang | maang | big tech | big # | mag # | magnificent seven | hyperscalers | quant funds | hedge funds',
  ],
]);
/** Words within names, and between two of them. */
const GLUE = new Vocabulary([[true, 'or | and | of | de | by']]);
const FROM = new Vocabulary([
  [true, '(offer/offers) from | (offer) at | in hand from | package from/at | by | (in) (the) (range) from'],
]);
const UNNAMED = new Vocabulary([[true, 'from/at an/a/the/my/another/other']]);
const POSSESSIVE = new Vocabulary([[true, "'s"]]);
const SHORT = new Vocabulary([
  [
    true,
    'a | b | c | d | e | f | g | h | j | k | l | m | n | p | r | s | t | w | sr | jr | st | dr | inc | corp | co',
  ],
]);
/** What makes a description of the words before it: "a well-funded AI startup". */
const DESCRIBES = new Vocabulary([
  [
    true,
    `company/companies | firm/firms | startup/startups | start up/ups | lab/labs | bank/banks | fund/funds | shop/shops | competitor/competitors | employer/employers | fintech/fintechs | unicorn/unicorns | hyperscaler/hyperscalers
    | studio/studios | consultancy/consultancies | insurer/insurers | vendor/vendors | rival/rivals | peer/peers | provider/providers`,
  ],
]);
const ROLES = new Vocabulary([[true, 'role/roles/position/positions']]);

/** The firms named from a token on: "$142K base from Osprey", where the words of pay end at "from". Null for none. */
export function namesBehind(tokens: Tokens, at: number, context: RivalContext): string[] | null {
  const from = FROM.at(tokens, at) ?? FROM.at(tokens, at - 1);
  if (from === null || UNNAMED.at(tokens, from.from) !== null) return null;
  return namesBetween(tokens, from.to, endOfNames(tokens, from.to), context);
}

/** The token behind the names that begin at a token: up to a verb, a sum or a mark that parts no names. */
function endOfNames(tokens: Tokens, from: number): number {
  let end = from;
  while (end < tokens.count) {
    if (tokens.kinds[end] === AMOUNT) break;
    const glue =
      ['/', '&', '[', '.'].some(
        mark => isMark(tokens, end, mark) && (mark !== '.' || isTitlePoint(tokens, end)),
      ) ||
      (isMark(tokens, end, ']') && end > from) ||
      GLUE.at(tokens, end) !== null;
    if (!glue && !isNameWord(tokens, end)) break;
    end++;
    if (isMark(tokens, end - 1, ']')) break;
  }
  while (end > from && GLUE.at(tokens, end - 1) !== null) end--;
  return end;
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
  return namesBetween(tokens, start, end, context);
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

const OR = new Vocabulary([[true, 'or']]);

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

/** "I'd" and words in small letters: "Target" and "Anchor" in capitals may be names. */
function isBarrier(tokens: Tokens, at: number): boolean {
  return (
    BARRIERS.at(tokens, at) !== null &&
    (!isCapital(tokens, at) || tokens.text[tokens.starts[at] as number] === 'I')
  );
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

const AND = new Vocabulary([[true, 'and']]);
const OFFER = new Vocabulary([[true, 'offer/letter/contract/proposal']]);

/** Where the names begin that end at a token: back over capitals, slashes, brackets and what joins two names. */
function startOfNames(tokens: Tokens, end: number): number {
  let start = end;
  let open = 0;
  while (start > 0) {
    const one = start - 1;
    if (tokens.kinds[one] === AMOUNT) break;
    if (isMark(tokens, one, ']') || isMark(tokens, one, ')')) open++;
    else if (isMark(tokens, one, '[')) {
      start--;
      if (--open < 1) break;
      continue;
    } else if (isMark(tokens, one, '(')) {
      if (--open < 0) break;
    } else if (open === 0 && !isOfNames(tokens, one, start < end)) break;
    start--;
  }
  while (start < end && !isNameWord(tokens, start) && !isMark(tokens, start, '[')) start++;
  return start;
}

/** Whether a token goes on with names that stand behind it. */
function isOfNames(tokens: Tokens, at: number, within: boolean): boolean {
  if (isTitlePoint(tokens, at)) return true;
  if (isBarrier(tokens, at) && GLUE.at(tokens, at) === null) return false;
  if (isMark(tokens, at, '/')) return !isPaid(tokens, at - 1);
  if (isMark(tokens, at, '&')) return true;
  // "Staff+"
  if (isMark(tokens, at, '+')) return tokens.starts[at] === tokens.ends[at - 1];
  if (within && POSSESSIVE.at(tokens, at) !== null) return true;
  // "$[X]K" is a slot and no name
  if (isMark(tokens, at - 1, ']') && tokens.starts[at] === tokens.ends[at - 1]) return false;
  if (isNameWord(tokens, at)) return true;
  return GLUE.at(tokens, at) !== null && isNameWord(tokens, at - 1) && !isPaid(tokens, at - 1);
}

/** The point of "Sr." and the like. */
function isTitlePoint(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, '.') && SHORT.at(tokens, at - 1) !== null;
}

/** Whether a sum or a word of pay stands here: a slash behind it parts offers, and no names. */
function isPaid(tokens: Tokens, at: number): boolean {
  return (
    tokens.kinds[at] === AMOUNT || payNamedIn(wordAt(tokens, at)) !== null || PAID.at(tokens, at) !== null
  );
}

const PAID = new Vocabulary([[true, 'tc | total | comp | compensation | yr | year | range']]);

function isNameWord(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  return (
    isCapital(tokens, at) || /^[a-z]+[A-Z\d]/.test(wordAt(tokens, at)) || isLevelWord(wordAt(tokens, at))
  );
}

/** The firms that stand in a stretch; null where a word of it is nobody's name. "A or B" is one, as written; "A and B" are two. */
function namesBetween(tokens: Tokens, from: number, to: number, context: RivalContext): string[] | null {
  let start = from;
  let end = to;
  // "Present Osprey", "Cite Heron": the word that opens the sentence is a verb
  while (
    start < end &&
    tokens.kinds[start] === WORD &&
    !isMark(tokens, start + 1, '&') &&
    (OPENERS.at(tokens, start) !== null || (start === 0 && NOBODY.at(tokens, start) !== null))
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
  const names = (several ? words.split(/ and |, /) : [words]).map(part => nameOf(part, context));
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
    .split(/( or |\s?\/\s?)/)
    .map(part =>
      /^ or $|^\s?\/\s?$/.test(part)
        ? part
        : firmOf(part.replace(/^(?:an?|the|my) /, '').replace(/['’]s(?: .*)?$/, ''), own),
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

const CLOSES = new Vocabulary([
  [true, 'group | holdings | partners | bank | technologies | networks | labs | capital | securities'],
]);

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
