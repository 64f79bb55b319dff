import {describe, expect, test} from 'vitest';
import {archive, workbook} from '../../bench/workbook.mjs';
import type {ItemOptions} from '../../src/intake/index.ts';
import {put, temporary} from '../desk.ts';
import {opened} from '../record/folder.ts';
import {type Book, bookOf} from './book.ts';

async function read(
  bytes: Uint8Array | string,
  options: ItemOptions = {},
  name = 'x.xlsx',
): Promise<string[]> {
  return opened(put(temporary(), name, bytes), options);
}

/** The value of one cell under the heading `a`, as it is read. */
async function cell(xml: string, more: Partial<Book> = {}): Promise<unknown> {
  const [row = ''] = await read(
    bookOf({
      sheets: {S: `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2">${xml}</row>`},
      ...more,
    }),
  );
  return row.startsWith('2 {') ? (JSON.parse(row.slice(2)) as {a: unknown}).a : row;
}

describe('a cell of a workbook', () => {
  test.each([
    ['a number', '<c r="A2"><v>1234.5</v></c>', 1234.5],
    ['a number of a formula', '<c r="A2"><f>1+1</f><v>2</v></c>', 2],
    ['a number with an exponent', '<c r="A2"><v>1.5E3</v></c>', 1500],
    ['a text that is shared', '<c r="A2" t="s"><v>1</v></c>', 'x & y\nz'],
    [
      'a text of its own',
      '<c r="A2" t="inlineStr"><is><r><t>x</t></r><r><t xml:space="preserve"> y</t></r></is></c>',
      'x y',
    ],
    ['a text of a formula', '<c r="A2" t="str"><f>A1</f><v>a&lt;b</v></c>', 'a<b'],
    ['true', '<c r="A2" t="b"><v>1</v></c>', true],
    ['false', '<c r="A2" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula that nobody has worked out', '<c r="A2"><f>B2+1</f></c>', '=B2+1'],
    ['a day in ISO 8601', '<c r="A2" t="d"><v>2025-03-01T14:30:00Z</v></c>', '2025-03-01T14:30:00Z'],
  ])('is %s', async (_what, xml, value) => {
    expect(
      await cell(xml, {
        shared: ['<si><t>w</t></si>', '<si><t>x &amp; y_x000A_z</t><rPh><t>no</t></rPh></si>'],
      }),
    ).toBe(value);
  });

  test('that points at a text which is not there ends the reading', async () => {
    expect(await cell('<c r="A2" t="s"><v>7</v></c>')).toContain('points at a text that is not there');
  });
});

