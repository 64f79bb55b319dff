import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {command as wages} from '../../src/cli/commands/wages.ts';
import type {Context} from '../../src/cli/context.ts';
import type {WageAnswer} from '../../src/market/wages/answer.ts';
import {call, SILENT} from './desk.ts';
import {temporary} from '../desk.ts';

const HEADINGS =
  'CASE_NUMBER,CASE_STATUS,VISA_CLASS,JOB_TITLE,EMPLOYER_NAME,WORKSITE_CITY,WORKSITE_STATE,WAGE_RATE_OF_PAY_FROM,WAGE_RATE_OF_PAY_TO,WAGE_UNIT_OF_PAY,PREVAILING_WAGE,PW_UNIT_OF_PAY';
const ROWS = [
  'I-1,Certified,H-1B,DevOps Engineer,MPG OPERATIONS LLC,New York,NY,140000,180000,Year,140000,Year',
  'I-2,Certified,H-1B,Site Reliability Engineer,MPG OPERATIONS LLC,Miami,FL,90,,Hour,120000,Year',
  'I-3,Denied,H-1B,DevOps Engineer,MPG OPERATIONS LLC,New York,NY,150000,,Year,140000,Year',
];

let folder = '';
beforeEach(() => {
  folder = temporary();
});

function put(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function told(files: readonly string[], flags: Record<string, unknown> = {}, width = 80) {
  const said = {out: '', err: '', code: 0};
  const context: Context = {
    process,
    print: text => {
      said.out += text.endsWith('\n') ? text : `${text}\n`;
    },
    talk: text => {
      said.err += `${text}\n`;
    },
    exit: code => {
      said.code = Math.max(said.code, code);
    },
    width,
    colour: false,
    talkColour: false,
    interactive: false,
    world: {today: '2026-11-22', progress: SILENT, cache: null},
  };
  await call(wages, context, {json: false, skipBad: false, ...flags}, ...files);
  return said;
}

describe('parley wages', () => {
  test('says the figures, that they are a floor, and what became of every row', async () => {
    const {out, err, code} = await told([put('q.csv', [HEADINGS, ...ROWS])], {
      company: 'millennium',
      role: 'devops',
    });
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('a floor, not a market median');
    expect(out).toMatch(/FROM +2 +\$140,000 +\$151,800 +\$163,600 +\$175,400 +\$187,200/);
    expect(out).toMatch(/TO +1 +\$180,000/);
    expect(out).toContain('1 of 2 are at the prevailing wage itself');
    expect(out).toContain('MPG OPERATIONS LLC, Millennium Management by alias: 2');
    expect(out).toContain('3 rows read, 2 kept, 2 fit the question');
    expect(out).toContain('1 left out, denied');
  });

  test.each([60, 80, 120])('keeps to %i columns, whatever the names', async width => {
    const long = ROWS.map(row =>
      row.replace('DevOps Engineer', 'Baker').replace('MPG OPERATIONS LLC', `${'Very '.repeat(40)}Long LLC`),
    );
    const {out} = await told(
      [put('q.csv', [HEADINGS, ...ROWS, ...long.map(row => row.replace('I-', 'J-'))])],
      {},
      width,
    );
    expect(out.split('\n').filter(line => line.length > width)).toEqual([]);
  });

  test('says what a region gathers and what is assumed', async () => {
    const {out} = await told([put('q.csv', [HEADINGS, ...ROWS])], {region: 'NYC', ceiling: 1_500_000});
    expect(out).toContain('New York: New York-Newark-Jersey City, NY-NJ, 22 counties (OMB Bulletin');
    // why, says the note of each
    expect(out).toMatch(/ceiling +\$1,500,000\[2\]\n/);
    expect(out).toMatch(/window +5\[3\] times the prevailing wage/);
    expect(out.replace(/\s+/g, ' ')).toContain('[2] assumed as a guard against slips');
  });

  test('prints one JSON document', async () => {
    const {out} = await told([put('q.csv', [HEADINGS, ...ROWS])], {json: true, region: 'New York'});
    const answer = JSON.parse(out) as WageAnswer;
    expect(answer.question).toEqual({companies: [], role: null, region: 'New York'});
    expect(answer.rows).toEqual({read: 3, kept: 2, fitting: 1});
    expect(answer.groups).toMatchObject([
      {role: 'devops', city: 'New York, NY', from: {median: 140000}, to: {median: 180000}},
    ]);
  });

  test('answers in words where nothing fits', async () => {
    const {out, code} = await told([put('q.csv', [HEADINGS, ...ROWS])], {company: 'Acme'});
    expect(out).toContain('No row of these files fits the question.');
    expect(code).toBe(0);
  });

  test('reads another table with a mapping', async () => {
    const mapping = put('m.yaml', [
      'source: a survey',
      'currency: GBP',
      'unit: Year',
      'columns:',
      '  wageFrom: Pay',
      '  title: Job',
    ]);
    const {out, code} = await told([put('t.csv', ['Job,Pay', 'SRE,70000'])], {mapping});
    expect(code).toBe(0);
    expect(out).toContain('as published by a survey');
    expect(out).toMatch(/FROM +1 +£70,000/);
  });

  test.each([
    [
      'a column that is not there',
      ['A,B', '1,2'],
      /q\.csv:1:1 error missing-columns: the columns CASE_STATUS.*found A, B/,
    ],
    [
      'a torn row',
      [HEADINGS, ...ROWS, 'I-4,Certi'],
      /q\.csv:5:1 error broken-line: line 5: 2 cells under 12 headings/,
    ],
  ])('ends with 3 at %s', async (_, lines, said) => {
    const {out, err, code} = await told([put('q.csv', lines)]);
    expect([out, code]).toEqual(['', 3]);
    expect(err).toMatch(said);
    expect(err).toContain('to mend it:');
  });

  test('ends with 3 at a mapping that is wrong, and says where', async () => {
    const mapping = put('m.yaml', [
      'source: a survey',
      'currency: GBPP',
      'unit: Year',
      'columns: {wageFrom: Pay}',
    ]);
    const {err, code} = await told([put('t.csv', ['Job,Pay', 'SRE,70000'])], {mapping});
    expect(code).toBe(3);
    expect(err).toMatch(/m\.yaml:2:11 error bad-mapping: currency: /);
  });

  test('ends with 2 at a role that nobody knows', async () => {
    expect(await told([put('q.csv', [HEADINGS, ...ROWS])], {role: 'wizard'})).toMatchObject({
      code: 2,
      out: '',
    });
  });
});
