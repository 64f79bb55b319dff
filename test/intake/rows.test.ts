import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readCsv} from '../../src/intake/csv.ts';
import {type ItemOptions, Pages} from '../../src/intake/index.ts';
import {singly} from '../../src/intake/piece.ts';
import {messageOf} from '../findings.ts';
import {listed, opened, pieces} from '../record/folder.ts';
import {put, temporary} from '../desk.ts';

async function read(name: string, text: string | Uint8Array, options: ItemOptions = {}): Promise<string[]> {
  const there = temporary();
  return opened(put(there, name, text), options);
}

/** One text with its line ends for every format that is read by lines. */
const LINES = {
  'x.csv': 'a,b\n1,2\n\n3,4\n',
  'x.jsonl': '{"a":"1","b":"2"}\n\n{"a":"3","b":"4"}\n',
  'x.json': '[\n{"a":"1","b":"2"},\n\n{"a":"3","b":"4"}]',
  'x.yaml': '- a: "1"\n  b: "2"\n\n- {a: "3", b: "4"}\n',
  'x.md': 'a | b\n---|---\n1 | 2\n3 | 4\n',
};

describe.each(Object.entries(LINES))('the line ends of %s', (name, text) => {
  test.each([
    ['of Windows', '\r\n'],
    ['of old Macs', '\r'],
  ])('%s are those of everybody else', async (_who, end) => {
    const rows = await read(name, text);
    expect(rows).toHaveLength(2);
    expect(await read(name, text.replaceAll('\n', end))).toEqual(rows);
  });

  test('are read wherever a piece of the file ends', async () => {
    // A piece has 256 KB: the line end in the middle of this one is cut in two.
    const wide = (at: number) => `${' '.repeat(at)}\r\n`;
    if (name !== 'x.csv') return;
    const filler = `a,b\r\n1,"${'x'.repeat((1 << 18) - 10)}"`;
    for (const more of [0, 1, 2, 3]) {
      const rows = await read(name, `${filler}${wide(more)}3,4\r\n`);
      expect(rows.at(-1)).toBe('3 {"a":"3","b":"4"}');
      expect(rows).toHaveLength(2);
    }
  });
});

describe('headings', () => {
  const needed: ItemOptions = {
    columns: {
      all: [
        {column: 'Began', field: 'start'},
        {column: 'end', field: 'end'},
      ],
      any: [],
    },
  };

  test.each([
    ['without rows', 'Begann,end\n'],
    ['with rows', 'Begann,end\n1,2\n'],
  ])('that lack a mapped column are an error %s', async (_what, text) => {
    expect(await read('x.csv', text, needed)).toEqual([
      '1 ! unreadable-file: f: no column "Began", which is mapped to start',
    ]);
    const table = text.replace('\n', '\n---|---\n').replaceAll(',', '|');
    expect(await read('x.md', table, needed)).toEqual([
      '1 ! unreadable-file: f: no column "Began", which is mapped to start',
    ]);
  });

  test('that have all of them are none, with or without rows', async () => {
    expect(await read('x.csv', 'Began,end\n', needed)).toEqual([]);
    expect(await read('x.csv', 'end,Began\n2,1\n', needed)).toEqual(['2 {"end":"2","Began":"1"}']);
  });

  test('are parted by the sign that gives those which are mapped', async () => {
    expect(await read('x.csv', 'Began;end;a, b, c, d\n1;2;3\n', needed)).toEqual([
      '2 {"Began":"1","end":"2","a, b, c, d":"3"}',
    ]);
  });

  test('of a tool hold one of its fields at least', async () => {
    const tool: ItemOptions = {columns: {all: [], any: ['id', 'service', 'Run ID']}};
    expect(await read('x.csv', 'foo,bar\n', tool)).toEqual([
      expect.stringMatching(/^1 ! unreadable-file.*none of its columns/),
    ]);
    expect(await read('x.csv', 'run id,bar\n', tool)).toEqual([]);
    expect(await read('x.csv', 'service.id,bar\n', {columns: {all: [], any: ['service.id']}})).toEqual([]);
  });

  test('with blanks that do not break, and signs that nobody sees, are found', async () => {
    expect(await read('x.csv', 'Be\u00a0gan ,\ufeffend\u200b\n1,2\n')).toEqual([
      '2 {"Be gan":"1","end":"2"}',
    ]);
    expect(await read('x.md', 'Be\u00a0gan | e\u202fnd\n---|---\n1|2\n')).toEqual([
      '3 {"Be gan":"1","e nd":"2"}',
    ]);
  });

  test.each([
    ['too many', `${'a,'.repeat(5000)}b\n1,2\n`, /more than 2000 headings/],
    ['too long', `${'a'.repeat(5000)},b\n1,2\n`, /a heading of more than 1000 characters/],
  ])('that are %s are those of no table', async (_what, text, told) => {
    expect(await read('x.csv', text)).toEqual([expect.stringMatching(told)]);
  });

  test.each([
    ['in one cell', 'Outages of 2025\nBegan,end\n1,2\n'],
    ['with the cells of a sheet', 'Outages of 2025,\nBegan,end\n1,2\n'],
  ])('with a title above them, %s, are told what to do', async (_what, text) => {
    expect(await read('x.csv', text)).toEqual([
      '1 ! unreadable-file: f: a title in the place of the headings',
    ]);
  });
});

