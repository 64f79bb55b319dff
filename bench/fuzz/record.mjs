// Records that are nearly sound: those of the documentation, the payloads of the tests and some tables, in every format that
// a source may have.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from '../../scripts/program.mjs';
import {stream} from '../stream.mjs';
import {bytesEdited, encoded, mutant, pick} from './edit.mjs';
import {parquet, workbookEdited} from './tables.mjs';

/** @typedef {Readonly<Record<string, string>>} Files a record by the names of its files */

const HEAD =
  'format: 1\nzone: America/New_York\ncovers: {from: 2025-05-01, to: 2025-05-31}\ncalendars: [24x7, XNYS]\n';
const SYSTEMS =
  'systems:\n  order-router: {names: [Order router, Order entry, router, api], pods: {a: 0.5}}\n  feed: {counts: probes}\n';
const ROWS = [
  ['2025-05-06T10:00:00Z', '2025-05-06T10:30:00Z', 'down', 'api', 'Q1'],
  ['2025-05-07T10:00:00Z', '', 'degraded', 'feed', 'Q2'],
  ['2025-05-08 10:00', '2025-05-08 11:00', 'P1', 'api', 'Q3'],
];
const FIELDS = ['start', 'end', 'state', 'system', 'id'];

/** Records to begin with: each tool's payload, and a table in every format. @type {readonly Files[]} */
const SOUND = [
  ...payloads(),
  ...['csv', 'md', 'jsonl', 'json', 'yaml'].map(ending => ({
    'record.yaml': source(tableOf(`t.${ending}`)),
    [`t.${ending}`]: table(ending),
  })),
  {
    'record.yaml': source(
      'kind: pnl, files: [t.csv], columns: {amount: Net}, numbers: "1,234.56", currency: USD, pod: a',
    ),
    't.csv': 'date;Net\n2025-05-06;1,234.56\n2025-05-07;(2.50)\n',
  },
  {
    'record.yaml': source('kind: costs, files: [t.csv], currency: USD, scope: all'),
    't.csv': 'month,amount\n2025-04,10\n2025-05-06,12.5\n',
  },
  {
    'record.yaml': source('kind: load, files: [t.csv], system: feed'),
    't.csv': 'at,load,capacity\n2025-05-06T10:00:00Z,5,10\n1746525600,6,10\n',
  },
  {
    'record.yaml': source(
      'kind: table, into: deployments, files: [t.csv], service: cart, timeFormat: "MM/dd/yyyy HH:mm"',
    ),
    't.csv': 'startedAt,finishedAt,result,version\n05/06/2025 10:00,05/06/2025 10:04,success,v7\n',
  },
  {
    'record.yaml': source('kind: probes, files: [t.csv], every: 5m'),
    't.csv': 'system,at,ok\nfeed,2025-05-06T14:00:00Z,1\nfeed,2025-05-06T14:05:00Z,0\nfeed,1746540600,up\n',
  },
  {
    'record.yaml': source(
      'kind: prometheus, files: ["*.json"], step: 60s, system: feed, states: {"< 0.5": down, ">= 0.5": up}',
    ),
    'a.json':
      '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"instance":"a"},"values":[[1746525600,"1"],[1746525660.5,"NaN"],[1746525720,"0"]]}]},"warnings":["part of it is missing"]}',
    'b.json':
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1746525780,"+Inf"]}]}}',
  },
];

/** What is put in the place of a stretch of text. */
const PIECES = [
  ',',
  ';',
  '\t',
  '|',
  '"',
  "'",
  '\\',
  '\0',
  '\r',
  '\r\n',
  '\n\n',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '{',
  '}',
  '[',
  ']',
  '[[[[',
  ':',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '!!x ',
  '<<: ',
  '---\n',
  '```\n',
  '~~~\n',
  '---|---\n',
  '="',
  'sep=;\n',
  'null',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '9e15',
  '-9e15',
  '1e309',
  '9'.repeat(40),
  '1,234',
  '1.234,56',
  '60K',
  '2025-05-06',
  '2025-13-45',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '+275760-09-13',
  '03/04/25',
  '1746525600000',
  '2025-03-09T02:30:00',
  '2025-11-02T01:30:00',
  '２０２５',
  'resolved',
  'investigating',
  'triggered',
  'maintenance',
  'SEV1',
  'unsaid',
  'end: not known',
  'states: {}',
  'covers: {from: 2025-05-09, to: 2025-05-08}',
  'zone: Mars/Olympus',
  '../',
  '/dev/zero',
  '**',
  '__proto__',
  'constructor',
  'toString',
  '{"message":"Not Found"}',
  '💷',
  'é',
  '\ud800',
  'a'.repeat(5000),
  '('.repeat(300),
  '['.repeat(300),
  ' '.repeat(300),
];

