let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character each: the least that may be cut. */
export function characters(text: string): readonly string[] {
  // Plain ASCII needs no segmenter, which is slow to make and slow to run.
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
  return Array.from(segmenter.segment(text), one => one.segment);
}

/**
 * Columns that `text` takes in a terminal, by the widths of its code points. Terminals differ over joined emoji; the
 * sum of the parts is the widest that any of them draws, so that a line which fits here fits everywhere.
 */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

function columnsOf(character: string): number {
  // Dashes, quotation marks and the lines of a table, as nearly all are.
  if (/^[\u00a1-\u00ac\u00ae-\u02ff\u2012-\u2027\u20a0-\u20cf\u2200-\u2307\u2500-\u257f]$/.test(character))
    return 1;
  // The selector for emoji makes a narrow sign wide in some terminals.
  if (character === '\ufe0f') return 1;
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  if (/\p{Emoji_Presentation}/u.test(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** East Asian Wide and Fullwidth blocks, by whole blocks: a column too many does no harm. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303f],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];
