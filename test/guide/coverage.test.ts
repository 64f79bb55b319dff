import {readdirSync, readFileSync} from 'node:fs';
import {beforeAll, describe, expect, test} from 'vitest';
import {type Guide, type Reading, readGuide} from '../../src/guide/index.ts';
import {beside} from '../beside.ts';

const SHARED = new URL('../../../shared/guides/', import.meta.url);
const {isThere: present} = beside(
  'guides',
  'every guide of a family of firms is read, with every cell of its pay table',
);

const LEAST_SHARE = 0.97;
/** A sum or a percent: not a level ("L4"), not a number of options. */
const FIGURE = /[$£€₹₪¥]\s?\d|\b[A-Z]{3}\s?\d|\d\s?(?:%|[KMLB]\b)/;

/** The lines of the table that holds the first band, below its heading. */
function rowsOfPay(text: string, {bands}: Guide): {from: number; cells: {from: number; to: number}[]}[] {
  const [first] = bands;
  if (first === undefined) return [];
  const above = text.lastIndexOf('\n\n', first.span.from);
  const below = text.indexOf('\n\n', first.span.from);
  let at = above < 0 ? 0 : above + 2;
  return text
    .slice(at, below < 0 ? text.length : below)
    .split('\n')
    .map(line => {
      const row = {from: at, cells: cellsOf(line, at)};
      at += line.length + 1;
      return row;
    })
    .slice(2);
}

function cellsOf(line: string, from: number): {from: number; to: number}[] {
  let at = from;
  return line.split('|').map(cell => {
    const place = {from: at, to: at + cell.length};
    at += cell.length + 1;
    return place;
  });
}

/** The numeric cells of the pay table, and whether each is neither in a band nor in what is said to be unread. */
function numericCells(text: string, guide: Guide): {text: string; lost: boolean}[] {
  const told = [...guide.bands, ...guide.unread].map(({span}) => span);
  return rowsOfPay(text, guide).flatMap(({cells}) =>
    cells
      .slice(2)
      .filter(({from, to}) => FIGURE.test(text.slice(from, to)))
      .map(cell => ({
        text: text.slice(cell.from, cell.to).trim(),
        lost: !told.some(span => span.from < cell.to && span.to > cell.from),
      })),
  );
}

describe.skipIf(!present)('every guide of the family', () => {
  const read: {file: string; text: string; reading: Reading}[] = [];
  beforeAll(() => {
    for (const file of readdirSync(SHARED, {recursive: true, encoding: 'utf8'}).filter(name =>
      name.endsWith('.md'),
    )) {
      const text = readFileSync(new URL(file, SHARED), 'utf8');
      read.push({file, text, reading: readGuide(file, text)});
    }
  }, 120_000);

  test('is read as a guide', () => {
    expect(read.length).toBeGreaterThan(1000);
    expect(read.filter(({reading}) => reading.guide === null).map(({file}) => file)).toEqual([]);
  });

  test('has every numeric cell of its pay table in a band or said to be unread', () => {
    const cells = read.flatMap(({file, text, reading}) =>
      reading.guide === null
        ? []
        : numericCells(text, reading.guide).map(cell => ({...cell, text: `${file}: ${cell.text}`})),
    );
    expect(cells.length).toBeGreaterThan(10_000);
    expect(cells.filter(({lost}) => lost).map(cell => cell.text)).toEqual([]);
  });

  test('is read whole, in 97 of 100', () => {
    const whole = read.filter(({reading}) => reading.guide?.unread.length === 0).length;
    console.log(
      `read whole: ${whole} of ${read.length} guides, ${((100 * whole) / read.length).toFixed(2)}%`,
    );
    expect(whole / read.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });
});
