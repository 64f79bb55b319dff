// Records that are nearly sound: those of the documentation, the payloads of the tests and some tables, cut, spliced and
// overwritten by a seed.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {root} from '../../scripts/program.mjs';
import {stream} from '../stream.mjs';

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
    'record.yaml': source(
      `kind: table, into: intervals, files: [t.${ending}], states: {P1: down}, columns: {start: start, end: end}`,
    ),
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

/** Characters of the largest text: some of a mutant in a hundred. */
const LARGE = 500_000;

/** Writes the mutant of a seed into a folder. @param {string} folder @param {number} seed */
export function keepMutant(folder, seed) {
  const next = stream(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = list => /** @type {T} */ (list[Math.floor(next() * list.length)]);
  /** @type {Record<string, string>} */
  const files = {...pick(SOUND)};
  const names = Object.keys(files);
  for (let edits = 1 + Math.floor(next() * 5); edits > 0; edits--) {
    // The exports three times of four: most of what is done to record.yaml ends the reading before it begins.
    const name =
      next() < 0.25 ? 'record.yaml' : (pick(names.filter(one => one !== 'record.yaml')) ?? 'record.yaml');
    files[name] = edited(files[name] ?? '', next, pick);
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, name === 'record.yaml' ? text : encoded(text, next()));
  }
}

/** @param {string} text @param {() => number} next @param {<T>(list: readonly T[]) => T} pick */
function edited(text, next, pick) {
  const from = Math.floor(next() * text.length);
  const near = Math.min(text.length, from + Math.floor(next() * 60));
  const kind = Math.floor(next() * 9);
  if (kind === 0) return text.slice(0, from) + text.slice(near);
  if (kind === 1) return text.slice(0, near) + text.slice(from, near) + text.slice(near);
  if (kind === 2) return text.slice(0, from) + pick(PIECES) + text.slice(near);
  if (kind === 3) return text.slice(0, from) + pick(PIECES) + text.slice(from);
  if (kind === 4) {
    const other = Object.values(pick(SOUND));
    return text.slice(0, from) + pick(other).slice(0, 300) + text.slice(near);
  }
  if (kind === 5) {
    const lines = text.split('\n');
    const [i, j] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)];
    [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
    return lines.join('\n');
  }
  // A whole value for another: what a program that exports may get wrong.
  const values = [...text.matchAll(/"[^"\n]*"|[\w.:+-]+/g)];
  const value = pick(values);
  if (kind < 8 && value !== undefined)
    return text.slice(0, value.index) + pick(PIECES) + text.slice(value.index + value[0].length);
  if (next() > 0.1) return text.replaceAll('\n', pick(['\r', '\r\n', '\n\n', ' ']));
  const part = text.slice(from, near);
  return text.slice(0, near) + part.repeat(Math.floor(LARGE / Math.max(1, part.length))) + text.slice(near);
}

/** Mostly UTF-8, now and then another encoding, a mark, or packed. @param {string} text @param {number} chance */
function encoded(text, chance) {
  if (chance < 0.02) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (chance < 0.03) return Buffer.from(text, 'latin1');
  if (chance < 0.04) return gzipSync(text);
  if (chance < 0.05) return gzipSync(text).subarray(0, 40);
  return chance < 0.06 ? Buffer.from(`\ufeff${text}`) : Buffer.from(text);
}
