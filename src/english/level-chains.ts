import {endOfOwnName, isKnownName} from './firm-names.ts';
import {type Heard, NOTHING_HEARD} from './heard-names.ts';
import {calledLevel, saysCalled} from './level-prose.ts';
import {
  firstWordAs,
  isNamedSurely,
  type NamedLevel,
  namedLevel,
  smallNamed,
  textOf,
  type TokenRange,
  trimmed,
} from './firms.ts';
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

const EQUALS = '=~≈≅≃≡≙≜≒∼⇔⇒⇄⟷⟺↔→';
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
/** Says so where every entry names its company: "is an L4 at Google", "matches L4 at Google". */
const IS = new Vocabulary<true>([
  [
    true,
    [
      'is/are',
      'would/will be',
      'sits/stands/ranks/lands',
      'becomes',
      'means',
      'equals/equal',
      'matches/match',
      'mirrors/mirror',
    ]
      .flatMap(verb => [
        `${verb} (roughly/about/approximately/broadly/closely/usually/typically/what)`,
        `${verb} (roughly/about/approximately/broadly/usually/typically) (the) same as/level`,
        `${verb} (roughly/about/approximately/broadly/usually/typically) (on) (a) par/level with`,
        `${verb} (roughly/about/approximately/broadly/usually/typically) with/at/beside/alongside`,
        `${verb} (roughly/about/approximately/broadly/usually/typically) the equivalent of`,
      ])
      .join('|'),
  ],
  [
    true,
    'compares/compare (roughly/closely/best) to/with|lines/line up with|counts/count as|converts/convert to',
  ],
  [true, 'amounts/amount to|runs/run parallel to|parallels|is/are called|is/are known as'],
]);
/** "At X you are a P3, which is L4 at Google". */
const WHICH = new Vocabulary<true>([
  [
    true,
    'which/that is/equals/matches/means (roughly/about) (a/an)|which/that maps/corresponds to|which/that would be (a/an)',
  ],
]);
/** "Think of P3 as Google's L4". */
const THINK = new Vocabulary<true>([[true, '^ think of|^ treat|^ read|^ take']]);
const AS = new Vocabulary<true>([[true, 'as']]);
/** What may stand behind a level of the guide's own company. */
const HERE = new Vocabulary<true>([[true, 'here|internally|in house']]);
const EQUIVALENT = new Vocabulary<true>([[true, 'equivalent/equivalents :']]);
const ARTICLE_CHOICE = new Vocabulary<true>([[true, 'or a/an']]);
const AND = new Vocabulary<true>([[true, 'and/or']]);
const AT = new Vocabulary<true>([[true, 'at|@']]);
const VERSUS = new Vocabulary<true>([[true, 'vs|versus']]);
const NO = new Vocabulary<true>([[true, 'no|none']]);
const NOTE = new Vocabulary<true>([[true, 'note']]);
/** Words whose point ends no sentence. */
const ABBREVIATIONS = new Vocabulary<true>([[true, 'sr|jr|vs|inc|eng|mgr|dir|corp|co|ltd|approx|dept']]);

/** The names that tell where a company's ends: its own, the full one first, and those that the rest of the guide says. */
interface Names {
  readonly own: readonly string[];
  readonly heard: Heard;
}

/**
 * Reads a line that says that levels are equal: "X L4 = Google L4 = Meta E4", "X L4 ≈ Google L4 | Meta E4", "X P3: …", "P3 at
 * X maps to L4 at Google and E4 at Meta", "X calls it P3; at Google it is L4". `own` are the names that the guide's own company
 * goes by, the full one first: the first level of each row is of it unless it names another. Sentences that say more of the
 * same follow on. No rows where the line says nothing of the kind.
 */
export function levelChain(text: string, own: readonly string[], heard: Heard = NOTHING_HEARD): LevelChain {
  const tokens = tokensOf(text);
  const names = {own, heard};
  const first = sentence(tokens, 0, names);
  if (first === null) return NO_CHAIN;
  const rows = [...first.rows];
  const lost = [...first.lost];
  let end = first.to;
  for (let from = end + 1; first.rows.length > 0 && isMark(tokens, from - 1, '.') && from < tokens.count; ) {
    const next = sentence(tokens, from, names);
    if (next === null || !next.isWhole || !isOfOwn(tokens, from, own)) break;
    rows.push(...next.rows);
    end = next.to;
    from = end + 1;
  }
  return {
    rows: alike(rows, own),
    isProse: first.isProse,
    end: tokens.ends[end - 1] ?? 0,
    lost: lost.map(({range, why}) => ({...charsOf(tokens, range), why})),
  };
}

