import {endOfKnownName, endOfOwnName, isKnownName} from './firm-names.ts';
import {type Heard, NOTHING_HEARD} from './heard-names.ts';
import {
  closesKnownName,
  closesName,
  endsLevelOnly,
  goesOnAsName,
  isCode,
  isLevelAt,
  isTradeRole,
  opensRole,
} from './ranks.ts';
import type {TokenRange} from './text-range.ts';
import {isCapital, isMark, MARK, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';

export interface NamedLevel {
  readonly company: string;
  readonly level: string;
}

/** What may stand before an entry of a list. */
const OPENERS = phrases('and|or|a|an|vs (.)|equivalent (to)|roughly|approximately|about|the equivalent of');
const AT = phrases('at|@|across (the)');
/** Kinds of employers that have levels as a company has: "L4 across the industry", "P3 at most banks". */
const KINDS = phrases(
  'most|industry|faang|companies|providers|firms|banks|funds|peers|startups|competitors|vendors|employers|labs',
);
const BIG_TECH = phrases('big tech|faang|maang');
const EQUIVALENT = phrases('equivalent/equivalents');
const CONTRAST = phrases('but|while|though|although');
const NONE = phrases('no|none|n \\ a');
const ROLES = phrases('roles');

/**
 * "E3 at Meta", "Meta E3", "Okta DevOps/SRE": a company and a level of it, in a stretch without what surrounds an entry.
 * `own` are the names the guide's own company goes by. Null where no company is named.
 */
export function namedLevel(
  tokens: Tokens,
  {from, to}: TokenRange,
  own: readonly string[],
  heard: Heard = NOTHING_HEARD,
): NamedLevel | null {
  if (from >= to || NONE.at(tokens, from) !== null) return null;
  return (
    levelAtCompany(tokens, {from, to}) ??
    levelInBrackets(tokens, {from, to}, own) ??
    ownOrKnown(tokens, {from, to}, own) ??
    unknownName(tokens, {from, to}, heard)
  );
}

/**
 * "freee JC4", "ams OSRAM Senior Engineer", "3M Advanced Engineer", "84.51° Data Scientist II": names in small letters or with
 * a digit at their head, where a company and a level must stand.
 */
export function smallNamed(tokens: Tokens, {from, to}: TokenRange): NamedLevel | null {
  if (!opensSmallName(tokens, from) || isLevelWordAt(tokens, from)) return null;
  let end = from + 1;
  while (end < to && !opensLevel(tokens, end)) {
    const goesOn = isJoined(tokens, end) || isCapital(tokens, end) || BY.at(tokens, end) !== null;
    if (!goesOn) return null;
    end++;
  }
  if (end >= to || !(isCapital(tokens, end) || isCode(tokens, end))) return null;
  const name = isPossessive(tokens, end - 1) ? end - 1 : end;
  return named(tokens, {from, to: name}, {from: end, to});
}

/** Words in small letters that are no name: they tell how near two levels are, or for whom they hold. */
const NO_NAMES =
  phrases(`upper | lower | low | high | higher | strong | weak | early | late | top | bottom | typical | typically | generally | usually | often | most | some | many | any | other/others | same | similar | comparable | equal | between | near | around | above | below | under | over | at | in | of | to | for | from | with | by | as | on | is | are | was | be | this | that | these | those
    | it | they | their | our | your | my | his | her | its | both | each | every | all | external | internal | big | large | larger | small | smaller | entry | new | former | current | core | see | plus | via | per | then | also | only | just | first | second | third | one | two | three | four | five | years | year | somewhere | sometimes | perhaps
    | about | approx | approximately | roughly | i | you | we | who | what | which | whose | whatever | and | or | but | than | not | nobody | nothing | here | there | e | g | ca | circa | likely | mostly | somewhat | slightly | closer | close | closest | peer | public | private | global | local | nearest | today | now | me | us`);
const BY = phrases('by');

/** Whether a name in small letters, or with a digit at its head, may begin here: "freee", "3M". */
export function opensSmallName(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at);
  if (/^[\p{Ll}]/u.test(word)) return tokens.kinds[at] === WORD && NO_NAMES.at(tokens, at) === null;
  return isDigitName(tokens, at);
}

/** "3M", "84.51°": no number alone, no sum of money. */
function isDigitName(tokens: Tokens, at: number): boolean {
  if (/^\d+[A-Z]$/.test(wordAt(tokens, at))) return true;
  return /^[\d.]+$/.test(wordAt(tokens, at)) && isMark(tokens, at + 1, '°');
}

