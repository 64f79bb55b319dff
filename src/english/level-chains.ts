import {endOfOwnName} from './firm-names.ts';
import {firstWordAs, isNamedSurely, namedLevel, textOf, type TokenRange, trimmed} from './firms.ts';
import {isLevelAt, isTradeRole} from './ranks.ts';
import {isCapital, isMark, MARK, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/** A level of a company and the stretch of the text that says so. */
export interface ChainLevel {
  readonly company: string;
  readonly level: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of a chain that could not be read, and why. */
export interface ChainLoss {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** A line that says that levels are equal. */
export interface LevelChain {
  readonly rows: readonly (readonly ChainLevel[])[];
  /** Whether words say so, "maps to" or a colon, and no sign. */
  readonly isProse: boolean;
  /** Where the chain ends and the sentences behind it begin; the text's length where none do. */
  readonly end: number;
  readonly lost: readonly ChainLoss[];
}

const EQUALS = '=~≈≅≃≡⇔↔→';
const BARS = '|·•';
const NO_CHAIN: LevelChain = {rows: [], isProse: false, end: 0, lost: []};

/** Says the same as "maps to". */
const MAPS = new Vocabulary<true>([
  [
    true,
    ['map/maps', 'correspond/corresponds', 'align/aligns', 'translate/translates', 'equate/equates', 'is/are']
      .map(verb => {
        const how = '(roughly/approximately/closely/directly/broadly/about)';
        const same = verb.startsWith('is') ? 'equivalent/comparable/equal' : '(equivalent/comparable)';
        return `(primarily/generally/typically/usually/normally/mostly) ${verb} ${how} ${same} to/with/onto`;
      })
      .join('|'),
  ],
]);
const EQUIVALENT = new Vocabulary<true>([[true, 'equivalent/equivalents :']]);
const ARTICLE_CHOICE = new Vocabulary<true>([[true, 'or a/an']]);
const AND = new Vocabulary<true>([[true, 'and/or']]);
const AT = new Vocabulary<true>([[true, 'at|@']]);
const NO = new Vocabulary<true>([[true, 'no|none']]);
const NOTE = new Vocabulary<true>([[true, 'note']]);
/** Words whose point ends no sentence. */
const ABBREVIATIONS = new Vocabulary<true>([[true, 'sr|jr|vs|inc|eng|mgr|dir|corp|co|ltd|approx|dept']]);

/**
 * Reads a line that says that levels are equal: "X L4 = Google L4 = Meta E4", "X L4 ≈ Google L4 | Meta E4", "X P3: …", "P3 at
 * X maps to L4 at Google and E4 at Meta". `own` are the names that the guide's own company goes by, the full one first: the
 * first level of each row is of it unless it names another. No rows where the line says nothing of the kind.
 */
export function levelChain(text: string, own: readonly string[]): LevelChain {
  const tokens = tokensOf(text);
  const whole = {from: 0, to: endOfChain(tokens)};
  const shape = shapeOf(tokens, whole, own);
  if (shape === null) return NO_CHAIN;
  const rows: ChainLevel[][] = [];
  const lost: ChainLoss[] = [];
  const lose = (range: TokenRange, why: string) => {
    if (range.from < range.to) lost.push({...charsOf(tokens, range), why});
  };
  for (const row of shape.rows) {
    const read: ChainLevel[] = [];
    for (const [at, piece] of shape.entries(row).entries()) {
      const entry = trimmed(tokens, piece);
      const isOwn = entry.from < entry.to && shape.isOwn(row, piece, at);
      const found = isOwn
        ? ownLevel(tokens, entry, own)
        : (namedLevel(tokens, entry, own) ?? firstWordAs(tokens, entry));
      if (found !== null) read.push({...found, ...charsOf(tokens, entry)});
      else if (saysSomething(tokens, entry)) lose(entry, 'a level of no company that could be told');
    }
    if (read.length > 1) rows.push(read);
    else lose(row, 'a level that is equal to no other');
  }
  const end = tokens.ends[whole.to - 1] ?? 0;
  return {rows, isProse: shape.isProse === true, end, lost};
}

/** How a line falls into rows and entries. */
interface Shape {
  readonly isProse?: true;
  readonly rows: readonly TokenRange[];
  readonly entries: (row: TokenRange) => TokenRange[];
  /** Whether an entry is of the guide's own company where it names none. */
  readonly isOwn: (row: TokenRange, entry: TokenRange, at: number) => boolean;
}

const isFirst = (_row: TokenRange, _entry: TokenRange, at: number) => at === 0;

function shapeOf(tokens: Tokens, whole: TokenRange, own: readonly string[]): Shape | null {
  const equals = split(tokens, whole, isEquals).length > 1;
  const label = EQUIVALENT.first(tokens, whole.from, whole.to);
  if (label !== null && label.from > whole.from) {
    // "Engineer (IC3) | X Band 3 | Equivalent: Google L4, Meta E4"
    const before = split(tokens, {from: whole.from, to: label.from}, isBar);
    return {
      rows: [whole],
      entries: () => [...before, ...listed(tokens, {from: label.to, to: whole.to})],
      isOwn: isFirst,
    };
  }
  const inList = (sides: TokenRange[]) =>
    sides.flatMap((side, at) => (at === 0 ? [side] : listed(tokens, side)));
  if (equals) {
    const parts = split(tokens, whole, (of, at) => isBar(of, at) || isMark(of, at, ';'));
    const isRow = parts.length > 1 && parts.every(part => split(tokens, part, isEquals).length > 1);
    const entries = (row: TokenRange) =>
      inList(split(tokens, row, (of, at) => isEquals(of, at) || isBar(of, at)));
    return {rows: isRow ? parts : [whole], entries, isOwn: isFirst};
  }
  if (MAPS.first(tokens, whole.from, whole.to) !== null) return mapping(tokens, whole);
  return barred(tokens, whole, own);
}

/** "X iOS (M) | Snap L4 | Meta E4", and "X P4: Google L5, Meta E5": nothing but the names says that it is a chain. */
function barred(tokens: Tokens, whole: TokenRange, own: readonly string[]): Shape | null {
  const bars = split(tokens, whole, isBar);
  const colon = split(tokens, whole, (of, at) => isMark(of, at, ':'));
  const pieces = bars.length > 2 ? bars : colon.length === 2 && bars.length === 1 ? colon : [];
  const [first, ...others] = pieces;
  if (first === undefined) return null;
  const entries = [first, ...others.flatMap(side => listed(tokens, side))];
  const areNamed = entries.every((piece, at) => at === 0 || isNamed(tokens, piece));
  const {from, to} = trimmed(tokens, first);
  const isOwn =
    endOfOwnName(tokens, from, own) > 0 || levelAtOwn(tokens, {from, to}, own) || isLevelAt(tokens, from);
  if (entries.length < 2 || from >= to || !areNamed || !isOwn) return null;
  const shape = {rows: [whole], entries: () => entries, isOwn: isFirst};
  return pieces === colon ? {...shape, isProse: true} : shape;
}

/** "PE at X". */
function levelAtOwn(tokens: Tokens, range: TokenRange, own: readonly string[]): boolean {
  const company = namedLevel(tokens, range, own)?.company;
  return company !== undefined && own.includes(company);
}

/** "PE at X maps to IC2 (L4 at Google, E4 at Meta) and L5 at most firms; SPE maps to …". */
function mapping(tokens: Tokens, whole: TokenRange): Shape {
  const entries = (row: TokenRange) => {
    const verb = MAPS.first(tokens, row.from, row.to);
    if (verb === null) return [row];
    const sides = unbracketed(tokens, {from: verb.to, to: row.to});
    return [{from: row.from, to: verb.from}, ...sides.flatMap(side => listed(tokens, side))];
  };
  return {
    isProse: true,
    rows: split(tokens, whole, (of, at) => isMark(of, at, ';')),
    entries,
    // the second of "PE at X maps to IC2 (…)" is of X as the first is
    isOwn: (row, entry, at) =>
      at === 0 || (at === 1 && hasMark(tokens, row, '(') && AT.first(tokens, entry.from, entry.to) === null),
  };
}

/** "IC2 (L4 at one, E4 at another)": what stands in a list in brackets is listed too, unless it names companies and no level. */
function unbracketed(tokens: Tokens, {from, to}: TokenRange): TokenRange[] {
  const sides: TokenRange[] = [];
  let open = from;
  for (let at = from; at < to; at++) {
    if (!isMark(tokens, at, '(')) continue;
    let close = at + 1;
    while (close < to && !isMark(tokens, close, ')') && !isMark(tokens, close, '(')) close++;
    const list = {from: at + 1, to: close};
    const isList = AT.first(tokens, list.from, list.to) !== null || hasMark(tokens, list, ',');
    if (!isMark(tokens, close, ')') || !isList) continue;
    sides.push({from: open, to: at});
    if (split(tokens, list, isComma).some(item => isNamed(tokens, item))) sides.push(list);
    open = close + 1;
    at = close;
  }
  return [...sides, {from: open, to}];
}

/**
 * "A, B / C and D": pieces that begin with a role or level belong to the piece before ("Senior PM / Principal PM"), and "and"
 * parts two that each name a company.
 */
function listed(tokens: Tokens, side: TokenRange): TokenRange[] {
  const pieces: TokenRange[] = [];
  for (const piece of split(tokens, side, isListMark)) {
    const last = pieces.at(-1);
    const first = AND.at(tokens, piece.from)?.to ?? piece.from;
    const isOfLast = isLevelAt(tokens, first) && !isNamed(tokens, piece);
    if (last !== undefined && isOfLast) pieces[pieces.length - 1] = {from: last.from, to: piece.to};
    else if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces.flatMap(piece => halved(tokens, piece));
}

/** "Osprey L4 and Heron E4", "Osprey L4 or Heron E4": two entries where each half names a company and a level. */
function halved(tokens: Tokens, piece: TokenRange): TokenRange[] {
  const halves = split(tokens, piece, (of, at) => AND.at(of, at) !== null && at > piece.from);
  return halves.length > 1 && halves.every(half => isNamed(tokens, half)) ? halves : [piece];
}

function isNamed(tokens: Tokens, range: TokenRange): boolean {
  return namedLevel(tokens, trimmed(tokens, range), []) !== null;
}

/** The first level of a row: of the company it names for certain, else of the guide's own, all of it. */
function ownLevel(tokens: Tokens, entry: TokenRange, own: readonly string[]) {
  if (
    !isNamedSurely(tokens, entry, own) &&
    (isLevelAt(tokens, entry.from) || isTradeRole(tokens, entry.from))
  )
    return {company: own[0] ?? '', level: textOf(tokens, entry)};
  return namedLevel(tokens, entry, own) ?? {company: own[0] ?? '', level: textOf(tokens, entry)};
}

function saysSomething(tokens: Tokens, {from, to}: TokenRange): boolean {
  if (from >= to || (NO.at(tokens, from) !== null && !hasMark(tokens, {from, to}, '>'))) return false;
  return /[A-Z\d]/.test(textOf(tokens, {from, to}));
}

/** The stretches between separators outside brackets; empty ones too. A separator is one token. */
function split(
  tokens: Tokens,
  {from, to}: TokenRange,
  isSeparator: (tokens: Tokens, at: number) => boolean,
): TokenRange[] {
  const parts: TokenRange[] = [];
  let open = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (isMark(tokens, at, '(')) depth++;
    else if (isMark(tokens, at, ')')) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(tokens, at)) {
      parts.push({from: open, to: at});
      open = at + 1;
    }
  }
  return [...parts, {from: open, to}];
}

function isEquals(tokens: Tokens, at: number): boolean {
  // "~5 years" is about five
  return isOneOf(tokens, at, EQUALS) && (!isMark(tokens, at, '~') || isBlankBehind(tokens, at));
}

function isBar(tokens: Tokens, at: number): boolean {
  return isOneOf(tokens, at, BARS);
}

function isComma(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, ',') && isBlankBehind(tokens, at);
}

/** A comma, a slash between blanks, and the "or" of "or an E4 at Meta". */
function isListMark(tokens: Tokens, at: number): boolean {
  if (isComma(tokens, at)) return true;
  if (isMark(tokens, at, '/')) return isBlankBehind(tokens, at) && tokens.ends[at - 1] !== tokens.starts[at];
  return ARTICLE_CHOICE.at(tokens, at) !== null;
}

/** A chain may go on with sentences, or with a remark behind a double hyphen, a dash or a semicolon. */
function endOfChain(tokens: Tokens): number {
  let depth = 0;
  for (let at = 1; at < tokens.count; at++) {
    if (isMark(tokens, at, '(')) depth++;
    else if (isMark(tokens, at, ')')) depth--;
    if (isSentenceEnd(tokens, at) || isDoubleHyphen(tokens, at)) return at;
    if (depth > 0) continue;
    if (isMark(tokens, at, '—') && isRemark(tokens, at + 1)) return at;
    if (isMark(tokens, at, ';') && !goesOn(tokens, at + 1)) return at;
  }
  return isMark(tokens, tokens.count - 1, '.') ? tokens.count - 1 : tokens.count;
}

function isSentenceEnd(tokens: Tokens, at: number): boolean {
  if (!isMark(tokens, at, '.') || !isBlankBehind(tokens, at) || !isCapital(tokens, at + 1)) return false;
  // an initial, but not the end of "PM-T"
  const isInitial =
    /(?:^|\.)[A-Z]$/.test(wordAt(tokens, at - 1)) &&
    tokens.text[(tokens.starts[at - 1] as number) - 1] !== '-';
  return ABBREVIATIONS.at(tokens, at - 1) === null && !isInitial;
}

function isDoubleHyphen(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, '-') && isMark(tokens, at + 1, '-') && isBlankBehind(tokens, at + 1);
}