describe('a CSV as spreadsheets write it', () => {
  test.each([
    ['a line that says the delimiter', 'sep=;\na;b\n1,5;2\n', ['3 {"a":"1,5","b":"2"}']],
    ['the same in quotes, of Windows', '"sep=|"\r\na|b\r\n1,5|2\r\n', ['3 {"a":"1,5","b":"2"}']],
    ['a line that says a tab', 'sep=\t\na\tb\n1,5\t2\n', ['3 {"a":"1,5","b":"2"}']],
    ['rows of padding', 'a,b\n,\n1,2\n ,\n', ['3 {"a":"1","b":"2"}']],
    ['lines of blanks', 'a\n   \n1\n', ['3 {"a":"1"}']],
    ['texts kept from being numbers', 'a,b\n="0012",="x""y"\n', ['2 {"a":"0012","b":"x\\"y"}']],
    ['the same in quotes', 'a,b\n"=""0012""",2\n', ['2 {"a":"0012","b":"2"}']],
    ['headings kept from being numbers', '="a",="b"\n1,2\n', ['2 {"a":"1","b":"2"}']],
  ])('may hold %s', async (_what, text, rows) => {
    expect(await read('x.csv', text)).toEqual(rows);
  });

  test('keeps a quoted cell that only looks like a formula', async () => {
    expect(await read('x.csv', 'a,b\n"x,=""y"",z",2\n')).toEqual(['2 {"a":"x,=\\"y\\",z","b":"2"}']);
  });
});

describe('Markdown', () => {
  const table = 'a | b\n---|---\n1 | 2\n';

  test.each([
    ['```', '```'],
    ['~~~~ text', '~~~~~'],
  ])('takes no table inside %s for the real one', async (open, close) => {
    expect(await read('x.md', `${open}\nx | y\n---|---\n8 | 9\n${close}\n\n${table}`)).toEqual([
      expect.stringMatching(/^\d+ \{"a":"1","b":"2"\}$/),
    ]);
  });

  test('takes no table that is set in as code, and one of a list', async () => {
    const setIn = table.replace(/^/gm, '    ');
    expect(await read('x.md', `Say:\n\n${setIn.replace('1', '9')}\n\n${table}`)).toEqual([
      expect.stringMatching(/^\d+ \{"a":"1","b":"2"\}$/),
    ]);
    expect(await read('x.md', `- outages:\n\n${setIn}`)).toEqual(['5 {"a":"1","b":"2"}']);
  });

  test('tells a second table, but none that is an example, and none where one was named', async () => {
    const told = '5 ! unreadable-file: another table, which is not read: the first one is';
    expect(await read('x.md', `${table}\n${table}`)).toEqual(['3 {"a":"1","b":"2"}', told]);
    expect(await read('x.md', `${table}\n\`\`\`\n${table}\`\`\`\n`)).toEqual(['3 {"a":"1","b":"2"}']);
    expect(await read('x.md', `MARK\n${table}\n${table}`, {after: 'MARK'})).toEqual(['4 {"a":"1","b":"2"}']);
  });
});

