import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {beforeEach, describe, expect, test} from 'vitest';
import {archive, workbook} from '../../bench/workbook.mjs';
import {openDuck} from '../../src/intake/index.ts';
import {readMapping, readWages, WAGE_COLUMNS, type WageMapping} from '../../src/market/index.ts';
import type {WageAnswer} from '../../src/market/wages/answer.ts';
import type {ReadWages} from '../../src/market/wages/import/read.ts';
import {WAGE_FIELDS, type WageField} from '../../src/market/wages/column.ts';
import type {WageQuestion} from '../../src/market/wages/answer.ts';
import {messageOf, withTexts} from '../findings.ts';
import {temporary} from '../desk.ts';
import {beside} from '../beside.ts';

type Filing = Partial<Record<WageField, string>>;

const FIELDS = WAGE_FIELDS;
const HEADINGS = FIELDS.map(field => WAGE_COLUMNS[field][0]);
const PLAIN: Filing = {
  status: 'Certified',
  visaClass: 'H-1B',
  decided: '10/1/2024',
  title: 'Software Engineer',
  fullTime: 'Y',
  employer: 'Acme Rockets LLC',
  secondary: 'N',
  city: 'New York',
  state: 'NY',
  wageFrom: '150000',
  unit: 'Year',
  prevailing: '120000',
  prevailingUnit: 'Year',
};

let folder = '';
let made = 0;
beforeEach(() => {
  folder = temporary();
});

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Filings as rows of the Department's file: each says only where it differs from a plain one. */
function filings(rows: readonly Filing[]): string[][] {
  return rows.map(row => {
    const filing: Filing = {caseNumber: `I-200-${++made}`, ...PLAIN, ...row};
    return FIELDS.map(field => filing[field] ?? '');
  });
}

function csv(rows: readonly (readonly string[])[], headings: readonly string[] = HEADINGS): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [headings, ...rows].map(row => `${row.map(quoted).join(',')}\n`).join('');
}

interface Asked extends Partial<WageQuestion> {
  readonly ceiling?: number;
  readonly window?: number;
  readonly mapping?: WageMapping;
  readonly skipBad?: boolean;
}

function read(
  files: string | readonly string[],
  {mapping, skipBad = false, ceiling, window, ...question}: Asked = {},
): Promise<ReadWages> {
  return readWages({
    files: [files].flat(),
    mapping: mapping ?? null,
    skipBad,
    ceiling,
    window,
    question: {companies: [], role: null, region: null, ...question},
  });
}

async function answered(files: string | readonly string[], asked: Asked = {}): Promise<WageAnswer> {
  const reading = await read(files, asked);
  if (!reading.ok) throw new Error(messageOf(reading.finding));
  return reading.answer;
}

async function refusal(files: string | readonly string[], asked: Asked = {}) {
  const reading = await read(files, asked);
  return reading.ok
    ? 'answered'
    : `${reading.finding.span?.line ?? ''} ${reading.finding.rule}: ${messageOf(reading.finding)}`;
}

const counts = (counted: WageAnswer['dropped']) =>
  Object.fromEntries(counted.map(({what, rows}) => [what, rows]));

/** The one wage that a file of one filing comes to, or why it is left out. */
async function outcome(filing: Filing): Promise<string> {
  const {all, dropped, mended} = await answered(put('one.csv', csv(filings([filing]))));
  const [set] = all;
  if (set === undefined) return dropped.map(({what}) => what).join();
  return [set.from.median, set.to?.median, mended[0]?.what].filter(one => one !== undefined).join(' ');
}