/** What one sentence of a chain says, up to token `to`. */
interface Sentence {
  readonly rows: readonly (readonly ChainLevel[])[];
  readonly lost: readonly {readonly range: TokenRange; readonly why: string}[];
  readonly isProse: boolean;
  /** Whether all of it is levels of companies. */
  readonly isWhole: boolean;
  readonly to: number;
}

function sentence(tokens: Tokens, from: number, names: Names): Sentence | null {
  const whole = {from, to: endOfChain(tokens, from)};
  const shape = shapeOf(tokens, whole, names);
  if (shape === null) return null;
  const rows: ChainLevel[][] = [];
  const lost: {range: TokenRange; why: string}[] = [];
  const lose = (range: TokenRange, why: string) => {
    if (range.from < range.to) lost.push({range, why});
  };
  for (const row of shape.rows) {
    const read: ChainLevel[] = [];
    for (const [at, piece] of shape.entries(row).entries()) {
      const entry = trimmed(tokens, piece);
      const isOwn = entry.from < entry.to && shape.isOwn(row, piece, at);
      const found = isOwn
        ? ownLevel(tokens, entry, names)
        : (entryLevel(tokens, entry, names) ?? firstWordAs(tokens, entry));
      if (found !== null) read.push({...found, ...charsOf(tokens, entry)});
      else if (saysSomething(tokens, entry)) lose(entry, 'a level of no company that could be told');
    }
    if (read.length > 1) rows.push(read);
    else lose(row, 'a level that is equal to no other');
  }
  const isWhole =
    rows.length > 0 && lost.length === 0 && rows.every(row => row.every(({level}) => isTerse(level)));
  return {rows, lost, isProse: shape.isProse === true, isWhole, to: whole.to};
}

/** No level is longer: behind more words a sentence goes on with something else. */
const LONGEST_LEVEL = 6;

function isTerse(level: string): boolean {
  return (
    level.split(/[\s/]+/).length <= LONGEST_LEVEL && !/[.!?]\s|\b(?:but|that|which|because|if)\b/.test(level)
  );
}

/** Whether a sentence opens with a level of the guide's own company. */
function isOfOwn(tokens: Tokens, from: number, own: readonly string[]): boolean {
  const {from: start} = trimmed(tokens, {from, to: tokens.count});
  return endOfOwnName(tokens, start, own) > 0 || isLevelAt(tokens, start) || isTradeRole(tokens, start);
}

/**
 * Rows of one map name a company alike: where one reads "Heron Senior Consultant", the next "Heron Engagement Lead" is of Heron.
 */
