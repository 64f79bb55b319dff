import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readCsv} from '../../src/intake/csv.ts';
import {openItems} from '../../src/intake/index.ts';
import {cutJson} from '../../src/intake/json.ts';
import {LONGEST_ROW, singly} from '../../src/intake/piece.ts';
import {memoized} from '../../src/intake/remember.ts';
import {listed, opened, pieces} from '../record/folder.ts';
import {put, temporary} from '../desk.ts';

describe('JSON', () => {
  test.each([
    ['a list', '[{"a":1},\n{"a":2}]', {}, ['1 {"a":1}', '2 {"a":2}']],
    ['a single object', '\n {"a":[1,2]}\n', {}, ['2 {"a":[1,2]}']],
    ['an empty list', ' [ ] ', {}, []],
    [
      'a list within',
      '{"page":{"n":1},\n"incidents":[1,\n2],"more":false}',
      {at: 'incidents'},
      ['2 1', '3 2'],
    ],
    ['a list further within', '{"a":1,"data":{"b":[0],"items":["x"]},"c":[]}', {at: 'data.items'}, ['1 "x"']],
    ['a list that a program calls null', '{"incidents":null}', {at: 'incidents'}, []],
    ['pages one after another', '{"i":[1]}\n{"i":[2]}', {at: 'i'}, ['1 1', '2 2']],
    ['lists one after another', '[1,2]\n[3]', {}, ['1 1', '1 2', '2 3']],
    ['a list of pages', '[{"i":[1]},\n{"n":0,"i":[2]}]', {at: 'i'}, ['1 1', '2 2']],
    [
      'rows in the place of pages',
      '[{"a":1},\n{"a":"i"}]',
      {at: 'i', bare: true},
      ['1 {"a":1}', '2 {"a":"i"}'],
    ],
    ['one row in the place of a page', '{"a":{"i":[1]}}', {at: 'i', bare: true}, ['1 {"a":{"i":[1]}}']],
    ['brackets and quotes in texts', '["]\\"[", "\\\\", "}"]', {}, ['1 "]\\"["', '1 "\\\\"', '1 "}"']],
    ['two lists', '{"i":[1],"k":{"l":[2]},"m":[3]}', {at: ['i', 'k.l']}, ['1 1', '1 2']],
    ['the longer of two ways', '{"k":{"l":[2]}}', {at: ['k', 'k.l']}, ['1 2']],
    ['the shorter of two ways', '{"k":[{"l":2}]}', {at: ['k', 'k.l']}, ['1 {"l":2}']],
    ['a byte order mark', '\ufeff[1]', {}, ['1 1']],
    [
      'a bad row among good ones',
      '[1,\n{a:1},\n3]',
      {},
      ['1 1', expect.stringMatching(/^2 ! bad-row/), '3 3'],
    ],
  ])('holds %s', async (_what, text, options, rows) => {
    const there = temporary();
    expect(await opened(put(there, 'x.json', text), options)).toEqual(rows);
  });

  test.each([
    [
      'cut off in a row',
      '[{"a":1},\n{"a":',
      {},
      ['1 {"a":1}', /^2 ! unreadable-file: .*ends within the value that begins on line 2/],
    ],
    ['cut off between rows', '[1,\n', {}, ['1 1', /^2 ! unreadable-file: .*it ends where a value/]],
    ['cut off in the list', '[1', {}, ['1 1', /ends where , or \] is expected/]],
    ['without a comma', '[1\n2]', {}, ['1 1', /^2 ! .*"2" where , or \]/]],
    ['with a comma too many', '[1,]', {}, ['1 1', /"\]" where a value/]],
    ['with more behind it', '[1]\nx', {}, ['1 1', /^2 ! .*"x" where the end/]],
    ['with a list elsewhere', '{"error":"no","code":1}', {at: 'incidents'}, [/no list at incidents/]],
    ['without quotes at a key', '{a:[1]}', {at: 'a'}, [/"a" where a key in quotes/]],
    ['of blanks only', ' \n ', {}, [/nothing stands in it/]],
    ['deeper than any ticket', '['.repeat(100_000), {}, [/nested more than 200 levels/]],
    ['deeper than any page', `{"a":${'['.repeat(100_000)}`, {at: 'b'}, [/nested more than 200 levels/]],
  ])('%s is told with its line, after the rows before', async (_what, text, options, rows) => {
    const there = temporary();
    const found = await opened(put(there, 'x.json', text), options);
    expect(found).toEqual(rows.map(row => (typeof row === 'string' ? row : expect.stringMatching(row))));
  });

  test('is cut as JSON.parse reads it, wherever the pieces end', async () => {
    const lists = fc.array(fc.jsonValue({maxDepth: 4}), {maxLength: 12});
    const blanks = fc.constantFrom(undefined, 1, '\t');
    await fc.assert(
      fc.asyncProperty(lists, blanks, fc.integer({min: 1, max: 40}), async (list, indent, size) => {
        const text = JSON.stringify(list, null, indent);
        const cut = await listed(singly(cutJson(pieces(text, size), {at: [], bare: false})));
        const values = cut.map(piece => ('text' in piece ? (JSON.parse(piece.text) as unknown) : piece));
        expect(values).toEqual(JSON.parse(text));
      }),
    );
  });

  test('is cut the same when it lies within, and each row knows its line', async () => {
    const values = fc.array(fc.jsonValue({maxDepth: 3}), {minLength: 1, maxLength: 8});
    const noise = fc.dictionary(
      fc.string().filter(key => key !== 'rows' && key !== '__proto__'),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(values, noise, fc.integer({min: 1, max: 30}), async (list, around, size) => {
        const rows = list.map(value => JSON.stringify(value)).join(',\n');
        const text = `{"noise":${JSON.stringify(around)},"rows":\n[${rows}],"more":${JSON.stringify(around)}}`;
        const cut = await listed(singly(cutJson(pieces(text, size), {at: [['rows']], bare: false})));
        const found = cut.map(piece => ('text' in piece ? {text: piece.text, line: piece.line} : piece));
        expect(found).toEqual(list.map((value, at) => ({text: JSON.stringify(value), line: at + 2})));
      }),
    );
  });

  test('never throws, whatever stands in it', async () => {
    const scraps = fc.array(fc.constantFrom(...'[]{},:"\\a1 \n', 'null', '"i"', '{"i":['), {maxLength: 40});
    await fc.assert(
      fc.asyncProperty(scraps, fc.boolean(), async (parts, bare) => {
        const there = temporary();
        const file = put(there, 'x.json', parts.join(''));
        await expect(listed(singly(openItems(file, {at: 'i', bare})))).resolves.toBeInstanceOf(Array);
      }),
      {numRuns: 200},
    );
  });

  test('of 100 MB in one line is read row by row', async () => {
    const there = temporary();
    const rows = 'x'.repeat(990);
    const file = put(
      there,
      'x.json',
      `[${Array.from({length: 100_000}, () => `{"a":"${rows}"}`).join(',')}]`,
    );
    const before = process.memoryUsage().heapUsed;
    let [count, most] = [0, 0];
    for await (const one of singly(openItems(file))) {
      if ('value' in one && (one.value as {a: string}).a.length === 990) count++;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(100_000);
    expect(most).toBeLessThan(64 * 2 ** 20);
  });

  test('holds back no more than one row of an endless one, and reads on behind it', async () => {
    let given = 0;
    async function* endless() {
      yield '[1,"';
      for (; given < 40; given++) yield 'y'.repeat(2 ** 20);
      yield '",2]';
    }
    const cut = await listed(singly(cutJson(endless(), {at: [], bare: false})));
    expect(given * 2 ** 20).toBeGreaterThan(LONGEST_ROW);
    expect(cut).toMatchObject([
      {text: '1'},
      {problem: 'a row of more than 8 million characters', line: 1},
      {text: '2'},
    ]);
  });
});

