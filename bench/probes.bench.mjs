// A year of probes through the reduction, against the least that DuckDB needs to count the same file.
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawnSync} from 'node:child_process';
import {root} from '../scripts/program.mjs';
import {race} from './race.mjs';

const SYSTEMS = 85;
const DAYS = 250;
/** A session of 390 minutes, one probe every 15 seconds. */
const ROUNDS = 390 * 4;
const RUNS = 5;

/** The order of the rows decides what a reader can skip: both are what real exports look like. */
const LAYOUTS = [
  {name: 'by time, as query_range aligns them', order: 'ts, system', offset: '0'},
  {name: 'by system, each at its own offset', order: 'system, ts', offset: 'hash(system) % 15000'},
];

export function* figures() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-probes-'));
  try {
    for (const {name, order, offset} of LAYOUTS) {
      const path = join(folder, 'probes.parquet');
      run(making(path, order, offset));
      yield {
        ...race({
          name: `33,150,000 samples ${name}: to minutes, over SELECT system, count(*), sum(ok)`,
          budget: 2,
          runs: RUNS,
          program: script(reducing(path)),
          reference: script(counting(path)),
        }),
        ...inside(path),
        file_mb: Math.round(statSync(path).size / 2 ** 20),
      };
      rmSync(path);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const OPEN = `const {DuckDBInstance} = await import('@duckdb/node-api');
  const db = await (await DuckDBInstance.create(':memory:', {threads: '2', memory_limit: '1GB', preserve_insertion_order: 'false'})).connect();`;

/** @param {string} path */
function counting(path) {
  return `${OPEN} const ask = async () => (await db.runAndReadAll("SELECT system, count(*), sum(ok) FROM '${path}' GROUP BY system")).getRows();`;
}

/** @param {string} path */
function reducing(path) {
  const planned = {
    kind: 'probes',
    covers: null,
    files: [{path, name: 'probes.parquet'}],
    format: 'parquet',
    time: {zone: 'UTC'},
    every: 15,
    source: {
      name: 'made-up',
      zone: 'UTC',
      disclosure: 'private',
      system: null,
      systemField: null,
      states: {},
      environments: [],
      columns: {at: 'ts'},
    },
  };
  return `const {probeEntries} = await import('./dist/lib/record/index.js');
    const ask = async () => { let rows = 0; for await (const _ of probeEntries(${JSON.stringify(planned)}, {calendars: ['XNYS'], covers: null})) rows++; return rows; };`;
}

/** @param {string} setting what defines `ask` */
function script(setting) {
  return ['--input-type=module', '-e', `${setting} await ask();`];
}

/**
 * The same without the start of the program: the least of several runs, wall time and processor time, and the most memory.
 *
 * @param {string} path
 */
function inside(path) {
  const [program, reference] = [reducing(path), counting(path)].map(setting => {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `${setting} let [wall, cpu] = [Infinity, Infinity];
        for (let run = 0; run < ${RUNS}; run++) {
          const [from, used] = [performance.now(), process.cpuUsage()];
          await ask();
          const {user, system} = process.cpuUsage(used);
          [wall, cpu] = [Math.min(wall, performance.now() - from), Math.min(cpu, (user + system) / 1000)];
        }
        console.log(JSON.stringify({wall, cpu, peak: process.resourceUsage().maxRSS / 1024}));`,
      ],
      {cwd: root, encoding: 'utf8'},
    );
    if (status !== 0) throw new Error(stderr);
    return /** @type {Record<'wall' | 'cpu' | 'peak', number>} */ (JSON.parse(stdout));
  });
  if (program === undefined || reference === undefined) throw new Error('no figures');
  return {
    warm_ms: Math.round(program.wall),
    warm_reference_ms: Math.round(reference.wall),
    cpu_ms: Math.round(program.cpu),
    cpu_reference_ms: Math.round(reference.cpu),
    peak_mb: Math.round(program.peak),
  };
}

/**
 * Makes the file: one sample in some three thousand rounds of forty fails. Equal calls make equal files.
 *
 * @param {string} path
 * @param {string} order
 * @param {string} offset milliseconds after the round
 */
function making(path, order, offset) {
  return `${OPEN} await db.run('SET preserve_insertion_order = true');
    await db.run(\`COPY (
      SELECT system, day + to_milliseconds((round * 15000 + ${offset})::BIGINT) AS ts,
        (CASE WHEN hash(system, day, round // 40) % 3000 = 0 THEN 0 ELSE 1 END)::TINYINT AS ok
      FROM (SELECT epoch_ms(1736173800000 + (i // 5 * 7 + i % 5) * 86400000) AS day FROM range(${DAYS}) AS days(i)),
        (SELECT i AS round FROM range(${ROUNDS}) AS rounds(i)),
        (SELECT 'edge-' || lpad(i::VARCHAR, 2, '0') || '.example' AS system FROM range(${SYSTEMS}) AS systems(i))
      ORDER BY ${order}) TO '${path}' (FORMAT parquet)\`);`;
}

/** @param {string} text */
function run(text) {
  const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
