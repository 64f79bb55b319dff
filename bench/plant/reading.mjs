// Figures, ranges and the pay table of a guide, read on our own: nothing here is shared with src/guide, which is measured.

/** @typedef {{at: number, text: string, sign: string, unit: string, value: number}} Figure at: in its line */
/** @typedef {readonly [low: Figure, high: Figure]} Range */
/** @typedef {{line: number, column: string, text: string, ranges: readonly Range[]}} Cell with a range a currency */
/** @typedef {{file: string, lines: readonly string[], rows: readonly (readonly Cell[])[]}} Guide */

export const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
export const DIGITS = new RegExp(NUMBER);
const FIGURE = new RegExp(
  String.raw`(?<sign>[A-Z]{0,2}[$£€¥₹₪]|[A-Z]{3} ?)?(?<digits>${NUMBER})(?<unit>%|(?:[KMBL]|Cr)\b)?`,
  'g',
);
/** @type {Readonly<Record<string, number>>} */
const UNITS = {'': 1, '%': 0.01, K: 1e3, L: 1e5, M: 1e6, Cr: 1e7, B: 1e9};
const ASIDE = /\([^)]*\)|\*\*|\/? ?(?:\d ?-?)?(?:yr|year)s?\b/g;

/** @param {string} text @param {number} start where the text begins in its line @returns {Figure[]} */
export const figuresIn = (text, start) =>
  [...text.matchAll(FIGURE)].map(({0: match, index, groups = {}}) => {
    const {sign = '', digits = '', unit = ''} = groups;
    const value = Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1);
    return {at: start + index, text: match, sign: sign.trim(), unit, value};
  });

/**
 * The ranges of a cell: "10%", "$150-200K", "£88K - £120K / $113K - $154K", "£88K / $113K - £120K / $154K".
 *
 * @param {string} text
 * @param {number} start
 * @returns {Range[]}
 */
function rangesIn(text, start) {
  const figures = figuresIn(text, start);
  const [a, b, c, d] = figures;
  if (a && figures.length === 1) return [[a, a]];
  const ends = figures.map(figure => figure.at - start + figure.text.length);
  const gaps = figures.slice(1).map((figure, i) => text.slice(ends[i], figure.at - start).trim());
  const shape = gaps.join().replaceAll(/[–—]/g, '-');
  if (a && b && shape === '-') return [range(a, b)];
  if (!a || !b || !c || !d) return [];
  if (shape === '-,/,-') return [range(a, b), range(c, d)];
  return shape === '/,-,/' ? [range(a, c), range(b, d)] : [];
}

/** A unit or sign that is written once is of both ends. @param {Figure} low @param {Figure} high @returns {Range} */
function range(low, high) {
  const unit = low.unit || high.unit;
  const value = low.unit === unit ? low.value : low.value * (UNITS[unit] ?? 1);
  return [
    {...low, unit, value},
    {...high, sign: high.sign || low.sign},
  ];
}

/** The rows of the first table that has ranges in most of its cells. @param {readonly string[]} lines */
export function payTable(lines) {
  const split = (/** @type {string} */ line) => line.split('|').slice(1, -1);
  for (const [at, ruler] of lines.entries()) {
    if (!/^\|[\s:|-]+\|\s*$/.test(ruler)) continue;
    const columns = split(lines[at - 1] ?? '').map(head => head.toLowerCase());
    /** @type {Cell[][]} */
    const rows = [];
    for (let line = at + 1; lines[line]?.startsWith('|'); line++) {
      let start = 1;
      const plain = (lines[line] ?? '').replace(ASIDE, aside => ' '.repeat(aside.length));
      const cells = split(plain).map((text, i) => {
        const ranges = rangesIn(text, start);
        const raw = lines[line]?.slice(start, start + text.length) ?? '';
        start += text.length + 1;
        return {line, column: columns[i] ?? '', text: raw.trim(), ranges};
      });
      rows.push(cells.slice(1));
    }
    const cells = rows.flat();
    if (cells.filter(({ranges}) => ranges.length > 0).length > cells.length / 2) return rows;
  }
  return [];
}