test('Cells that are remembered let go of the stretch of the file that they were cut from', () => {
  const hourOf = memoized((time: string) => time.slice(11, 13));
  const before = process.memoryUsage().heapUsed;
  for (let round = 0; round < 2000; round++) {
    const stretch = `2025-03-10T13:30:00.${String(round).padStart(6, '0')}Z,router,up\n`.repeat(8000);
    const [time = ''] = stretch.slice(0, stretch.indexOf('\n')).split(',');
    expect(hourOf(time)).toBe('13');
  }
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(256 * 2 ** 20);
});

describe('JSON Lines', () => {
  test('hold a row a line; torn and blank ones leave the others whole', async () => {
    const there = temporary();
    const file = put(there, 'x.jsonl', '{"a":1}\r\n\n{"a":\n[2]\n{"b"');
    expect(await opened(file)).toEqual([
      '1 {"a":1}',
      expect.stringMatching(/^3 ! bad-row: not valid JSON/),
      '4 [2]',
      expect.stringMatching(/^5 ! bad-row/),
    ]);
  });

  test('tell a line that is too long, and read those behind it', async () => {
    const there = temporary();
    const file = put(there, 'x.ndjson', `1\n"${'y'.repeat(LONGEST_ROW)}"\n3`);
    expect(await opened(file)).toEqual([
      '1 1',
      '2 ! bad-row: a line of more than 8 million characters',
      '3 3',
    ]);
  });
});