describe('the encoding of a text', () => {
  const text = 'a,b\n１２３,ü\n';
  const wide = (order: 'le' | 'be', of: string): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${of}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', wide('le', text)],
    ['UTF-16 of the other order', wide('be', text)],
    ['UTF-16 of Windows', wide('le', text.replaceAll('\n', '\r\n'))],
    ['UTF-16 of old Macs', wide('le', text.replaceAll('\n', '\r'))],
  ])('%s is told by itself', async (_what, bytes) => {
    expect(await read('x.csv', bytes)).toEqual(['2 {"a":"１２３","b":"ü"}']);
  });

  test('UTF-32 is told by its name', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]);
    expect(await read('x.csv', bytes)).toEqual([expect.stringContaining('a text in UTF-32')]);
  });

  test.each([['\n'], ['\r\n'], ['\r']])(
    'that is not UTF-8 is told with its line, for line ends %j',
    async end => {
      const bytes = Buffer.concat([
        Buffer.from(`a,b${end}1,2${end}`),
        Buffer.from([0xfc]),
        Buffer.from(`,4${end}`),
      ]);
      expect(await read('x.csv', bytes)).toEqual(['3 ! unreadable-file: f: not UTF-8']);
    },
  );
});

test('cells are those that a library for CSV has, wherever that has any', async () => {
  const text = fc.string({unit: fc.constantFrom('a', '"', ',', ';', ' ', '""', '","'), maxLength: 12});
  await fc.assert(
    fc.asyncProperty(text, async row => {
      const line = `x,${row}`;
      let cells: string[] | null = null;
      try {
        [cells = []] = parse(line, {relaxColumnCount: true});
      } catch {
        // What it refuses is a problem here too.
      }
      const headings = (cells ?? ['', '']).map((_, at) => `h${at}`).join(',');
      const [found] = await listed(singly(readCsv(pieces(`${headings}\n${line}`, 7), ',')));
      expect(found !== undefined && 'cells' in found ? Object.values(found.cells) : null).toEqual(cells);
    }),
    {numRuns: 500},
  );
});

describe('answers of an API, saved', () => {
  const missing = async (...texts: readonly string[]) => {
    const pages = new Pages();
    const rows: string[] = [];
    for (const text of texts) rows.push(...(await read('x.json', text, {at: 'items', pages})));
    return [...rows, ...[...pages.missing()].map(({fault}) => messageOf(fault))];
  };
  const more = 'it says that there is more than it holds, and the rest is in no file';

  test.each([
    ['a link', '"next": "https://example.org/?page=2"'],
    ['a word', '"has_more": true'],
    ['a group', '"paging": {"first": "x", "next": "https://example.org/?offset=100"}'],
    ['a cursor', '"pagination_meta": {"after": "01FCND", "page_size": 25}'],
    ['what is left out', '"isPartial": true'],
  ])('say by %s that another page follows', async (_what, said) => {
    expect(await missing(`{${said}, "items": [1]}`)).toEqual(['1 1', more]);
    expect(await missing(`{"items": [1], ${said}}`, '{"next": null, "items": [2]}')).toEqual(['1 1', '1 2']);
    expect(await missing(`{"items": [1], ${said}}{"items": [2]}`)).toEqual(['1 1', '1 2']);
    expect(await missing(`[{"items": [1], ${said}}, {"items": [2], ${said}}]`)).toEqual(['1 1', '1 2', more]);
  });

  test('say how many rows there are', async () => {
    expect(await missing('{"total_count": 250, "items": [1]}')).toEqual([
      '1 1',
      'it says that there are 250, and 1 are there',
    ]);
    expect(await missing('{"total_count": 2, "items": [1]}', '{"total_count": 2, "items": [2]}')).toEqual([
      '1 1',
      '1 2',
    ]);
  });

  test('that are the last page say nothing', async () =>
    expect(
      await missing('{"next": null, "more": false, "paging": {"next": ""}, "links": {}, "items": [1]}'),
    ).toEqual(['1 1']));
});