function alike(
  rows: readonly (readonly ChainLevel[])[],
  own: readonly string[],
): readonly (readonly ChainLevel[])[] {
  if (rows.length < 2) return rows;
  const names = new Set(
    rows.flatMap(row => row.map(({company}) => company)).filter(name => !own.includes(name)),
  );
  return rows.map(row =>
    row.map(entry => {
      const {company, level} = entry;
      const shorter = [...names].find(name => company.startsWith(`${name} `));
      if (shorter === undefined || own.includes(company) || isKnownName(company)) return entry;
      return {...entry, company: shorter, level: `${company.slice(shorter.length + 1)} ${level}`};
    }),
  );
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

function shapeOf(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
  const equals = split(tokens, whole, isEquals).length > 1;
  const label = EQUIVALENT.first(tokens, whole.from, whole.to);
  if (label !== null && label.from > whole.from) {
    // "Engineer (IC3) | X Band 3 | Equivalent: Google L4, Meta E4"
    const before = split(tokens, {from: whole.from, to: label.from}, isBar);
    return {
      rows: [whole],
      entries: () => [...before, ...listed(tokens, {from: label.to, to: whole.to}, names)],
      isOwn: isFirst,
    };
  }
  const inList = (sides: TokenRange[]) =>
    sides.flatMap((side, at) => (at === 0 ? [side] : listed(tokens, side, names)));
  if (equals) {
    const parts = split(tokens, whole, (of, at) => isBar(of, at) || isMark(of, at, ';'));
    const isRow = parts.length > 1 && parts.every(part => split(tokens, part, isEquals).length > 1);
    const entries = (row: TokenRange) =>
      inList(split(tokens, row, (of, at) => isEquals(of, at) || isBar(of, at)));
    return {rows: isRow ? parts : [whole], entries, isOwn: isFirst};
  }
  const which = WHICH.first(tokens, whole.from, whole.to);
  if (which !== null && calledLevel(tokens, {from: whole.from, to: which.from}) !== null)
    return mapping(tokens, whole, WHICH, names);
  if (MAPS.first(tokens, whole.from, whole.to) !== null) return mapping(tokens, whole, MAPS, names);
  return (
    called(tokens, whole, names) ??
    told(tokens, whole, names) ??
    barred(tokens, whole, names) ??
    spaced(tokens, whole, names)
  );
}

/** "X calls it P3; at Google it is L4 and Meta calls it E4": one row, of which each entry says whose it is. */
function called(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
  const entries = split(tokens, whole, (of, at) => isComma(of, at) || isMark(of, at, ';')).flatMap(piece =>
    halved(tokens, piece, names),
  );
  const isCalled = (entry: TokenRange) => calledLevel(tokens, trimmed(tokens, entry)) !== null;
  const isPlain = ({from, to}: TokenRange) =>
    isNamed(tokens, {from, to}, names) && IS.first(tokens, from, to) === null;
  if (entries.length < 2 || !entries.some(isCalled)) return null;
  if (!entries.every(entry => isCalled(entry) || isPlain(entry))) return null;
  return {isProse: true, rows: [whole], entries: () => entries, isOwn: () => false};
}

/** "A P3 at X is what Google calls L4, an E4 at Meta and …": weaker words than "maps to" say so where all names are told. */
function told(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
  const think = THINK.at(tokens, whole.from);
  const shape =
    think === null
      ? mapping(tokens, whole, IS, names)
      : mapping(tokens, {from: think.to, to: whole.to}, AS, names);
  const isTold = shape.rows.every(row => {
    const [first, ...others] = shape.entries(row);
    if (first === undefined || others.length === 0) return false;
    const entry = trimmed(tokens, first);
    const company = calledLevel(tokens, entry)?.company ?? '';
    const isOwn =
      isOfOwn(tokens, first.from, names.own) ||
      levelAtOwn(tokens, entry, names.own) ||
      names.own.includes(company);
    return isOwn && entry.from < entry.to && others.every(other => tellsLevel(tokens, other, names));
  });
  return isTold ? shape : null;
}

/** An entry of prose that names a level as such, in capitals or with a digit. */
function tellsLevel(tokens: Tokens, range: TokenRange, names: Names): boolean {
  const found = entryLevel(tokens, trimmed(tokens, range), names);
  return found !== null && isTerse(found.level) && /[\p{Lu}\d]/u.test(found.level);
}

/** "X P3 / Google L4 / Meta E4", "X P3 – Google L4 – Meta E4", "X P3 (Google L4, Meta E4)". */
function spaced(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
  const isSlash = (of: Tokens, at: number) => isOneOf(of, at, '/') && isBlankAround(of, at);
  const isDash = (of: Tokens, at: number) => isOneOf(of, at, '-–—') && isBlankAround(of, at);
  for (const isSeparator of [isSlash, isDash, isVersus, isComma]) {
    const pieces = split(tokens, whole, isSeparator);
    if (pieces.length > 2 && isRowOfOwn(tokens, pieces, names))
      return {rows: [whole], entries: () => pieces, isOwn: isFirst};
  }
  const list = closingList(tokens, whole);
  if (list === null) return null;
  const pieces = [{from: whole.from, to: list.open}, ...listed(tokens, list, names)];
  return pieces.length > 2 && isRowOfOwn(tokens, pieces, names)
    ? {rows: [whole], entries: () => pieces, isOwn: isFirst}
    : null;
}

function isRowOfOwn(tokens: Tokens, [first, ...others]: readonly TokenRange[], names: Names): boolean {
  if (first === undefined || !others.every(piece => isNamed(tokens, piece, names))) return false;
  const {from, to} = trimmed(tokens, first);
  return endOfOwnName(tokens, from, names.own) > 0 || levelAtOwn(tokens, {from, to}, names.own);
}

/** What stands in the brackets that a line ends with, without a sign of equality at its head. */
function closingList(tokens: Tokens, {from, to}: TokenRange): (TokenRange & {readonly open: number}) | null {
  if (!isMark(tokens, to - 1, ')')) return null;
  let open = to - 2;
  while (open > from && !isMark(tokens, open, '(')) open--;
  if (open <= from) return null;
  return {open, from: isOneOf(tokens, open + 1, EQUALS) ? open + 2 : open + 1, to: to - 1};
}

function isVersus(tokens: Tokens, at: number): boolean {
  return VERSUS.at(tokens, at) !== null;
}

function isBlankAround(tokens: Tokens, at: number): boolean {
  return isBlankBehind(tokens, at) && tokens.ends[at - 1] !== tokens.starts[at];
}

/** "X iOS (M) | Snap L4 | Meta E4", and "X P4: Google L5, Meta E5": nothing but the names says that it is a chain. */
function barred(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
  const {own} = names;
  const bars = split(tokens, whole, isBar);
  const colon = split(tokens, whole, (of, at) => isMark(of, at, ':'));
  const pieces = bars.length > 2 ? bars : colon.length === 2 && bars.length === 1 ? colon : [];
  const [first, ...others] = pieces;
  if (first === undefined) return null;
  const entries = [first, ...others.flatMap(side => listed(tokens, side, names))];
  const areNamed = entries.every((piece, at) => at === 0 || isNamed(tokens, piece, names));
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
function mapping(tokens: Tokens, whole: TokenRange, verbs: Vocabulary<true>, names: Names): Shape {
  const entries = (row: TokenRange) => {
    const verb = verbs.first(tokens, row.from + 1, row.to);
    if (verb === null) return [row];
    const sides = unbracketed(tokens, {from: verb.to, to: row.to}, names);
    return [{from: row.from, to: verb.from}, ...sides.flatMap(side => listed(tokens, side, names))];
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
function unbracketed(tokens: Tokens, {from, to}: TokenRange, names: Names): TokenRange[] {
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
    if (split(tokens, list, isComma).some(item => isNamed(tokens, item, names))) sides.push(list);
    open = close + 1;
    at = close;
  }
  return [...sides, {from: open, to}];
}

/**
 * "A, B / C and D": pieces that begin with a role or level belong to the piece before ("Senior PM / Principal PM"), and "and"
 * parts two that each name a company.
 */
function listed(tokens: Tokens, side: TokenRange, names: Names): TokenRange[] {
  const pieces: TokenRange[] = [];
  for (const piece of split(tokens, side, isListMark)) {
    const last = pieces.at(-1);
    const first = AND.at(tokens, piece.from)?.to ?? piece.from;
    const isOfLast = isLevelAt(tokens, first) && !isNamed(tokens, piece, names);
    if (last !== undefined && isOfLast) pieces[pieces.length - 1] = {from: last.from, to: piece.to};
    else if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces.flatMap(piece => halved(tokens, piece, names));
}

/** "Osprey L4 and Heron E4", "Osprey L4 or Heron E4": two entries where each half names a company and a level. */
function halved(tokens: Tokens, piece: TokenRange, names: Names): TokenRange[] {
  const halves = split(tokens, piece, (of, at) => AND.at(of, at) !== null && at > piece.from);
  return halves.length > 1 && halves.every(half => isNamed(tokens, half, names)) ? halves : [piece];
}

function isNamed(tokens: Tokens, range: TokenRange, names: Names): boolean {
  return entryLevel(tokens, trimmed(tokens, range), names) !== null;
}

/** The company that an entry names, and its level. */
function entryLevel(tokens: Tokens, entry: TokenRange, {own, heard}: Names): NamedLevel | null {
  return calledLevel(tokens, entry) ?? namedLevel(tokens, entry, own, heard) ?? smallNamed(tokens, entry);
}

/** The first level of a row: of the company it names for certain, else of the guide's own, all of it. */
function ownLevel(tokens: Tokens, said: TokenRange, names: Names) {
  const {own, heard} = names;
  const here = HERE.first(tokens, said.from + 1, said.to);
  const entry = here?.to === said.to ? {from: said.from, to: here.from} : said;
  const all = {company: own[0] ?? '', level: textOf(tokens, entry)};
  const called = calledLevel(tokens, entry);
  if (called !== null) return called;
  const isSure = isNamedSurely(tokens, entry, own);
  if (!isSure && (isLevelAt(tokens, entry.from) || isTradeRole(tokens, entry.from))) return all;
  return namedLevel(tokens, entry, own, heard) ?? all;
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
  if (isMark(tokens, at, '>')) return isArrow(tokens, at);
  // "~5 years" is about five
  return isOneOf(tokens, at, EQUALS) && (!isMark(tokens, at, '~') || isBlankBehind(tokens, at));
}

/** "->", "=>", "<->": the mark before it is at the end of what stands before. */
function isArrow(tokens: Tokens, at: number): boolean {
  return isOneOf(tokens, at - 1, '-=') && tokens.ends[at - 1] === tokens.starts[at];
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
function endOfChain(tokens: Tokens, from: number): number {
  let depth = 0;
  for (let at = from + 1; at < tokens.count; at++) {
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
    if (isEquals(tokens, at) || [MAPS, IS].some(one => one.at(tokens, at) !== null) || saysCalled(tokens, at))
      return true;
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