describe('CSV', () => {
  test.each([
    ['plain', 'a,b\n1,2\n3,4', ['2 {"a":"1","b":"2"}', '3 {"a":"3","b":"4"}']],
    ['of Windows', 'a,b\r\n1,2\r\n\r\n3,4\r\n', ['2 {"a":"1","b":"2"}', '4 {"a":"3","b":"4"}']],
    [
      'with line ends in quotes',
      'a,b\n"x\ny","""z"""\n3,4',
      ['2 {"a":"x\\ny","b":"\\"z\\""}', '4 {"a":"3","b":"4"}'],
    ],
    ['with semicolons', 'a;b\n1,5;2', ['2 {"a":"1,5","b":"2"}']],
    ['with tabs', 'a\tb\n1\t2', ['2 {"a":"1","b":"2"}']],
    ['with empty cells', 'a,b\n"",1\n', ['2 {"a":"","b":"1"}']],
    ['with a mark', '\ufeffa\n1', ['2 {"a":"1"}']],
    ['of headings alone', 'a,b\n', []],
    ['a row too short', 'a,b\n1\n3,4', ['2 ! bad-row: 1 cells under 2 headings', '3 {"a":"3","b":"4"}']],
    ['a row too long', 'a,b\n1,2,3\n3,4', ['2 ! bad-row: 3 cells under 2 headings', '3 {"a":"3","b":"4"}']],
    ['text behind a quote', 'a\n"1"x\n2', ['2 ! bad-row: text behind a closing quote', '3 {"a":"2"}']],
    ['a quote within', 'a\n1"x""\n2', ['2 ! bad-row: a quote in the middle of a cell', '3 {"a":"2"}']],
    [
      'a quote left open',
      'a\n1\n"2\n3',
      ['2 {"a":"1"}', expect.stringContaining('3 ! bad-row: a quote that never closes')],
    ],
    [
      'two columns of one name',
      'a,a\n1,2',
      [expect.stringContaining('1 ! unreadable-file: f: two columns are called "a"')],
    ],
  ])('%s', async (_what, text, rows) => {
    const there = temporary();
    expect(await opened(put(there, 'x.csv', text))).toEqual(rows);
  });

  test('of 100 MB in one line is told, and the rows behind it are read', async () => {
    async function* endless() {
      yield 'a,b\n1,2\n';
      for (let at = 0; at < 100; at++) yield 'y'.repeat(2 ** 20);
      yield '\n3,4';
    }
    expect(await listed(singly(readCsv(endless(), null)))).toMatchObject([
      {cells: {a: '1', b: '2'}},
      {problem: 'a row of more than 8 million characters', line: 3},
      {cells: {a: '3', b: '4'}, line: 4},
    ]);
  });

  test('with JSON in a column gives what is in it', async () => {
    const there = temporary();
    const file = put(there, 'x.csv', 'id,data\n1,"{""a"":""x""}"\n2,{\n3,[]');
    expect(await opened(file, {json: 'data'})).toEqual([
      '2 {"a":"x"}',
      expect.stringMatching(/^3 ! bad-row: not valid JSON/),
      '4 []',
    ]);
    expect(await opened(file, {json: 'raw'})).toEqual([
      expect.stringMatching(/unreadable-file.*no column "raw"/),
    ]);
  });

  test('with a quote that swallows all behind it ends, and says where it began', async () => {
    const there = temporary();
    const file = put(there, 'x.csv', `a\n1\n"${'y\n'.repeat(LONGEST_ROW / 2 + 1)}`);
    expect(await opened(file)).toEqual([
      '2 {"a":"1"}',
      '3 ! unreadable-file: f: a quoted cell that goes on for too long',
    ]);
  });

  test('is cut the same wherever the pieces end, whatever stands in its cells', async () => {
    const cell = fc.string({unit: fc.constantFrom('a', '"', ',', '\n', 'ü', ' ')});
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), {maxLength: 700}),
        fc.integer({min: 1, max: 50}),
        fc.boolean(),
        async (rows, size, always) => {
          const quote = (text: string) =>
            always || text === '' || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = `x,y\n${rows.map(row => row.map(quote).join(',')).join('\n')}`;
          const found = await listed(singly(readCsv(pieces(text, size), ',')));
          const sound = rows.filter(row => row.some(one => one.trim() !== ''));
          expect(found.map(row => ('cells' in row ? Object.values(row.cells) : row))).toEqual(sound);
        },
      ),
      {numRuns: 40},
    );
  });
});