describe('one filing', () => {
  test.each([
    ['150000', '', 'Year', '150000'],
    ['10000', '', 'Month', '120000'],
    ['5000', '', 'Bi-Weekly', '130000'],
    ['2500', '3000', 'Week', '130000 156000'],
    ['60.5', '', 'Hour', '125840'],
    ['$123,032.00', '$185,000.00', 'Year', '123032 185000'],
    ['="150000"', '', '="Year"', '150000'],
    ['150K', '', 'Year', '150000'],
    ['1.2M', '', 'Year', '1200000'],
    ['80000 - 95000', '', 'Year', '80000 95000'],
    ['80000 -', '', 'Year', '80000'],
    ['60000 (2025)', '', 'Year', 'unreadable wage'],
    ['60.000,00', '', 'Year', 'unreadable wage'],
    ['1,50', '', 'Year', 'unreadable wage'],
    ['€60000', '', 'Year', 'unreadable wage'],
    ['nan', '', 'Year', 'unreadable wage'],
    ['5000/mo', '', 'Month', '60000'],
    ['5000/mo', '', 'Year', 'two units'],
    ['5000/mo', '', '', '60000'],
    ['150000', '', 'Month', '150000 Month read as Year'],
    ['150000', '0', 'Year', '150000'],
    ['150000', '140000', 'Year', 'range upside down'],
    ['', '', 'Year', 'no wage'],
    ['ask', '', 'Year', 'unreadable wage'],
    ['0', '', 'Year', 'unreadable wage'],
    ['150000', 'n/a', 'Year', 'unreadable wage'],
    ['150000', '', 'Fathom', 'unknown unit'],
    ['150000', '', '', 'unknown unit'],
    ['150000', '', 'Hour', '150000 Hour read as Year'],
    ['150000', '190000', 'Hour', '150000 190000 Hour read as Year'],
    ['75', '', 'Year', '156000 Year read as Hour'],
    ['150000', '3000000', 'Year', 'upper end out of bounds'],
    // 5,000 may be of two weeks or of a month.
    ['5000', '', 'Year', 'wrong unit'],
  ])('%s to %s by %s is %s', async (wageFrom, wageTo, unit, said) => {
    expect(await outcome({wageFrom, wageTo, unit})).toBe(said);
  });

  test.each([
    ['WITHDRAWN', 'withdrawn'],
    ['Certified - Withdrawn', 'withdrawn'],
    ['CERTIFIED-WITHDRAWN', 'withdrawn'],
    ['Denied', 'denied'],
    ['In Process', 'not certified'],
    ['', 'not certified'],
    ['CERTIFIED', '150000'],
  ])('with the status %j is %s', async (status, said) => {
    expect(await outcome({status})).toBe(said);
  });

  test('without a prevailing wage is never mended', async () => {
    expect(await outcome({wageFrom: '150000', unit: 'Hour', prevailing: ''})).toBe('wrong unit');
  });
});

describe('the rows of a file', () => {
  test('are all counted: those that are kept and, by reason, those that are not', async () => {
    const padding = Array.from({length: 73}, () => FIELDS.map(() => ''));
    const rows = filings([
      {},
      {status: 'Denied'},
      {wageFrom: ''},
      {unit: 'Hour'},
      {visaClass: 'E-3 Australian'},
      {fullTime: 'N'},
    ]);
    const {
      rows: total,
      dropped,
      mended,
      apart,
      files,
    } = await answered(put('all.csv', csv([...rows, ...padding])));
    expect(counts(dropped)).toEqual({blank: 73, denied: 1, 'no wage': 1});
    expect(counts(mended)).toEqual({'Hour read as Year': 1});
    expect(total).toEqual({read: 79, kept: 4, fitting: 2});
    expect(files.map(file => file.rows)).toEqual([79]);
    expect(apart.map(({why, n}) => [why, n])).toEqual([
      ['part-time', 1],
      ['visa class E-3 Australian', 1],
    ]);
  });

  test('of one case count once, as last decided, whatever the order of the files', async () => {
    const first = put('q1.csv', csv(filings([{caseNumber: 'I-1', wageFrom: '100000'}, {caseNumber: 'I-2'}])));
    const second = put(
      'q2.csv',
      csv(
        filings([
          {caseNumber: 'I-1', wageFrom: '200000', decided: '2025-01-31'},
          {caseNumber: 'I-2', status: 'Withdrawn', decided: '2025-01-31'},
        ]),
      ),
    );
    for (const files of [
      [first, second],
      [second, first],
    ]) {
      const {all, dropped} = await answered(files);
      expect(all.map(set => [set.n, set.from.median])).toEqual([[1, 200000]]);
      expect(counts(dropped)).toEqual({duplicate: 2, withdrawn: 1});
    }
  });

  test.each([
    ['3/1/2025', '4/1/2025'],
    ['3/1/25', '4/1/2025'],
    ['12/31/99', '1/1/25'],
    ["3/1/'25", "4/1/'25"],
    ['2025/03/01', '2025/04/01'],
    ['1.3.2025', '1.4.2025'],
    ['20250301', '20250401'],
    ['45717', '45748'],
    ['03/01/2025 12:00:00 AM', '04/01/2025 12:00:00 AM'],
    ['3/1/2025 9:30', '4/1/2025 9:30'],
    ['2025-03-01T00:00:00', '2025-04-01T00:00:00'],
    ['Mar 1, 2025', 'Apr 1, 2025'],
    ['1 March 2025', '1 April 2025'],
  ])('decided on %s and on %s count as on the second, in either order', async (early, late) => {
    const rows = filings([
      {caseNumber: 'I-1', wageFrom: '100000', decided: early},
      {caseNumber: 'I-1', wageFrom: '200000', decided: late},
    ]);
    for (const [name, inOrder] of [
      ['a.csv', rows],
      ['b.csv', rows.toReversed()],
    ] as const)
      expect((await answered([put(name, csv(inOrder))])).all.map(set => set.from.median)).toEqual([200000]);
  });

  test('give quartiles of both ends, and say how many are the least the law allows', async () => {
    const rows = filings([
      {wageFrom: '100000', wageTo: '140000', prevailing: '100000'},
      {wageFrom: '120000', prevailing: '57.69', prevailingUnit: 'Hour'},
      {wageFrom: '140000', wageTo: '180000'},
      {wageFrom: '200000'},
      {wageFrom: '300000'},
    ]);
    const [set] = (await answered(put('five.csv', csv(rows)))).all;
    expect(set?.from).toEqual({
      n: 5,
      least: 100000,
      lower: 120000,
      median: 140000,
      upper: 200000,
      most: 300000,
    });
    expect(set?.to).toEqual({
      n: 2,
      least: 140000,
      lower: 150000,
      median: 160000,
      upper: 170000,
      most: 180000,
    });
    expect(set?.atPrevailing).toBe(1);
    expect(set?.decided).toEqual({first: '2024-10-01', last: '2024-10-01'});
  });
});

