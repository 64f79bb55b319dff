import {endOfOwnName} from './firm-names.ts';
import {type NamedLevel, namedLevel, smallNamed, trimmed} from './firms.ts';
import type {Heard} from './heard-names.ts';
import {
  EQUALS,
  hasMark,
  isBar,
  isBlankAround,
  isBlankBehind,
  isComma,
  isEquals,
  isOneOf,
  split,
} from './level-marks.ts';
import {calledLevel} from './level-prose.ts';
import {isLevelAt, isTradeRole} from './ranks.ts';
import type {TokenRange} from './text-range.ts';
import {isMark, type Tokens} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** The names that tell where a company's ends: its own, the full one first, and those that the rest of the guide says. */
export interface Names {
  readonly own: readonly string[];
  readonly heard: Heard;
}

/** Says the same as "maps to". */
export const MAPS = new Vocabulary<true>([
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
export const IS = new Vocabulary<true>([
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
const WHICH = phrases(
  'which/that is/equals/matches/means (roughly/about) (a/an)|which/that maps/corresponds to|which/that would be (a/an)',
);
/** "Think of P3 as Google's L4". */
const THINK = phrases('^ think of|^ treat|^ read|^ take');
const AS = phrases('as');
const EQUIVALENT = phrases('equivalent/equivalents :');
const ARTICLE_CHOICE = phrases('or a/an');
const AND = phrases('and/or');
const AT = phrases('at|@');
const VERSUS = phrases('vs|versus');

/** How a line falls into rows and entries. */
export interface Shape {
  readonly isProse?: true;
  readonly rows: readonly TokenRange[];
  readonly entries: (row: TokenRange) => TokenRange[];
  /** Whether an entry is of the guide's own company where it names none. */
  readonly isOwn: (row: TokenRange, entry: TokenRange, at: number) => boolean;
}

const isFirst = (_row: TokenRange, _entry: TokenRange, at: number) => at === 0;

export function shapeOf(tokens: Tokens, whole: TokenRange, names: Names): Shape | null {
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
    // "P3: Google L4 = Meta E4", but of "Senior: X P4 = Google L5" no more than what stands behind the colon
    const isSign = (of: Tokens, at: number) =>
      isEquals(of, at) || isBar(of, at) || (isMark(of, at, ':') && isLevelAt(of, whole.from));
    const entries = (row: TokenRange) => {
      const [first, ...others] = split(tokens, row, isSign);
      const isLabel =
        isMark(tokens, first?.to ?? row.to, ':') &&
        endOfOwnName(tokens, trimmed(tokens, others[0] ?? row).from, names.own) > 0;
      return inList(first === undefined || (isLabel && others.length > 1) ? others : [first, ...others]);
    };
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
export function entryLevel(tokens: Tokens, entry: TokenRange, {own, heard}: Names): NamedLevel | null {
  return calledLevel(tokens, entry) ?? namedLevel(tokens, entry, own, heard) ?? smallNamed(tokens, entry);
}

/** A comma, a slash between blanks, and the "or" of "or an E4 at Meta". */
function isListMark(tokens: Tokens, at: number): boolean {
  if (isComma(tokens, at)) return true;
  if (isMark(tokens, at, '/')) return isBlankBehind(tokens, at) && tokens.ends[at - 1] !== tokens.starts[at];
  return ARTICLE_CHOICE.at(tokens, at) !== null;
}

/** No level is longer: behind more words a sentence goes on with something else. */
const LONGEST_LEVEL = 6;

export function isTerse(level: string): boolean {
  return (
    level.split(/[\s/]+/).length <= LONGEST_LEVEL && !/[.!?]\s|\b(?:but|that|which|because|if)\b/.test(level)
  );
}

/** Whether a sentence opens with a level of the guide's own company. */
export function isOfOwn(tokens: Tokens, from: number, own: readonly string[]): boolean {
  const {from: start} = trimmed(tokens, {from, to: tokens.count});
  return endOfOwnName(tokens, start, own) > 0 || isLevelAt(tokens, start) || isTradeRole(tokens, start);
}
