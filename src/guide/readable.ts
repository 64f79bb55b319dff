/** A stretch of a text, in UTF-16 code units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const DEEPEST = 12;
const WIDEST_INDENT = 64;
const LONGEST_LINE = 2_000_000;
const LARGEST_SEGMENT = 1_000_000;
const NESTING = /[ \t>*+\-\d.)]{24}/y;

/**
 * The text as the lexer takes it, at the same length: line ends and byte order mark mended, and hopeless lines
 * blanked. Hopeless is a line of two million characters, or one that stands a dozen quotes and lists deep: the lexer
 * recurses with every level, and its expressions run out of stack.
 */
export function readable(text: string): {lines: string; hopeless: TextRange[]} {
  const mended = sameLength(text);
  const hopeless: TextRange[] = [];
  for (let from = 0; from < mended.length; ) {
    const end = mended.indexOf('\n', from);
    const to = end < 0 ? mended.length : end;
    NESTING.lastIndex = from;
    if (to - from > LONGEST_LINE || (NESTING.test(mended) && nestsTooDeep(mended.slice(from, to))))
      hopeless.push({from, to});
    from = to + 1;
  }
  if (hopeless.length === 0) return {lines: mended, hopeless};
  const pieces: string[] = [];
  let at = 0;
  for (const {from, to} of hopeless) {
    pieces.push(mended.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  pieces.push(mended.slice(at));
  return {lines: pieces.join(''), hopeless};
}

/**
 * A large text in pieces of about a million characters, cut between blocks where it can be and between lines where
 * one block is larger than that. A guide is one piece.
 */
export function segmentsOf(text: string): TextRange[] {
  const segments: TextRange[] = [];
  for (let from = 0; from < text.length; ) {
    const to =
      text.length - from <= LARGEST_SEGMENT ? text.length : cutBefore(text, from, from + LARGEST_SEGMENT);
    segments.push({from, to});
    from = to;
  }
  return segments;
}

function cutBefore(text: string, from: number, limit: number): number {
  const between = text.lastIndexOf('\n\n', limit);
  if (between > from) return between + 2;
  const line = text.lastIndexOf('\n', limit);
  if (line > from) return line + 1;
  const next = text.indexOf('\n', limit);
  return next < 0 ? text.length : next + 1;
}

function sameLength(text: string): string {
  const mended = text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
  return mended.startsWith('\uFEFF') ? ` ${mended.slice(1)}` : mended;
}

function nestsTooDeep(line: string): boolean {
  const indent = line.search(/[^ \t]/);
  if (indent < 0 || /^[-* \t]+$/.test(line)) return false;
  if (indent > WIDEST_INDENT) return true;
  let depth = 0;
  const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  while (depth <= DEEPEST && mark.test(line)) depth++;
  return depth > DEEPEST;
}
