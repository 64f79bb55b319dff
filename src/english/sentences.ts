import {wordNumber} from './lexicon.ts';
import type {TextRange} from './text-range.ts';
import {Words} from './words.ts';

/** A point, and behind it, after closing marks and a blank, what may open a sentence. */
const END =
  /[.!?][)"'”’*\]\uFEFF]{0,4}(?=[\s\uFEFF]+["'“‘([\uFEFF]{0,4}(?:[A-ZÀ-ÖØ-ÞŁŚŠŽŻ0-9$£€₹~]|[a-z][A-Z]))/g;
/** What a point shortens: some always, some only with a capital, for "no." may be an answer. */
const SHORTENED = new Words<'always' | 'capital'>([
  ['always', 'vs e.g i.e approx est'],
  ['capital', 'inc corp ltd co no dr mr ms st jr sr u.s u.k'],
]);

/** The sentences of a text without the blanks around them. A point in a number or an abbreviation ends none. Linear. */
export function sentencesIn(text: string): TextRange[] {
  const found: TextRange[] = [];
  let open = 0;
  const push = (end: number) => {
    const words = text.slice(open, end).trimStart();
    if (words !== '') found.push({from: end - words.length, to: end - words.length + words.trimEnd().length});
    open = end;
  };
  END.lastIndex = 0;
  while (END.test(text)) {
    const end = END.lastIndex;
    let point = end - 1;
    while (!isPoint(text.charCodeAt(point))) point--;
    if (text[point] !== '.' || !isShortened(text, open, point)) push(end);
  }
  push(text.length);
  return found;
}

/** Whether the point at `point` shortens a word, or is that of a number which opens the sentence: "Acme Inc.", "J. Doe", "2." */
function isShortened(text: string, open: number, point: number): boolean {
  let from = point;
  while (isDigit(text.charCodeAt(from - 1))) from--;
  // the number of a list
  if (from < point) return text.slice(open, from).trim() === '';
  while (isOfWord(text.charCodeAt(from - 1))) from--;
  const first = text.charCodeAt(from);
  const capital = first > 64 && first < 91;
  if (point - from === 1 && capital) return from === 0 || text[from - 1]?.trim() === '';
  // "D.E. Shaw"
  if (/^[A-Z](?:\.[A-Z])+$/.test(text.slice(from, point))) return true;
  const sense = SHORTENED.numbered(wordNumber(text, from, point));
  return sense === 'always' ? !capital : sense === 'capital' && capital;
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

function isPoint(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

function isOfWord(code: number): boolean {
  return code === 46 || (code > 96 && code < 123) || (code > 64 && code < 91);
}
