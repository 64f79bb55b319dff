import {type Heard, levelChain, type LevelChain, type OwnNames} from '../english/index.ts';
import type {Page, TextRange} from './blocks.ts';

/** A stretch of a block that is a chain of levels, or a remark between chains, whose chain has no rows. */
export interface ChainStretch extends TextRange {
  readonly chain: LevelChain;
}

/** No level is longer: behind more words a line says something else. */
const LONGEST_LEVEL = 6;
/** Lines of a block of which each is asked, and characters of what one is asked together with: no map of levels is longer. */
const MOST_LINES = 200;
const LONGEST_CHAIN = 4000;
/** What a chain cannot end with, and what the next of a wrapped one begins with. */
const GOES_ON = /[=≈~≡≃|/,;·→↔+&(–—-][\s\uFEFF]*$/;
const FOLLOWS = /^[\s\uFEFF]*[=≈~≡≃|/,;·→↔+&)–—-]/;

const CODE = /^[A-Z]{1,4}-?\d/;

/**
 * The chains of a block line by line. A line that was wrapped belongs to the one before; one that is a chain of its own, where
 * the one before is complete, is another row; and a sentence behind a complete chain is no level.
 */
export function chainsOf(page: Page, from: number, to: number, own: OwnNames, heard: Heard): ChainStretch[] {
  const wordsOf = (range: TextRange) => page.bare.slice(range.from, range.to);
  const read = (range: TextRange) => levelChain(wordsOf(range), own.all, heard);
  const lines = linesOf(page, from, to);
  const stretches: TextRange[] = [];
  for (const line of lines.length > MOST_LINES ? [{from, to}] : lines) {
    const last = stretches.at(-1);
    if (last === undefined || (!isJoined(wordsOf(last), wordsOf(line)) && beginsAnew(last, line)))
      stretches.push(line);
    else stretches[stretches.length - 1] = {from: last.from, to: line.to};
  }
  return stretches.map(range => ({...range, chain: read(range)}));

  function beginsAnew(last: TextRange, line: TextRange): boolean {
    if (line.to - last.from > LONGEST_CHAIN) return true;
    const {rows, lost} = read(last);
    const next = read(line).rows;
    if (rows.length === 0) return next.length > 0 && /:[\s\uFEFF]*$/.test(wordsOf(last));
    if (lost.length > 0) return false;
    const said = wordsOf(line).replace(/^[\s\uFEFF]+/, '');
    const isOwn = (words: string) => own.all.some(name => words.startsWith(name));
    if (next.length > 0 && isOwn(said)) return true;
    if (next.length > 0 && isOwn(wordsOf(last).trim())) {
      // "X Staff Engineer = Heron Staff / Engineer = Teasel Staff": a row that names nobody goes on, unless with the same firms
      const firms = new Set(rows.flatMap(row => row.map(({company}) => company)));
      return CODE.test(said) || next.some(row => row.some(({company}, at) => at > 0 && firms.has(company)));
    }
    if (next.length > 0) return !/^\p{Ll}/u.test(said);
    const level = read({from: last.from, to: line.to}).rows.at(-1)?.at(-1)?.level ?? '';
    return isSentence(said) || level.split(/\s+/).length > LONGEST_LEVEL;
  }
}

/** Whether a line ends or the next begins with a sign that joins them. */
function isJoined(before: string, behind: string): boolean {
  return GOES_ON.test(before.slice(-20)) || FOLLOWS.test(behind);
}

/** "Note: titles vary", and "Promotion pays about $20K more.": four words and more, two of them small. */
function isSentence(line: string): boolean {
  const words = line.split(/[\s\uFEFF]+/);
  if (/^\p{Lu}\p{Ll}+:/u.test(line)) return true;
  return (
    words.length > 3 && /^\p{Lu}/u.test(line) && words.filter(word => /^\p{Ll}{2}/u.test(word)).length > 1
  );
}

/** The lines of a stretch, by their ends in the text or in its markup. */
function linesOf(page: Page, from: number, to: number): TextRange[] {
  const lines: TextRange[] = [];
  let at = from;
  for (const {index, 0: end} of page.source.text.slice(from, to).matchAll(/\r?\n|\r|<br\s*\/?>/gi)) {
    lines.push({from: at, to: from + index});
    at = from + index + end.length;
  }
  return [...lines, {from: at, to}].filter(line => /[^\s\uFEFF]/.test(page.bare.slice(line.from, line.to)));
}