function isLevelWordAt(tokens: Tokens, at: number): boolean {
  return (isLevelAt(tokens, at) && !isDigitName(tokens, at)) || isTradeRole(tokens, at);
}

/** Whether an entry opens with a name that is known, or says at which company it is. */
export function isNamedSurely(tokens: Tokens, range: TokenRange, own: readonly string[]): boolean {
  return (
    levelAtCompany(tokens, range) !== null ||
    levelInBrackets(tokens, range, own) !== null ||
    ownOrKnown(tokens, range, own) !== null
  );
}

/** An entry without the marks and words around it: "and an", a final point, "equivalent", "but with less equity". */
export function trimmed(tokens: Tokens, range: TokenRange): TokenRange {
  let {from, to} = range;
  let depth = 0;
  for (let at = from; at < to; at++) {
    depth += isMark(tokens, at, '(') ? 1 : isMark(tokens, at, ')') ? -1 : 0;
    if (depth === 0 && at > from && CONTRAST.at(tokens, at) !== null) to = at;
  }
  for (;;) {
    const opener = OPENERS.at(tokens, from);
    if (from < to && (isEdge(tokens, from) || wordAt(tokens, from) === 'the')) from++;
    else if (opener !== null && opener.to < to && !isName(tokens, from)) from = opener.to;
    else break;
  }
  while (to > from && isEdge(tokens, to - 1)) to--;
  // "Osprey L5 equivalent" is "Osprey L5"; "Osprey equivalent" stays
  if (to - from > 2 && EQUIVALENT.at(tokens, to - 1) !== null && !isJoined(tokens, to - 1)) to--;
  return {from, to};
}

/** "About You", "A Place for Rover": capitals that open a name, unlike those of "And" and "Equivalent" at the head of a line. */
function isName(tokens: Tokens, at: number): boolean {
  return endOfKnownName(tokens, at) > 0 || (ADVERBS.at(tokens, at) !== null && isCapital(tokens, at));
}

const ADVERBS = phrases('about');

/** "NVIDIA Inference", where a company and a level must stand and no word is one of a level's: the first word is the company. */
export function firstWordAs(tokens: Tokens, {from, to}: TokenRange): NamedLevel | null {
  if (to - from < 2 || NONE.at(tokens, from) !== null) return null;
  if (isLevelAt(tokens, from) || isTradeRole(tokens, from)) return kindAndLevel(tokens, {from, to});
  if (!canOpenName(tokens, from)) return null;
  let end = from + 1;
  while (end < to && isJoined(tokens, end)) end++;
  return end < to ? named(tokens, {from, to: end}, {from: end, to}) : null;
}

/** "Enterprise SaaS Senior PM": where a kind of company opens with a word of a level's, the level is the last such words. */
function kindAndLevel(tokens: Tokens, {from, to}: TokenRange): NamedLevel | null {
  let cut = to;
  while (cut > from && isLevelAt(tokens, cut - 1)) cut--;
  if (cut - from < 2 || cut === to) return null;
  return named(tokens, {from, to: cut}, {from: cut, to});
}

/** "E3 at Meta", "Senior Engineer at Osprey (P4)". */
function levelAtCompany(tokens: Tokens, {from, to}: TokenRange): NamedLevel | null {
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (isMark(tokens, at, '(')) depth++;
    else if (isMark(tokens, at, ')')) depth--;
    if (depth !== 0 || at === from) continue;
    const match = AT.at(tokens, at);
    if (match === null || match.to >= to || !isEmployerAt(tokens, {from: match.to, to})) continue;
    const bracket = closingBracket(tokens, {from: match.to, to});
    const company = textOf(tokens, {from: THE.at(tokens, match.to)?.to ?? match.to, to: bracket});
    const last = EQUIVALENT.at(tokens, at - 1) !== null && at - 1 > from ? at - 1 : at;
    const level = textOf(tokens, {from, to: last});
    return {company, level: bracket < to ? `${level} ${textOf(tokens, {from: bracket, to})}` : level};
  }
  return null;
}

/** "L4 (Google)": a level with a known company in brackets behind it. */
function levelInBrackets(tokens: Tokens, {from, to}: TokenRange, own: readonly string[]): NamedLevel | null {
  const bracket = closingBracket(tokens, {from, to});
  if (bracket === to || !isLevelAt(tokens, from)) return null;
  const ends = [endOfKnownName(tokens, bracket + 1), endOfOwnName(tokens, bracket + 1, own)];
  if (!ends.includes(to - 1)) return null;
  return named(tokens, {from: bracket + 1, to: to - 1}, {from, to: bracket});
}