describe('who, where and what', () => {
  const rows = () =>
    filings([
      {employer: 'MPG OPERATIONS LLC', title: 'DEVOPS ENGINEER', city: 'NEW YORK CITY'},
      {
        employer: 'Some Shell, Inc.',
        tradeName: 'Millennium Management LLC',
        title: 'Site Reliability Engineer 3',
        city: 'Miami',
        state: 'FL',
      },
      {
        employer: 'Body Shop Corp',
        secondary: 'Y',
        secondaryName: 'Millennium Management LLC',
        title: 'Senior DevOps Engineer',
      },
      {employer: 'CITADEL SECURITIES AMERICAS LLC', title: 'DevOps Engineer - 1615.2'},
      {employer: 'Acme Rockets LLC', title: 'Baker'},
    ]);

  test('a company is found under its legal name, its trade name, and apart from contractors placed with it', async () => {
    const {all, apart, employers} = await answered(put('firms.csv', csv(rows())), {
      companies: ['millennium'],
    });
    expect(all.map(set => set.n)).toEqual([2]);
    expect(apart.map(({why, n}) => `${n} ${why}`)).toEqual([
      '1 placed at Millennium Management by another employer',
    ]);
    expect(employers.map(({what, by}) => [what, by])).toEqual([
      ['MPG OPERATIONS LLC', 'alias'],
      ['Some Shell, Inc.', 'trade name'],
    ]);
  });

  test('two companies, a role and a city narrow the answer', async () => {
    const {groups} = await answered(put('firms.csv', csv(rows())), {
      companies: ['millennium', 'citadel-securities'],
      role: 'devops',
      region: 'New York',
    });
    expect(groups.map(({role, city, company, n}) => [role, city, company, n])).toEqual([
      ['devops', 'New York, NY', 'Citadel Securities', 1],
      ['devops', 'New York, NY', 'Millennium Management', 1],
    ]);
  });

  test('a region gathers the counties of its metropolitan area, and says so', async () => {
    const file = put(
      'metro.csv',
      csv(
        filings([
          {city: 'JERSEY CITY', state: 'NJ', county: 'HUDSON COUNTY'},
          {city: 'Brooklyn', county: 'Kings'},
          {city: 'New York'},
          {city: 'Albany', county: 'Albany'},
        ]),
      ),
    );
    const {rows: all, gathered} = await answered(file, {region: 'NYC metro'});
    expect(all.fitting).toBe(3);
    expect(gathered?.metros).toEqual([
      {
        name: 'New York',
        title: 'New York-Newark-Jersey City, NY-NJ',
        counties: 22,
        source: expect.stringContaining('OMB Bulletin 23-01'),
      },
    ]);
    expect(gathered?.cities).toEqual([
      {what: 'Brooklyn, NY', rows: 1},
      {what: 'Jersey City, NJ', rows: 1},
      {what: 'New York, NY', rows: 1},
    ]);
    const {rows: city, gathered: alone} = await answered(file, {region: 'New York, NY'});
    expect([city.fitting, alone?.metros]).toEqual([1, []]);
  });

  test('what is assumed is told, and can be assumed otherwise', async () => {
    const file = put(
      'high.csv',
      csv(
        filings([{wageFrom: '2500000'}, {wageFrom: '30000', unit: 'Month'}, {wageFrom: '60', unit: 'Year'}]),
      ),
    );
    const plain = await answered(file);
    expect(plain.assumptions.map(({name, value, unit}) => [name, value, unit])).toEqual([
      ['least wage', 15_080, 'USD'],
      ['ceiling', 2_000_000, 'USD'],
      ['window', 5, 'prevailing wages'],
    ]);
    // $2.5M is above the ceiling; $60 an hour is within five times the prevailing wage
    expect([plain.rows.fitting, plain.mended]).toEqual([2, [{what: 'Year read as Hour', rows: 1}]]);
    const higher = await answered(file, {ceiling: 3_000_000});
    expect(higher.rows.fitting).toBe(3);
    const narrow = await answered(file, {window: 1.01});
    expect([narrow.rows.fitting, narrow.mended]).toEqual([1, []]);
  });

  test('a company in no list is found by its name without its legal form', async () => {
    expect((await answered(put('firms.csv', csv(rows())), {companies: ['Acme Rockets']})).rows.fitting).toBe(
      1,
    );
  });

  test('a company that no row is under is named, with the names that begin like it', async () => {
    const file = put(
      'near.csv',
      csv(filings([{employer: 'Acme Rockets LLC'}, {employer: 'Acme Rockets Launch Inc'}])),
    );
    const {unfound} = await answered(file, {companies: ['acme', 'nobody', 'Acme Rockets']});
    expect(unfound).toEqual([
      {company: 'acme', near: ['Acme Rockets LLC', 'Acme Rockets Launch Inc']},
      {company: 'nobody', near: []},
    ]);
  });

  test('a role that nobody knows is refused, and those that are known are named', async () => {
    const reading = await read(put('firms.csv', csv(rows())), {role: 'wizard'});
    expect(withTexts(reading)).toMatchObject({
      ok: false,
      finding: {rule: 'unknown-role', hint: expect.stringContaining('devops')},
    });
  });
});