describe('a day in a workbook', () => {
  // Whatever a workbook shows: 45717 days after 30 December 1899 is 1 March 2025.
  test.each([
    [14, '45717', '2025-03-01'],
    [22, '45717.604166666664', '2025-03-01 14:30:00'],
    ['yyyy\\-mm\\-dd\\ hh:mm', '45717.6041666667', '2025-03-01 14:30:00'],
    ['[$-409]d/m/yy h:mm AM/PM;@', '45717.75', '2025-03-01 18:00:00'],
    ['dd.mm.yyyy', '45717.99999999999', '2025-03-02'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45717', '2025-03-01'],
    ['hh:mm:ss.000', '45717.000011574', '2025-03-01 00:00:01'],
    // 1 March 1900 is the first that all programs count alike
    [14, '61', '1900-03-01'],
    [14, '60', 60],
    // a time of day, and a length of time
    ['h:mm', '0.5', 0.5],
    ['[h]:mm:ss', '45717.5', 45717.5],
    [46, '100.5', 100.5],
    // numbers that only sound like days
    ['0.00" days"', '45717', 45717],
    ['#,##0.00\\ \\d', '45717', 45717],
    ['[Red]0.00', '45717', 45717],
    ['_-* #,##0.00\\ [$USD]_-', '45717', 45717],
    ['0.00E+00', '45717', 45717],
    [0, '45717', 45717],
    [14, '9999999', 9_999_999],
    [14, '-5', -5],
  ])('in the format %s, %s is %s', async (format, number, value) => {
    expect(await cell(`<c r="A2" s="1"><v>${number}</v></c>`, {styles: [0, format]})).toBe(value);
  });

  test('is counted from 1904 where the workbook says so', async () => {
    const book = {styles: [0, 14], is1904: true};
    expect(await cell('<c r="A2" s="1"><v>44255</v></c>', book)).toBe('2025-03-01');
    expect(await cell('<c r="A2" s="1"><v>0.5</v></c>', book)).toBe(0.5);
  });
});

describe('a sheet', () => {
  const needed: ItemOptions = {
    columns: {
      all: [
        {column: 'start', field: 'start'},
        {column: 'end', field: 'end'},
      ],
      any: [],
    },
  };
  const table = [
    ['start', 'end'],
    ['a', 'b'],
  ];

  test('is read by its headings, wherever they begin, without rows of padding and with the numbers of the rows', async () => {
    const bytes = workbook({
      Sheet1: [[], [null, null], ['start', 'end', null], [], ['a', 'b'], [null, 'c', null, 'a note']],
    });
    expect(await read(bytes, needed)).toEqual(['5 {"start":"a","end":"b"}', '6 {"start":"","end":"c"}']);
  });

  test.each([
    ['x.xlsm', {}],
    ['x', {format: 'xlsx'} as const],
  ])('is one in %s', async (name, options) => {
    expect(await read(workbook({S: table}), options, name)).toEqual(['2 {"start":"a","end":"b"}']);
  });

  test('is the first that has the columns', async () => {
    const bytes = workbook({'Read me': [['About'], ['start and end are in UTC']], Data: table});
    expect(await read(bytes, needed)).toEqual(['2 {"start":"a","end":"b"}']);
  });

  test('is told where there is another one like it, and not where it was named', async () => {
    const bytes = workbook({FY25: table, FY24: [...table, ['c', 'd']]});
    expect(await read(bytes, needed)).toEqual([
      '1 ! unreadable-file: another sheet of such headings, "FY24", which is not read: "FY25" is',
      '2 {"start":"a","end":"b"}',
    ]);
    expect(await read(bytes, {...needed, sheet: 'FY24'})).toEqual([
      '2 {"start":"a","end":"b"}',
      '3 {"start":"c","end":"d"}',
    ]);
    expect(await read(bytes, {...needed, sheet: 'FY23'})).toEqual([
      '- ! unreadable-file: f: no sheet "FY23"',
    ]);
  });

  test('that spreadsheets hide is read by its name alone', async () => {
    const row = (word: string) =>
      `<row><c t="inlineStr"><is><t>a</t></is></c></row><row><c t="inlineStr"><is><t>${word}</t></is></c></row>`;
    const bytes = bookOf({sheets: {Old: row('old'), New: row('new')}, hidden: ['Old']});
    expect(await read(bytes)).toEqual(['2 {"a":"new"}']);
    expect(await read(bytes, {sheet: 'Old'})).toEqual(['2 {"a":"old"}']);
  });

  test('is read whatever prefix its tags have', async () => {
    const sheets = {
      S: '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>45717</v></c></row>',
    };
    const bytes = bookOf({sheets, shared: ['<si><t>a</t></si>'], styles: [0, 14], prefix: 'x:'});
    expect(await read(bytes)).toEqual(['2 {"a":"2025-03-01"}']);
  });

  test.each([
    ['a title in one cell', [['Outages of 2025'], ...table], /no column "start", .*start|no column "start"/],
    [
      'a title over the cells of a table',
      [['Outages of 2025', null, null], ...table],
      /no column "start"|a title in the place/,
    ],
    [
      'other headings',
      [
        ['Began', 'Ended'],
        ['a', 'b'],
      ],
      /no column "start"/,
    ],
  ])('with %s is told', async (_what, rows, told) => {
    expect(await read(workbook({S: rows}), needed)).toEqual([expect.stringMatching(told)]);
  });

  test('with a title and no columns that are needed is told what to do', async () => {
    expect(await read(workbook({S: [['Outages of 2025'], ...table]}))).toEqual([
      '1 ! unreadable-file: f: a title in the place of the headings',
    ]);
  });
});

describe('what is no workbook', () => {
  test.each([
    ['a text', 'a,b\n1,2\n', 'no workbook, whatever its name says'],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an old workbook (xls), or one with a password'],
    ['an archive', archive([['a.txt', 'x']]), 'an archive, and no workbook inside'],
    [
      'half of one',
      workbook({S: [['a'], ['b']]}).subarray(0, 300),
      'the workbook ends too early: its list of contents is missing',
    ],
    ['one without rows', workbook({S: []}), 'no sheet of the workbook holds a row'],
  ])('is told: %s', async (_what, bytes, told) => {
    const [only = '', ...more] = await read(bytes);
    expect([only.replace(/^\S+ /, ''), more]).toEqual([`! unreadable-file: f: ${told}`, []]);
  });

  test('and is no other text either', async () => {
    expect(await read(workbook({S: [['a'], ['b']]}), {}, 'x.csv')).toEqual([
      '- ! unreadable-file: f: a zip archive or a workbook, expected a text',
    ]);
  });

  test('never throws, whatever byte of it is another', async () => {
    const whole = workbook({
      S: [
        ['a', 'b'],
        ['c', 1],
        ['d', null],
      ],
    });
    for (let at = 0; at < whole.length; at += 7) {
      const torn = Buffer.from(whole);
      torn[at] = (torn[at] ?? 0) ^ 0xff;
      expect(await read(torn)).toBeInstanceOf(Array);
    }
  });
});