describe('YAML', () => {
  test.each([
    ['documents', 'a: 1\n---\nb: 2\n', {}, ['1 {"a":1}', '3 {"b":2}']],
    ['a list', '# of outages\n- a: 1\n- a: 2\n', {}, ['2 {"a":1}', '3 {"a":2}']],
    ['a list within', 'x: 1\nlist:\n  - 7\n', {at: 'list'}, ['3 7']],
    ['a document without the list', 'x: 1\n', {at: 'list', bare: true}, ['1 {"x":1}']],
    [
      'a bad document among good ones',
      'a: 1\n---\nb: [\n---\nc: 3',
      {},
      ['1 {"a":1}', expect.stringMatching(/! bad-row: not valid YAML/), '5 {"c":3}'],
    ],
    ['no such list', 'x: 1', {at: 'list'}, ['1 ! bad-row: no list at list']],
    ['an alias that points at nothing', 'x: *y', {}, [expect.stringMatching(/bad-row/)]],
  ])('%s', async (_what, text, options, rows) => {
    const there = temporary();
    expect(await opened(put(there, 'x.yml', text), options)).toEqual(rows);
  });

  test('of any depth is told', async () => {
    const there = temporary();
    expect(await opened(put(there, 'x.yaml', '['.repeat(50_000)))).toEqual([
      expect.stringMatching(/^1 ! bad-row/),
    ]);
  });
});

describe('a Markdown table', () => {
  const page = [
    '# Runs',
    '',
    '| Run | State |',
    '| --- | :---: |',
    '| 1 | a \\| b |',
    '',
    '<!-- MARK -->',
    'Id | State',
    '---|---',
    '7 | ok',
    '8 | ok | more',
    'the end',
  ].join('\n');

  test('is the first, or the first behind a mark', async () => {
    const there = temporary();
    const file = put(there, 'x.md', page);
    expect(await opened(file)).toEqual([
      '5 {"Run":"1","State":"a | b"}',
      '8 ! unreadable-file: another table, which is not read: the first one is',
    ]);
    expect(await opened(file, {after: 'MARK'})).toEqual([
      '10 {"Id":"7","State":"ok"}',
      '11 ! bad-row: 3 cells under 2 headings',
    ]);
  });

  test('that is not there is told', async () => {
    const there = temporary();
    const file = put(there, 'x.md', page);
    expect(await opened(file, {after: 'NOPE'})).toEqual([expect.stringContaining('no line holds NOPE')]);
    expect(await opened(put(there, 'y.md', '# a | b\n'))).toEqual([
      expect.stringContaining('no table in it'),
    ]);
  });
});