describe('layouts', () => {
  test('numbered worksheets, other headings and their order do not matter', async () => {
    const other: Readonly<Record<string, string>> = {
      WORKSITE_CITY: 'WORKSITE_CITY_1',
      WAGE_RATE_OF_PAY_FROM: 'Wage Rate of Pay From 1',
      WAGE_UNIT_OF_PAY: 'WAGE_UNIT_OF_PAY_1',
      TRADE_NAME_DBA: 'EMPLOYER_BUSINESS_DBA',
    };
    const headings = HEADINGS.map(heading => other[heading] ?? heading);
    const rows = filings([{}]).map(row => row.toReversed());
    expect((await answered(put('y.csv', csv(rows, headings.toReversed())))).rows.fitting).toBe(1);
  });

  test('those of 2011 and before are known, and the letters of their visa classes', async () => {
    const headings = [
      'LCA_CASE_NUMBER',
      'STATUS',
      'DECISION_DATE',
      'VISA_CLASS',
      'LCA_CASE_EMPLOYER_NAME',
      'LCA_CASE_JOB_TITLE',
      'LCA_CASE_WAGE_RATE_FROM',
      'LCA_CASE_WAGE_RATE_TO',
      'LCA_CASE_WAGE_RATE_UNIT',
      'FULL_TIME_POS',
      'LCA_CASE_WORKLOC1_CITY',
      'LCA_CASE_WORKLOC1_STATE',
      'PW_1',
      'PW_UNIT_1',
    ];
    const row = (visa: string) =>
      `I-2-${visa},CERTIFIED,1/3/2011,${visa},Acme,Baker,90000,95000,Year,Y,New York,NY,90000,Year`.split(
        ',',
      );
    const {all, apart} = await answered(put('2011.csv', csv(['R', 'A', 'C', 'S'].map(row), headings)));
    expect(all.map(({n, atPrevailing, to}) => [n, atPrevailing, to?.median])).toEqual([[1, 1, 95_000]]);
    expect(apart.map(({why}) => why)).toEqual([
      'visa class E-3 Australian',
      'visa class H-1B1 Chile',
      'visa class H-1B1 Singapore',
    ]);
    // the year before has no unit of pay, and none is made up
    const older = headings.map(one =>
      one.replace('LCA_CASE_WORKLOC1_CITY', 'WORK_LOCATION_CITY1').replace('RATE_UNIT', 'RATE'),
    );
    expect(await refusal(put('2010.csv', csv([row('R')], older)))).toContain('WAGE_UNIT_OF_PAY is missing');
  });

  test('one column for both ends is parted', async () => {
    const keep = FIELDS.map((field, at) => ({field, at})).filter(({field}) => field !== 'wageTo');
    const headings = keep.map(({field}) =>
      field === 'wageFrom' ? 'WAGE_RATE_OF_PAY' : WAGE_COLUMNS[field][0],
    );
    const rows = filings([{wageFrom: '80000 - 95000'}]).map(row => keep.map(({at}) => row[at] ?? ''));
    const [set] = (await answered(put('2015.csv', csv(rows, headings)))).all;
    expect([set?.from.median, set?.to?.median]).toEqual([80000, 95000]);
  });

  test.each([';', '\t'])('cells may be parted by %j', async sign => {
    const text = [HEADINGS, ...filings([{}])].map(row => `${row.join(sign)}\r\n`).join('');
    expect((await answered(put('s.csv', `\uFEFF${text}`))).rows.fitting).toBe(1);
  });

  test('a missing column is named, with what was found', async () => {
    expect(await refusal(put('short.csv', 'Case_Status,JOB_TITLE,Salary\nx,y,1\n'))).toBe(
      '1 missing-columns: the columns VISA_CLASS, EMPLOYER_NAME, WORKSITE_CITY, WAGE_RATE_OF_PAY_FROM, WAGE_UNIT_OF_PAY are missing; found Case_Status, JOB_TITLE, Salary',
    );
  });
});