function isEmployerAt(tokens: Tokens, {from, to}: TokenRange): boolean {
  if (KINDS.at(tokens, from) !== null) return true;
  if (isDigitName(tokens, from)) return true;
  if (canOpenName(tokens, from)) return endOfKnownName(tokens, from) > 0 || !isCode(tokens, from);
  const end = closingBracket(tokens, {from, to});
  if (tokens.kinds[from] === WORD && KINDS.at(tokens, end - 1) !== null) return true;
  if (THE.at(tokens, from) !== null) return isCapital(tokens, from + 1) && from + 1 < end;
  // "at delaware", "at id Software", "at digibank by Osprey"
  if (!opensSmallName(tokens, from)) return false;
  return from + 1 === end || isCapital(tokens, from + 1) || BY.at(tokens, from + 1) !== null;
}

const THE = phrases('the');

/** Where the bracket opens that a stretch ends with; its end where it ends with none. */
function closingBracket(tokens: Tokens, {from, to}: TokenRange): number {
  if (!isMark(tokens, to - 1, ')')) return to;
  let at = to - 2;
  while (at > from && !isMark(tokens, at, '(')) at--;
  return at > from ? at : to;
}

/** A name of the guide's own company or a known one, whatever stands behind it: "Microsoft Xbox Security" is of Microsoft. */
function ownOrKnown(tokens: Tokens, {from, to}: TokenRange, own: readonly string[]): NamedLevel | null {
  const told = endOfOwnName(tokens, from, own);
  let end = Math.max(told, endOfKnownName(tokens, from), endOfKind(tokens, from));
  if (end === 0 || end >= to || isOfTwo(tokens, end)) return null;
  // "Fidelity Investments SWE" beside a known Fidelity
  while (told < end && end < to - 1 && goesOnAsName(tokens, end)) end++;
  // "Amazon Robotics SDE II"
  if (told < end && end < to - 1 && closesKnownName(tokens, end)) end++;
  const level = isPossessive(tokens, end) ? end + 1 : end;
  return level < to && !isJoined(tokens, level) ? named(tokens, {from, to: end}, {from: level, to}) : null;
}

function endOfKind(tokens: Tokens, from: number): number {
  return BIG_TECH.at(tokens, from)?.to ?? 0;
}

/** A name that nobody has listed ends where a level or a role begins. */
function unknownName(tokens: Tokens, {from, to}: TokenRange, heard: Heard): NamedLevel | null {
  const said = heard(tokens, {from, to});
  if (said > from + 1) return named(tokens, {from, to: said}, {from: said, to});
  if (!canOpenName(tokens, from) || isLevelAt(tokens, from) || isTradeRole(tokens, from)) return null;
  let end = from + 1;
  while (end < to && !opensLevel(tokens, end)) end++;
  if (end === to) return null;
  if (end - from > 1 && endsLevelOnly(tokens, end, to)) {
    // "Zorblatt Knowmaster II"; before a bracket, where the guide says so
    if (!isMark(tokens, end, '(')) end--;
    else if (said > from) end = said;
  }
  const name = isPossessive(tokens, end - 1) ? end - 1 : end;
  return named(tokens, {from, to: name}, {from: end, to});
}

/** Whether the level begins at this token, behind a company's name. */
function opensLevel(tokens: Tokens, at: number): boolean {
  if (isJoined(tokens, at) || isOfTwo(tokens, at) || closesName(tokens, at)) return false;
  if (isLevelAt(tokens, at) || opensRole(tokens, at)) return true;
  // a ladder of one letter: "D (IC4)"
  return isMark(tokens, at + 1, '(') && /^[A-Z]$/.test(wordAt(tokens, at));
}

/** "Osprey", "1Password", "eBay", "n8n", "monday.com". */
function canOpenName(tokens: Tokens, at: number): boolean {
  if (
    isCapital(tokens, at) ||
    /^[a-z\d]+(?:[A-Z\d]|\.[a-z])/.test(wordAt(tokens, at)) ||
    endOfKnownName(tokens, at) > 0
  )
    return true;
  if (/^[\da-z]+\.[a-z]{2,}$/.test(wordAt(tokens, at))) return true;
  return (
    tokens.kinds[at] === WORD &&
    isMark(tokens, at + 1, '.') &&
    isJoined(tokens, at + 1) &&
    isJoined(tokens, at + 2)
  );
}