/** Behind a dash: words in small letters, or "Note". */
function isRemark(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  return NOTE.at(tokens, at) !== null || /^[a-z]/.test(wordAt(tokens, at));
}

/** Whether behind a semicolon another row begins. */
function goesOn(tokens: Tokens, from: number): boolean {
  for (let at = from; at < tokens.count && !isMark(tokens, at, ';') && !isMark(tokens, at, '.'); at++)
    if (isEquals(tokens, at) || MAPS.at(tokens, at) !== null) return true;
  return false;
}

function isOneOf(tokens: Tokens, at: number, marks: string): boolean {
  return tokens.kinds[at] === MARK && marks.includes(wordAt(tokens, at));
}

function hasMark(tokens: Tokens, {from, to}: TokenRange, mark: string): boolean {
  for (let at = from; at < to; at++) if (isMark(tokens, at, mark)) return true;
  return false;
}

function isBlankBehind(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at] as number;
  return end === tokens.text.length || /\s/.test(tokens.text[end] as string);
}

/** With the blanked markup around it: "**P3**". */
function charsOf(tokens: Tokens, {from, to}: TokenRange): {from: number; to: number} {
  let [start, end] = [tokens.starts[from] as number, tokens.ends[to - 1] as number];
  while (tokens.text[start - 1] === GAP) start--;
  while (tokens.text[end] === GAP) end++;
  return {from: start, to: end};
}

const GAP = '\uFEFF';