describe('a workbook', () => {
  const numbers = (row: readonly string[]) =>
    row.map((cell, at) => {
      const field = FIELDS[at];
      if (cell === '') return null;
      if (field === 'decided') return 45566;
      return field === 'wageFrom' || field === 'prevailing' ? Number(cell) : cell;
    });

  test('is read from the sheet that has the columns, whatever its name, and padding is counted', async () => {
    const rows = filings([{employer: 'Salt & <Pepper> Inc'}, {status: 'Denied'}]).map(numbers);
    const bytes = workbook({
      'Read me': [['About this file']],
      'Sheet7 & more': [HEADINGS, ...rows, [], FIELDS.map(() => null)],
    });
    const {files, rows: total, dropped, all, groups} = await answered(put('book.xlsx', bytes));
    expect(files.map(({sheet, rows: count}) => [sheet, count])).toEqual([['Sheet7 & more', 4]]);
    expect(counts(dropped)).toEqual({blank: 2, denied: 1});
    expect(total.fitting).toBe(1);
    expect(groups[0]?.company).toBe('Salt & <Pepper> Inc');
    expect(all[0]?.decided?.first).toBe('2024-10-01');
  });

  test('says the same as the csv of the same rows', async () => {
    const rows = filings([
      {},
      {wageTo: '170000'},
      {unit: 'Hour'},
      {fullTime: 'N'},
      {wageFrom: '75', unit: 'Hour'},
    ]);
    const [book, text] = [workbook({a: [HEADINGS, ...rows]}), csv(rows)];
    const [one, other] = [await answered(put('book.xlsx', book)), await answered(put('text.csv', text))];
    expect({...one, files: []}).toEqual({...other, files: []});
  });

  test('counts days from 1904 where it says so, in cells that look like days and in those that do not', async () => {
    const cells = ['Certified', 'H-1B', 44_104, 'Baker', 'Acme', 'New York', 150_000, 'Year'];
    const headings = [
      'CASE_STATUS',
      'VISA_CLASS',
      'DECISION_DATE',
      'JOB_TITLE',
      'EMPLOYER_NAME',
      'WORKSITE_CITY',
      'WAGE_RATE_OF_PAY_FROM',
      'WAGE_UNIT_OF_PAY',
    ];
    for (const from1904 of [true, false]) {
      const bytes = workbook({a: [headings, cells]}, {from1904});
      const {all} = await answered(put('mac.xlsx', bytes));
      expect(all[0]?.decided?.first).toBe(from1904 ? '2024-10-01' : '2020-09-30');
    }
  });

  test('that is torn, or is none, is refused', async () => {
    const whole = workbook({a: [HEADINGS, ...filings([{}, {}, {}])]});
    expect(await refusal(put('half.xlsx', whole.subarray(0, whole.length / 2)))).toContain(
      'torn-file: the workbook ends too early',
    );
    const hurt = Buffer.from(whole);
    hurt.fill(0xff, whole.indexOf('sheet1.xml') + 10, whole.indexOf('sheet1.xml') + 60);
    expect(await refusal(put('hurt.xlsx', hurt))).toContain('torn-file: ');
    expect(await refusal(put('other.zip', archive([['a.txt', 'hello']])))).toContain(
      'not-a-table: an archive, and no workbook inside',
    );
    expect(
      await refusal(
        put(
          'columns.xlsx',
          workbook({
            a: [
              ['A', 'B'],
              ['1', '2'],
            ],
          }),
        ),
      ),
    ).toContain('found A, B');
  });
});

