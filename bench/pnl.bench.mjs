// A minute's PnL of every pod for half a year read into columns, against DuckDB's sum of the same file.
import {createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {once} from 'node:events';
import {spawnSync} from 'node:child_process';
import {root} from '../scripts/program.mjs';
import {race} from './race.mjs';

const PODS = 85;
const DAYS = 126;
const MINUTES = 390;
const RUNS = 5;

export async function* figures() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pnl-'));
  try {
    const path = join(folder, 'pnl.csv');
    await write(path);
    writeFileSync(
      join(folder, 'record.yaml'),
      'format: 1\nsources:\n  - {name: money, kind: pnl, files: [pnl.csv], currency: USD, zone: America/New_York}\n',
    );
    yield {
      ...race({
        name: `${(PODS * DAYS * MINUTES).toLocaleString('en')} rows of PnL into columns, over SELECT sum(amount)`,
        budget: 6,
        runs: RUNS,
        program: ['--input-type=module', '-e', reading(folder)],
        reference: ['--input-type=module', '-e', summing(path)],
      }),
      peak_mb: peakOf(reading(folder)),
      file_mb: Math.round(statSync(path).size / 2 ** 20),
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Equal calls write equal files. @param {string} path */
async function write(path) {
  const out = createWriteStream(path);
  out.write('pod,at,amount\n');
  for (let day = 0; day < DAYS; day++)
    for (let minute = 0; minute < MINUTES; minute++) {
      const at = new Date(Date.UTC(2025, 0, 2 + day, 14, 30 + minute)).toISOString().slice(0, 19);
      const rows = Array.from({length: PODS}, (_, pod) => {
        const amount = ((day * 7919 + minute * 104_729 + pod * 1299) % 360_001) / 100 - 1700;
        return `pod-${String(pod).padStart(2, '0')},${at}Z,${amount.toFixed(2)}\n`;
      });
      if (!out.write(rows.join(''))) await once(out, 'drain');
    }
  out.end();
  await once(out, 'finish');
}

/** @param {string} folder */
function reading(folder) {
  return `const {readRecordFile} = await import('./dist/lib/case/index.js');
    const {readRecord} = await import('./dist/lib/record/index.js');
    const {pnl} = await readRecord(readRecordFile(${JSON.stringify(folder)}).plan);
    if (pnl.length !== ${PODS * DAYS * MINUTES}) throw new Error(String(pnl.length));`;
}

/** @param {string} path */
function summing(path) {
  return `const {DuckDBInstance} = await import('@duckdb/node-api');
    const db = await (await DuckDBInstance.create(':memory:', {threads: '2'})).connect();
    await db.runAndReadAll("SELECT count(*), sum(amount) FROM read_csv('${path}')");`;
}

/** The most memory that a run took, in MB. @param {string} setting */
function peakOf(setting) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `${setting}; console.log(process.resourceUsage().maxRSS / 1024);`],
    {cwd: root, encoding: 'utf8'},
  );
  if (status !== 0) throw new Error(stderr);
  return Math.round(Number(stdout));
}
