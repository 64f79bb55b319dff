// A year of wage disclosures through the desk, against the least that DuckDB needs to count its rows.
import {spawnSync} from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {join} from 'node:path';
import {WAGE_COLUMNS} from '../dist/lib/market/index.js';
import {root} from '../scripts/program.mjs';
import {race} from './race.mjs';
import {workbook} from './workbook.mjs';

const ROWS = 1_000_000;
const BOOK_ROWS = 100_000;
const SEED = 20_241_002;
/** The files of these years have 96 to 98 columns. */
const COLUMNS = 96;

const parley = 'dist/bin/parley.js';
const asked = ['--company', 'company-17', '--role', 'devops', '--region', 'New York', '--json'];

export function* figures() {
  const folder = join(root, '.cache', 'bench');
  mkdirSync(folder, {recursive: true});
  const table = made(join(folder, `wages-${SEED}-${ROWS}.csv`), makeTable);
  const counting = `const {DuckDBInstance} = await import('@duckdb/node-api');
    const db = await (await DuckDBInstance.create(':memory:', {threads: '2'})).connect();
    await db.runAndReadAll("SELECT count(*) FROM read_csv('${table.replaceAll("'", "''")}', all_varchar = true)");`;
  const whole = {
    name: 'parley wages, a question to 1,000,000 filings, over SELECT count(*)',
    goal_ms: 10_000,
    runs: 3,
    program: [parley, 'wages', table, ...asked],
    reference: ['--input-type=module', '-e', counting],
  };
  yield {...race(whole), ...peak(whole.program), file_mb: megabytes(statSync(table).size)};
  const open = {...whole, name: 'parley wages, all of 1,000,000 filings, over SELECT count(*)', runs: 2};
  const all = [parley, 'wages', table, '--json'];
  yield {...race({...open, program: all}), ...peak(all)};
  const book = made(join(folder, `wages-${SEED}-${BOOK_ROWS}.xlsx`), makeBook);
  const sheet = [parley, 'wages', book, ...asked];
  const bound = {name: 'parley wages, a workbook of 100,000 filings, over node -e 0', runs: 2};
  yield {
    ...race({...bound, program: sheet, reference: ['-e', '0']}),
    ...peak(sheet),
    file_mb: megabytes(statSync(book).size),
  };
}

/**
 * The most memory that a run holds at once.
 *
 * @param {readonly string[]} program
 */
function peak(program) {
  const probe =
    'data:text/javascript,process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';
  const {stderr} = spawnSync(process.execPath, ['--import', probe, ...program], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return {peak_mb: megabytes(Number(/peak (\d+)/.exec(stderr)?.[1]) * 1024)};
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 2 ** 20);
}

/**
 * @param {string} path
 * @param {(path: string) => void} make
 */
function made(path, make) {
  if (existsSync(path)) return path;
  make(`${path}.part`);
  renameSync(`${path}.part`, path);
  return path;
}

/** @param {string} path */
function makeTable(path) {
  const file = openSync(path, 'w');
  let text = `${HEADINGS.join(',')}\n`;
  for (const row of filings(ROWS)) {
    text += `${row.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`;
    if (text.length < 1 << 22) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

/** @param {string} path */
function makeBook(path) {
  const rows = [...filings(BOOK_ROWS)].map(row =>
    row.map(cell => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell || null)),
  );
  writeFileSync(path, workbook({Sheet1: [HEADINGS, ...rows]}));
}

const NAMES = Object.values(WAGE_COLUMNS).map(([heading]) => heading);
const HEADINGS = [...NAMES, ...Array.from({length: COLUMNS - NAMES.length}, (_, at) => `CONTACT_${at + 1}`)];

/**
 * Made-up filings as wide as real ones: 30,000 employers, 3,000 titles, one row in thirty a duplicate, one in a
 * hundred withdrawn or of a wrong unit. Equal seeds make equal filings.
 *
 * @param {number} count
 */
function* filings(count) {
  let state = SEED;
  /** @param {number} below */
  const draw = below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  /** @param {readonly string[]} from */
  const one = from => from[draw(from.length)] ?? '';
  const cities = [
    'New York,New York,NY',
    'San Francisco,San Francisco,CA',
    'Seattle,KING,WA',
    'Austin,Travis,TX',
    'CHICAGO,COOK COUNTY,IL',
    'Jersey City,Hudson,NJ',
    'Plano,Collin,TX',
  ];
  const titles = [
    'Software Engineer',
    'SENIOR DEVOPS ENGINEER',
    'Data Scientist',
    'Site Reliability Engineer',
    'Accountant',
  ];
  const words = [
    '',
    '',
    '',
    'UNITED STATES OF AMERICA',
    '200 Some Long Avenue',
    'SUITE 400',
    'NEW YORK',
    '2125550100',
    'N',
    'Y',
    '541511',
    'HUMAN RESOURCES',
    'visa@firm.example',
  ];
  for (let row = 0; row < count; row++) {
    const [city = '', county = '', state = ''] = one(cities).split(',');
    const wage = 60_000 + draw(2_000) * 100;
    const hourly = draw(12) === 0;
    const pay = hourly ? (wage / 2080).toFixed(2) : String(wage);
    const range = draw(3) === 0 ? (hourly ? (wage / 1800).toFixed(2) : String(wage + 20_000)) : '';
    const company = draw(30_000);
    const wrong = draw(100) === 0;
    /** @type {Record<keyof typeof WAGE_COLUMNS, string>} */
    const filing = {
      caseNumber: `I-200-${String(draw(30) === 0 ? draw(row + 1) : row).padStart(11, '0')}`,
      status: draw(50) === 0 ? 'Certified - Withdrawn' : 'Certified',
      visaClass: draw(40) === 0 ? 'E-3 Australian' : 'H-1B',
      decided: `${1 + draw(12)}/${1 + draw(28)}/2024`,
      title: `${one(titles)}${draw(3) === 0 ? ` ${draw(600)}` : ''}`,
      socCode: `15-${1200 + draw(60)}`,
      fullTime: draw(60) === 0 ? 'N' : 'Y',
      employer: draw(2) === 0 ? `Company ${company}, LLC` : `COMPANY ${company} LLC`,
      tradeName: draw(9) === 0 ? `Brand ${company}` : '',
      secondary: draw(5) === 0 ? 'Y' : 'N',
      secondaryName: draw(5) === 0 ? `Company ${draw(300)} Inc` : '',
      city,
      county,
      state,
      wageFrom: pay,
      wageTo: range,
      unit: hourly !== wrong ? 'Hour' : 'Year',
      prevailing: String(Math.max(50_000, wage - draw(200) * 100)),
      prevailingUnit: 'Year',
      prevailingLevel: one(['I', 'II', 'III', 'IV']),
    };
    yield [...Object.values(filing), ...Array.from({length: COLUMNS - NAMES.length}, () => one(words))];
  }
}