/** The same filings as a CSV of plain UTF-8 has them, in every other way that spreadsheets save a text. */
describe('a text that is not plain', () => {
  const rows = () => filings([{employer: 'Salt & Pepper, Inc'}, {wageFrom: '60.5', unit: 'Hour'}]);
  const parted = (sign: string, end: string, of: readonly (readonly string[])[]) =>
    [HEADINGS, ...of].map(row => row.join(sign) + end).join('');
  const guarded = (of: readonly (readonly string[])[]) => of.map(row => row.map(cell => `="${cell}"`));
  const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  test.each<[string, (of: string[][]) => string | Buffer]>([
    ['lines of old Macs', of => csv(of).replaceAll('\n', '\r')],
    [
      'lines of old Macs under headings of Windows',
      of => csv(of).replaceAll('\n', '\r').replace('\r', '\r\n'),
    ],
    ['"Unicode text" of Excel', of => wide(parted('\t', '\r\n', of))],
    ['UTF-16 of the other order', of => wide(parted('\t', '\r\n', of)).swap16()],
    ['a line that says the delimiter', of => `sep=;\r\n${parted(';', '\r\n', of)}`],
    ['a line that says a tab', of => `sep=\t\r\n${parted('\t', '\r\n', of)}`],
    [
      'guarded cells, a comma in one',
      of =>
        csv([]) +
        guarded(of)
          .map(row => `${row.join(',')}\n`)
          .join(''),
    ],
    ['blank rows above and between', of => `\n,,,\n${csv(of).replaceAll('\n', '\n   \n')}`],
    [
      'blanks that do not break in its headings',
      of => csv(of).replace('JOB_TITLE', '\u00A0JOB\u00A0TITLE\u200B'),
    ],
    ['a heading of two lines', of => csv(of).replace('JOB_TITLE', '"JOB\nTITLE"')],
    ['gzip', of => gzipSync(csv(of))],
  ])('says the same with %s', async (_what, written) => {
    const of = rows();
    const plain = await answered(put('plain.csv', csv(of)));
    const other = await answered(put('other.csv', written(of)));
    expect({...other, files: []}).toEqual({...plain, files: []});
    expect(plain.rows.fitting).toBe(2);
  });

  test.each([
    ['in one cell', (text: string) => `Certified wages of 2025\n${text}`],
    ['with the cells of a sheet', (text: string) => `Certified wages of 2025,,,\n${text}`],
    ['of old Macs', (text: string) => `Certified wages of 2025\n${text}`.replaceAll('\n', '\r')],
  ])('with a title %s is told what to do', async (_what, titled) => {
    const reading = await read(put('titled.csv', titled(csv(rows()))));
    expect(withTexts(reading)).toMatchObject({
      ok: false,
      finding: {hint: expect.stringContaining('where a title stands above the headings, take it out')},
    });
  });

  test('names its bad rows with their lines, or leaves them out and counts them', async () => {
    const path = put('cr.csv', `${csv(rows())}a,b\nc\n`.replaceAll('\n', '\r'));
    expect(await refusal(path)).toBe(
      '4 broken-line: line 4: 2 cells under 20 headings, and 1 more up to line 5',
    );
    const {rows: total, dropped} = await answered(path, {skipBad: true});
    expect([total.read, total.kept, counts(dropped)]).toEqual([4, 2, {'broken line': 2}]);
  });

  test('lacks a column as any other does, with rows or without', async () => {
    const text = csv(rows()).replace('JOB_TITLE', 'JOB').replaceAll('\n', '\r');
    expect(await refusal(put('lacks.csv', text))).toMatch(
      /^1 missing-columns: the column JOB_TITLE is missing/,
    );
    expect(await refusal(put('alone.csv', `${text.split('\r')[0]}\r`))).toMatch(/^1 missing-columns: /);
  });

  test('leaves nothing behind for the files that are read after it', async () => {
    const files = ['a', 'b', 'c'].map((name, at) => {
      const text = csv(filings([{}, {}]));
      return put(
        `${name}.csv`,
        at === 1
          ? text
          : `${text}   \n${csv(filings([{}]), [])
              .slice(1)
              .replace('\n', '\r')}`,
      );
    });
    const {files: read, dropped} = await answered(files);
    expect([read.map(({rows: count}) => count), dropped]).toEqual([[3, 2, 3], []]);
  });

  test('may hold more rows than are handed over at once', async () => {
    const many = filings(Array.from({length: 40_000}, () => ({})));
    const {rows: total} = await answered(put('many.csv', csv(many).replaceAll('\n', '\r')));
    expect(total).toEqual({read: 40_000, kept: 40_000, fitting: 40_000});
  });
});