/** @param {string} rest */
function source(rest) {
  return `${HEAD}${SYSTEMS}sources:\n  - {name: s, ${rest}}\n`;
}

/** @param {string} file */
function tableOf(file) {
  return `kind: table, into: intervals, files: [${file}], states: {P1: down}, columns: {start: start, end: end}`;
}

/** @param {string} ending */
function table(ending) {
  const objects = ROWS.map(row => Object.fromEntries(FIELDS.map((field, at) => [field, row[at]])));
  if (ending === 'json') return JSON.stringify(objects, null, 1);
  if (ending === 'jsonl') return objects.map(one => JSON.stringify(one)).join('\n');
  if (ending === 'yaml') return objects.map(one => `- ${JSON.stringify(one)}\n`).join('');
  if (ending === 'md')
    return `${FIELDS.join('|')}\n${FIELDS.map(() => '---').join('|')}\n${ROWS.map(row => row.join('|')).join('\n')}\n`;
  return `${FIELDS.join()}\n${ROWS.map(row => row.join()).join('\n')}\n`;
}

/** The examples of docs/record.md with the payloads of the tests that they read. @returns {Files[]} */
function payloads() {
  const page = readFileSync(join(root, 'docs', 'record.md'), 'utf8');
  const folder = join(root, 'test', 'record', 'tools', 'payloads');
  const examples = [...page.slice(page.indexOf('## Sources')).matchAll(/```yaml\n([^]*?)```/g)].map(
    ([, text = '']) => text,
  );
  return examples.flatMap(example => {
    const [, pattern = ''] = /files: \["?([^\]"]+)"?\]/.exec(example) ?? [];
    const inner = join(folder, dirname(pattern));
    if (pattern === '' || !existsSync(inner)) return [];
    const files = readdirSync(inner).map(name => [
      `${dirname(pattern)}/${name}`,
      readFileSync(join(inner, name), 'utf8'),
    ]);
    return [
      {
        'record.yaml': `${HEAD}${SYSTEMS}sources:\n${example.replace(/^/gm, '  ')}`,
        ...Object.fromEntries(files),
      },
    ];
  });
}

/** Of so many mutants one is of a table that is no text. */
const BYTES = 20;

/** @param {string} folder @param {import('./edit.mjs').Chance} next */
async function keepBytes(folder, next) {
  const [ending, bytes] =
    next() < 0.5
      ? ['parquet', bytesEdited(await parquet(ROWS, FIELDS), next)]
      : ['xlsx', workbookEdited({incidents: [FIELDS, ...ROWS]}, next, PIECES)];
  mkdirSync(folder, {recursive: true});
  const file = `t.${ending}`;
  writeFileSync(join(folder, 'record.yaml'), source(tableOf(file)));
  writeFileSync(join(folder, file), bytes);
}

/** @type {import('./kinds.mjs').Kind} */
export const record = {
  async keep(folder, seed) {
    const next = stream(seed);
    if (seed % BYTES === 0) {
      await keepBytes(folder, next);
      return;
    }
    /** @type {Record<string, string>} */
    const files = {...pick(SOUND, next)};
    const names = Object.keys(files);
    const exports = names.filter(one => one !== 'record.yaml');
    const others = Object.values(pick(SOUND, next));
    for (let turns = 1 + Math.floor(next() * 3); turns > 0; turns--) {
      // The exports three times of four: most of what is done to record.yaml ends the reading before it begins.
      const name = next() < 0.25 ? 'record.yaml' : (pick(exports, next) ?? 'record.yaml');
      files[name] = mutant(files[name] ?? '', next, {pieces: PIECES, others, most: 4});
    }
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, encoded(text, next));
    }
  },
  commands(folder, seed) {
    const form = [[], ['--json'], ['--full'], ['--full', '--json']][seed % 4] ?? [];
    return [['record', folder, ...(seed % 3 === 0 ? ['--skip-bad'] : []), ...form]];
  },
};