describe('any file', () => {
  test('may be packed with gzip', async () => {
    const there = temporary();
    expect(await opened(put(there, 'x.csv.gz', gzipSync('a\n1\n')))).toEqual(['2 {"a":"1"}']);
    expect(await opened(put(there, 'x.json', gzipSync('[1]')))).toEqual(['1 1']);
  });

  test('that is packed and torn is told after the rows that could be read', async () => {
    const there = temporary();
    const packed = gzipSync(JSON.stringify(Array.from({length: 100_000}, (_, at) => at * 7919)));
    const found = await opened(put(there, 'x.json.gz', packed.subarray(0, packed.length - 1000)));
    expect(found.length).toBeGreaterThan(1000);
    expect(found.at(-1)).toBe('- ! unreadable-file: f: the gzip archive is cut off');
  });

  test('may be UTF-16 with its mark, or Latin-1 where that is said', async () => {
    const there = temporary();
    const wide = Buffer.from('\ufeffa\nü\n', 'utf16le');
    expect(await opened(put(there, 'x.csv', wide))).toEqual(['2 {"a":"ü"}']);
    expect(await opened(put(there, 'y.csv', wide.swap16()))).toEqual(['2 {"a":"ü"}']);
    const latin = put(there, 'z.csv', Buffer.from('a\nx\nM\xfcller\n', 'latin1'));
    expect(await opened(latin, {encoding: 'latin1'})).toEqual(['2 {"a":"x"}', '3 {"a":"Müller"}']);
    expect(await opened(latin)).toEqual(['3 ! unreadable-file: f: not UTF-8']);
  });

  test.each([
    ['x.json', '', /nothing stands in it/],
    ['x.txt', 'a', /its ending does not say what it is/],
    ['x.csv', 'PK\u0003\u0004sheet', /a zip archive or a workbook, expected a text/],
    ['x.csv', 'PAR1....', /a Parquet file/],
    ['x.csv', 'a\0b', /a binary file/],
    ['x.json.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff]), /gzip archive is/],
    ['x.parquet', 'no', /no Parquet that can be read/],
  ])('%s that holds %j is told', async (name, content, words) => {
    const there = temporary();
    const found = await opened(put(there, name, content));
    expect(found).toEqual([expect.stringMatching(words)]);
    expect(found[0]).toContain('unreadable-file');
  });

  test('that is a folder, or is not there, is told', async () => {
    const there = temporary();
    mkdirSync(join(there, 'x.json'));
    expect(await opened(join(there, 'x.json'))).toEqual([
      expect.stringContaining('a folder, expected a file'),
    ]);
    expect(await opened(join(there, 'y.parquet'))).toEqual([expect.stringContaining('it is missing')]);
  });
});

test('Parquet keeps its types: instants in UTC, times without a zone as they are, days as days', async () => {
  const there = temporary();
  const file = join(there, 'it [1]*.parquet');
  const {DuckDBInstance} = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT 1::BIGINT AS n, 'a' AS s, TIMESTAMPTZ '2025-01-02 03:04:05.5+00' AS z,
    TIMESTAMP '2025-01-02 03:04:05' AS t, DATE '2025-01-02' AS d, 1.25::DECIMAL(9, 2) AS m, true AS b, NULL::INT AS e,
    9007199254740993::BIGINT AS big, [1, 2] AS l, {'k': 'v'} AS g) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  expect((await listed(singly(openItems(file))))[0]).toEqual({
    value: {
      n: 1,
      s: 'a',
      z: '2025-01-02T03:04:05.500Z',
      t: '2025-01-02T03:04:05.000',
      d: '2025-01-02',
      m: 1.25,
      b: true,
      e: null,
      big: '9007199254740993',
      l: [1, 2],
      g: {k: 'v'},
    },
    place: {file, line: 1},
  });
});