describe('Parquet', () => {
  test('says the same as the csv of the same rows, whatever the types of its columns', async () => {
    const path = join(folder, 'wages.parquet');
    const {connection, close} = await openDuck('128MB', {files: [path]});
    await connection.run(`COPY (SELECT 'Certified' AS CASE_STATUS, 'H-1B' AS VISA_CLASS, TIMESTAMP '2024-10-01 12:00:00' AS DECISION_DATE,
      'Baker' AS JOB_TITLE, true AS FULL_TIME_POSITION, 'Acme' AS EMPLOYER_NAME, 'New York' AS WORKSITE_CITY,
      60.5::DOUBLE AS WAGE_RATE_OF_PAY_FROM, 70::DECIMAL(9, 2) AS WAGE_RATE_OF_PAY_TO, 'Hour' AS WAGE_UNIT_OF_PAY) TO '${path}'`);
    close();
    const [set] = (await answered(path)).all;
    expect([set?.from.median, set?.to?.median, set?.decided?.first]).toEqual([
      125_840,
      145_600,
      '2024-10-01',
    ]);
    writeFileSync(join(folder, 'torn.parquet'), readFileSync(path).subarray(0, 200));
    expect(await refusal(join(folder, 'torn.parquet'))).toContain('torn-file: no Parquet that can be read');
  });
});

describe('a bad file', () => {
  const good = () => csv(filings([{}, {}]));

  test.each([
    ['is missing', undefined, 'missing-file'],
    ['is empty', '', 'empty-file'],
    ['has headings alone', csv([]), 'no-rows'],
    ['is a page', '<!doctype html><p>Not found</p>\n', 'not-a-table'],
    ['is prose', 'Dear reader\nthis is a letter\n', 'not-a-table'],
    ['is a binary', Buffer.from([1, 2, 0, 3]), 'not-a-table'],
    ['is UTF-16 and has headings alone', Buffer.from(`\uFEFF${csv([])}`, 'utf16le'), 'no-rows'],
  ])('that %s is refused', async (_, content, rule) => {
    const path = join(folder, 'bad.csv');
    if (content !== undefined) writeFileSync(path, content);
    expect(await refusal(path)).toContain(rule);
  });

  test('that ends within a row is refused, or its last row is left out and counted', async () => {
    const path = put('cut.csv', good().slice(0, -60));
    expect(await refusal(path)).toMatch(/^3 broken-line: line 3: 8 cells under 20 headings$/);
    const {rows, dropped} = await answered(path, {skipBad: true});
    expect(rows).toEqual({read: 2, kept: 1, fitting: 1});
    expect(counts(dropped)).toEqual({'broken line': 1});
  });

  test('that mixes encodings is refused with its line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(good()),
      Buffer.from(csv(filings([{employer: 'Café'}]), []).slice(1), 'latin1'),
    ]);
    expect(await refusal(put('mixed.csv', bytes))).toMatch(/^4 not-utf8: line 4 is not UTF-8/);
    expect((await answered(put('mixed.csv', bytes), {skipBad: true})).rows).toEqual({
      read: 3,
      kept: 2,
      fitting: 2,
    });
  });

  test.each([1_500_000, 100_000_000])('with a line of %i bytes is refused with its line', async length => {
    const [head = '', ...rest] = good().split('\n');
    const long = Buffer.concat([
      Buffer.from(`${head}\n${rest[0]}\n`),
      Buffer.alloc(length, 'x'),
      Buffer.from(`\n${rest[1]}\n`),
    ]);
    const path = put('long.csv', long);
    expect(await refusal(path)).toMatch(/^3 long-line: line 3 is too long/);
    expect((await answered(path, {skipBad: true})).rows).toEqual({read: 3, kept: 2, fitting: 2});
  });

  test('and its neighbours are read by their own names, whatever signs those hold', async () => {
    expect((await answered(put("it's [a] *?.csv", good()))).rows.read).toBe(2);
  });
});