/** Whether a token goes on with the one before it without a blank: "Take-Two", "Bill.com". */
function isJoined(tokens: Tokens, at: number): boolean {
  const [end, start] = [tokens.ends[at - 1] as number, tokens.starts[at] as number];
  if (tokens.kinds[at] === MARK && !isMark(tokens, at, '(')) return start === end;
  const between = tokens.text.slice(end, start);
  return between === '-' || (start === end && tokens.kinds[at - 1] === MARK && !isMark(tokens, at - 1, ')'));
}

/** Whether a slash or an ampersand makes one employer of two: "Cerner/Oracle", "Johnson & Johnson". */
function isOfTwo(tokens: Tokens, at: number): boolean {
  if (isMark(tokens, at, '&')) return true;
  return isMark(tokens, at, '/') && tokens.ends[at - 1] === tokens.starts[at] && !isLevelAt(tokens, at - 1);
}

function isPossessive(tokens: Tokens, at: number): boolean {
  return /^['’]s$/.test(wordAt(tokens, at));
}

function isEdge(tokens: Tokens, at: number): boolean {
  return tokens.kinds[at] === MARK && '-–—:,;.•<>='.includes(wordAt(tokens, at));
}

function named(tokens: Tokens, company: TokenRange, level: TokenRange): NamedLevel {
  return {company: textOf(tokens, company), level: textOf(tokens, level)};
}

/** What tokens say, with single blanks and without blanked markup; a point that ends "Sr." stays. */
export function textOf(tokens: Tokens, {from, to}: TokenRange): string {
  if (from >= to) return '';
  return plain(tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]));
}

/** A text as a person reads it, its markup blanked. */
export function plain(text: string): string {
  return text.replaceAll('\uFEFF', '').replace(/\s+/g, ' ').trim();
}

/** Whether one word, with slashes and hyphens in it, is of a level: "Senior/Staff", "DevOps/SRE", "L4-L5". */
export function isLevelWord(word: string): boolean {
  const tokens = tokensOf(word);
  if (tokens.count === 0) return false;
  if (isMark(tokens, 0, '(')) return true;
  const isSlashed = word.includes('/');
  let told = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === MARK) continue;
    const isPart = isLevelAt(tokens, at) || (told > 0 && isSlashed && wordAt(tokens, at).length < 4);
    if (!isPart) return false;
    told++;
  }
  return told > 0;
}

/** An employer's name without the role behind it: "Okta SRE" is Okta, "Big Tech SRE roles" stays. */
export function employer(text: string, own: readonly string[] = []): string {
  const words = text.trim();
  const tokens = tokensOf(words);
  if (ROLES.at(tokens, tokens.count - 1) !== null || isKnownName(words)) return words;
  const range = trimmed(tokens, {from: 0, to: tokens.count});
  const found = namedLevel(tokens, range, own);
  if (found === null || namesAnother(tokens, range)) return words;
  return hasLevel(tokens, range) || isAside(tokens, range, own) ? found.company : words;
}

/** "Google SRE/Amazon": two employers with one role between them. */
function namesAnother(tokens: Tokens, {from, to}: TokenRange): boolean {
  let isOfLevel = false;
  for (let at = from + 1; at < to - 1; at++) {
    if (isMark(tokens, at, '/') && isOfLevel && canOpenName(tokens, at + 1) && !isLevelAt(tokens, at + 1)) {
      const end = Math.max(endOfKnownName(tokens, at + 1), at + 2);
      if (end >= to || isMark(tokens, end, '/')) return true;
    }
    isOfLevel ||= opensLevel(tokens, at);
  }
  return false;
}

/** Whether a known name goes on with no name: "Palo Alto Networks — I'm", "Osprey with a bonus". */
function isAside(tokens: Tokens, {from, to}: TokenRange, own: readonly string[]): boolean {
  const end = Math.max(endOfOwnName(tokens, from, own), endOfKnownName(tokens, from));
  if (end === 0 || end >= to || isJoined(tokens, end)) return false;
  return tokens.kinds[end] === MARK ? !isMark(tokens, end, '&') : /^[a-z]/.test(wordAt(tokens, end));
}

function hasLevel(tokens: Tokens, {from, to}: TokenRange): boolean {
  for (let at = from + 1; at < to; at++) if (opensLevel(tokens, at)) return true;
  return false;
}
