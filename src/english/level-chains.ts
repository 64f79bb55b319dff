import {isKnownName} from './firm-names.ts';
import {firstWordAs, isNamedSurely, namedLevel, textOf, trimmed} from './firms.ts';
import {type Heard, NOTHING_HEARD} from './heard-names.ts';
import {hasMark, isBlankBehind, isEquals} from './level-marks.ts';
import {calledLevel, saysCalled} from './level-prose.ts';
import {entryLevel, IS, isOfOwn, isTerse, MAPS, type Names, shapeOf} from './level-shapes.ts';
import {isLevelAt, isTradeRole} from './ranks.ts';
import type {TokenRange} from './text-range.ts';
import {isCapital, isMark, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';

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

const NO_CHAIN: LevelChain = {rows: [], isProse: false, end: 0, lost: []};

const NOTE = phrases('note');
const NO = phrases('no|none');
/** What may stand behind a level of the guide's own company. */
const HERE = phrases('here|internally|in house');
/** Words whose point ends no sentence. */
const ABBREVIATIONS = phrases('sr|jr|vs|inc|eng|mgr|dir|corp|co|ltd|approx|dept');

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

/** With the blanked markup around it: "**P3**". */
function charsOf(tokens: Tokens, {from, to}: TokenRange): {from: number; to: number} {
  let [start, end] = [tokens.starts[from] as number, tokens.ends[to - 1] as number];
  while (tokens.text[start - 1] === GAP) start--;
  while (tokens.text[end] === GAP) end++;
  return {from: start, to: end};
}

const GAP = '\uFEFF';