describe('a table with a mapping', () => {
  const mapping = (more: object) => {
    const reading = readMapping({
      source: 'a survey',
      columns: {title: 'Job', employer: 'Firma', city: 'Ort', wageFrom: 'Gehalt'},
      currency: 'EUR',
      unit: 'Month',
      decimal: ',',
      ...more,
    });
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    return reading.value;
  };

  test('is read in its own currency, unit and figures', async () => {
    const path = put('survey.csv', 'Job;Firma;Ort;Gehalt\nDevOps Engineer;Acme GmbH;Berlin;5.500,50\n');
    const {all, basis} = await answered(path, {mapping: mapping({}), role: 'devops'});
    expect(all.map(({n, currency, from}) => [n, currency, from.median])).toEqual([[1, 'EUR', 66006]]);
    expect(basis).toContain('a survey');
  });

  test.each([
    [
      'of Windows, where that is said',
      {encoding: 'latin1'},
      Buffer.from('Job;Firma;Ort;Gehalt\nSRE;Müller;Köln;5.500,50\n', 'latin1'),
    ],
    [
      'of a workbook, whose numbers have no sign of their own',
      {},
      workbook({
        S: [
          ['Job', 'Firma', 'Ort', 'Gehalt'],
          ['SRE', 'Müller', 'Köln', 5500.5],
        ],
      }),
    ],
    [
      'of a sheet that is named',
      {sheet: 'B'},
      workbook({
        A: [
          ['Job', 'Firma', 'Ort', 'Gehalt'],
          ['SRE', 'A', 'B', 1],
        ],
        B: [
          ['Job', 'Firma', 'Ort', 'Gehalt'],
          ['SRE', 'Müller', 'Köln', '5.500,50'],
        ],
      }),
    ],
  ])('is one %s', async (_what, more, bytes) => {
    const {all, groups} = await answered(put('survey', bytes), {mapping: mapping(more)});
    expect([all[0]?.from.median, groups[0]?.company, groups[0]?.city]).toEqual([66_006, 'Müller', 'Köln']);
  });

  test('of Windows is refused where nobody said so, with what to say', async () => {
    const path = put('survey.csv', Buffer.from('Job;Firma;Ort;Gehalt\nSRE;Müller;Köln;5.500,50\n', 'latin1'));
    expect(withTexts(await read(path, {mapping: mapping({})}))).toMatchObject({
      ok: false,
      finding: {rule: 'not-utf8', span: {line: 2}, hint: expect.stringContaining('encoding: latin1')},
    });
  });

  test('names a heading that is not there', async () => {
    const path = put('survey.csv', 'Job;Firma;Gehalt\nA;B;1\n');
    expect(await refusal(path, {mapping: mapping({})})).toBe(
      '1 missing-columns: the column Ort is missing; found Job, Firma, Gehalt',
    );
  });

  test.each([
    [{currency: 'XXX'}, 'currency'],
    [{unit: 'Fathom'}, 'unit'],
    [{unit: undefined}, ''],
    [{columns: {title: 'Job'}}, 'columns'],
    [{columns: {wageFrom: 'Gehalt', colour: 'Blau'}}, 'columns'],
    [{bounds: {low: 5, high: 1, basis: 'mine'}}, 'bounds'],
  ])('that says %j is refused there', (more, where) => {
    const reading = readMapping({
      source: 'x',
      columns: {wageFrom: 'Gehalt'},
      currency: 'EUR',
      unit: 'Year',
      ...more,
    });
    expect(reading.ok ? undefined : (reading.problems[0]?.path[0] ?? '')).toBe(where);
  });
});

const {path: SLICE, isThere} = beside(
  'lca/hedge_fund_bank_slice_fy2020q1.csv',
  'the wages that funds certified in October 2019 are told as their rows have them',
);
describe.skipIf(!isThere)('the real rows of October 2019', () => {
  test('say what Millennium certified for a software engineer in New York', async () => {
    const {all, groups, apart, rows} = await answered(SLICE, {
      companies: ['millennium'],
      role: 'software',
      region: 'New York',
    });
    expect(rows).toEqual({read: 38, kept: 37, fitting: 1});
    expect(all).toMatchObject([{n: 1, atPrevailing: 1, from: {median: 123032}, to: {median: 185000}}]);
    expect(groups).toMatchObject([
      {company: 'Millennium Management', city: 'New York, NY', role: 'software'},
    ]);
    expect(apart).toEqual([]);
  });

  test('say that nobody certified a DevOps engineer there', async () => {
    expect((await answered(SLICE, {companies: ['millennium'], role: 'devops'})).all).toEqual([]);
  });
});
