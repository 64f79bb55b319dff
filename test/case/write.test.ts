import {spawn, spawnSync} from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as fc from 'fast-check';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {appendMove, MOVES_FILE} from '../../src/case/index.ts';
import {readMoves} from '../../src/case/moves.ts';
import {writeAtomic} from '../../src/files/index.ts';
import {type Finding} from '../../src/figure/index.ts';
import {brief, words} from './notation.ts';
import {hintOf} from '../findings.ts';
import {temporary} from '../desk.ts';

const NOTE = {at: '2026-11-22', by: 'me', kind: 'note', says: 'a note'} as const;

const read = (path: string) =>
  readMoves(source(MOVES_FILE, readFileSync(join(path, MOVES_FILE), 'utf8')), {today: '2026-12-01'});
const said = (path: string) => read(path).moves.map(move => move.says);

// Other processes run the same code, bundled once: Node 20 runs no TypeScript.
const shop = temporary({}, afterAll);
chmodSync(shop, 0o755);
const desk = join(shop, 'desk.mjs');
beforeAll(async () => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./desk.ts', import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
    external: /^@duckdb\//,
  });
  await bundle.write({file: desk, format: 'esm', codeSplitting: false});
  await bundle.close();
});

function start(...args: readonly string[]): Promise<Finding[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [desk, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(output) as Finding[]));
  });
}

describe('writing whole or not at all', () => {
  test('puts the text there, makes the folder, and leaves nothing beside it', () => {
    const path = temporary();
    expect(writeAtomic(join(path, 'out', 'brief.html'), 'one')).toEqual([]);
    expect(writeAtomic(join(path, 'out', 'brief.html'), 'two — ü')).toEqual([]);
    expect(readFileSync(join(path, 'out', 'brief.html'), 'utf8')).toBe('two — ü');
    expect(readdirSync(join(path, 'out'))).toEqual(['brief.html']);
  });

  test('keeps a link a link, and the rights of the file', () => {
    const path = temporary({'real.txt': 'old'});
    chmodSync(join(path, 'real.txt'), 0o600);
    symlinkSync('real.txt', join(path, 'link.txt'));
    expect(writeAtomic(join(path, 'link.txt'), 'new')).toEqual([]);
    expect(readFileSync(join(path, 'real.txt'), 'utf8')).toBe('new');
    expect(statSync(join(path, 'real.txt')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path).sort()).toEqual(['link.txt', 'real.txt']);
  });

  test('steps around what a crash left behind', () => {
    const path = temporary({'.a.txt.1.tmp': 'half'});
    expect(writeAtomic(join(path, 'a.txt'), 'whole')).toEqual([]);
    expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('whole');
  });

  test('says why where it cannot', () => {
    const path = temporary({plain: 'x'});
    mkdirSync(join(path, 'taken'));
    expect(words(writeAtomic(join(path, 'plain', 'a.txt'), 'x'), 'not-written')).toContain(
      'is a file, not a folder',
    );
    expect(words(writeAtomic(join(path, 'taken'), 'x'), 'not-written')).toContain(
      'a folder stands in its place',
    );
    expect(words(writeAtomic(join(path, 'x'.repeat(300)), 'x'), 'not-written')).toContain('too long');
    symlinkSync('b', join(path, 'a'));
    symlinkSync('a', join(path, 'b'));
    expect(words(writeAtomic(join(path, 'a'), 'x'), 'not-written')).toContain('in a circle');
    expect(readdirSync(path).sort()).toEqual(['a', 'b', 'plain', 'taken']);
  });
});

describe('a folder without permission', () => {
  // Rights do not bind root: then the other process runs as nobody.
  const root = process.getuid?.() === 0;
  const as = root ? {uid: 65534, gid: 65534} : {};
  const runs = spawnSync(process.execPath, ['-e', '0'], as).status === 0;
  if (!runs) console.log('skipped: no other user to run as, so permissions cannot be tried');

  test.skipIf(!runs)('is told, and what stood there stands', () => {
    const path = temporary({'brief.html': 'old', [MOVES_FILE]: `${JSON.stringify(NOTE)}\n`});
    chmodSync(path, 0o555);
    const ask = (...args: string[]) =>
      JSON.parse(spawnSync(process.execPath, [desk, ...args], {...as, encoding: 'utf8'}).stdout) as Finding[];
    const findings = [...ask('write', join(path, 'brief.html'), '9'), ...ask('append', path, '1', 'n')];
    chmodSync(path, 0o755);
    expect(findings.map(one => one.rule)).toEqual(['no-permission', 'no-permission']);
    expect(readFileSync(join(path, 'brief.html'), 'utf8')).toBe('old');
    expect(said(path)).toEqual(['a note']);
    expect(readdirSync(path).sort()).toEqual(['brief.html', MOVES_FILE]);
  });
});

describe('a full disk', () => {
  // A disk of 64 KB of its own, which user namespaces allow without rights.
  const small = (path: string, script: string) =>
    spawnSync('sh', ['-c', 'exec unshare -rm sh -c "$MOUNTED" sh "$0"', path], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE: process.execPath,
        DESK: desk,
        MOUNTED: `mount -t tmpfs -o size=64k none "$1" && cd "$1" && ${script}`,
      },
    });
  const can = small(tmpdir(), 'true').status === 0;
  if (!can) console.log('skipped: no disk of its own can be mounted here, so a full one cannot be tried');

  test.skipIf(!can)('loses nothing that was written, and leaves no half file', () => {
    const {stdout, stderr} = small(
      temporary(),
      `printf old > brief.html; "$NODE" "$DESK" write "$1/brief.html" 200000; cat brief.html; echo; ls -A`,
    );
    const [findings = '', old, ...left] = stdout.trim().split('\n');
    expect(stderr).toBe('');
    expect(words(JSON.parse(findings) as Finding[], 'disk-full')).toContain('nothing written before is lost');
    expect([old, ...left]).toEqual(['old', 'brief.html']);
  });

  test.skipIf(!can)('leaves a part of a move at most, which the next one does not touch', () => {
    const {stdout} = small(
      temporary(),
      `"$NODE" "$DESK" append "$1" 1 first; head -c 30000 /dev/zero > ballast
       "$NODE" "$DESK" append "$1" 1 "$(head -c 80000 /dev/zero | tr '\\0' y)"
       rm ballast; "$NODE" "$DESK" append "$1" 1 second; ls -A; grep -c . moves.jsonl
       head -n 1 moves.jsonl; tail -n 1 moves.jsonl`,
    );
    const [first, full = '', second, file, count, ...ends] = stdout.trim().split('\n');
    expect([first, second, file, count]).toEqual(['[]', '[]', MOVES_FILE, '3']);
    expect(words(JSON.parse(full) as Finding[], 'disk-full')).toContain('moves.jsonl was not written');
    expect(ends.map(line => (JSON.parse(line) as {says: string}).says)).toEqual(['first 0', 'second 0']);
  });
});

describe('the log of moves', () => {
  test('grows by a line a move, and reads back', () => {
    const path = temporary();
    expect(appendMove(path, NOTE)).toEqual([]);
    const offer = {
      at: '2026-11-23T10:00:00-05:00',
      by: 'them',
      kind: 'offer',
      terms: [{component: 'base', amount: '$190K', per: 'year', written: true}],
    } as const;
    expect(appendMove(path, offer)).toEqual([]);
    const {moves, findings} = read(path);
    expect(findings).toEqual([]);
    expect(moves).toMatchObject([
      {kind: 'note', party: null, terms: [], says: 'a note', span: {file: MOVES_FILE, line: 1}},
      {
        by: 'them',
        terms: [
          {
            amount: 190_000,
            currency: 'USD',
            evidence: {tier: 'stated', source: 'moves.jsonl: they said so on 2026-11-23'},
          },
        ],
        span: {line: 2, column: 1},
      },
    ]);
    expect(readdirSync(path)).toEqual([MOVES_FILE]);
  });

  test('refuses a move that is none, before anything is written', () => {
    const path = temporary();
    const ask = {
      at: '2026-02-30',
      by: 'me',
      kind: 'ask',
      terms: [{component: 'base', amount: -5, per: 'year'}],
    } as const;
    const findings = appendMove(path, ask);
    expect(findings.map(one => one.rule)).toEqual(['impossible-date', 'negative-pay']);
    expect(existsSync(join(path, MOVES_FILE))).toBe(false);
  });

  test('wants a currency where amounts are', () => {
    const move = {
      at: '2026-11-22',
      by: 'me',
      kind: 'ask',
      terms: [{component: 'base', amount: 5000, per: 'year'}],
    } as const;
    expect(words(appendMove(temporary(), move), 'missing-key')).toContain('no currency is named');
    expect(appendMove(temporary(), {...move, currency: 'GBP'})).toEqual([]);
  });

  test('starts a new line after one that a crash tore, and says so when read', () => {
    const path = temporary({[MOVES_FILE]: `${JSON.stringify(NOTE)}\n{"at":"2026-11-2`});
    expect(read(path).findings).toMatchObject([
      {rule: 'torn-line', severity: 'warning', span: {file: MOVES_FILE, line: 2, column: 1}},
    ]);
    expect(appendMove(path, {...NOTE, says: 'after'})).toEqual([]);
    expect(said(path)).toEqual(['a note', 'after']);
    expect(brief(read(path).findings)).toEqual([`${MOVES_FILE}:2:1 torn-line`]);
  });

  test('cannot begin in a folder that is none', () => {
    expect(appendMove(join(temporary(), 'nowhere'), NOTE)).toMatchObject([{rule: 'not-written'}]);
  });

  test('points into the line', () => {
    const text = `${JSON.stringify(NOTE)}\n\n{"at": "2026-11-22", "by": "me", "kind": "aks", "nte": 1}\n`;
    const {moves, findings} = readMoves(source(MOVES_FILE, text), {today: '2026-12-01'});
    expect(moves).toHaveLength(1);
    expect(brief(findings)).toEqual([`${MOVES_FILE}:3:42 unknown-word`, `${MOVES_FILE}:3:49 unknown-key`]);
    expect(findings.map(hintOf)).toEqual([
      'did you mean ask?',
      'the keys here are at, by, kind, party, currency, terms, says and undoes',
    ]);
  });

  test.each(['5', '[]', '"a"'])('%s is a line, and no move', line => {
    const {findings} = readMoves(source(MOVES_FILE, `${line}\n`), {today: '2026-12-01'});
    expect(brief(findings)).toEqual([`${MOVES_FILE}:1:1 broken-move`]);
  });

  test('keeps every word as it was said', () => {
    const path = temporary();
    const text = fc
      .string({unit: 'binary', minLength: 1})
      .filter(one => one.trim() !== '' && !/\p{Surrogate}/u.test(one));
    fc.assert(
      fc.property(text, says => {
        rmSync(join(path, MOVES_FILE), {force: true});
        const findings = appendMove(path, {...NOTE, says});
        const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(says.trim());
        expect(findings.map(one => one.rule)).toEqual(control ? ['wrong-type'] : []);
        if (!control) expect(said(path)).toEqual([says.trim()]);
      }),
    );
  });
});

describe('several desks at once', {timeout: 60_000}, () => {
  test('lose nothing, even where the one before died with half a line written', async () => {
    const path = temporary({[MOVES_FILE]: '{"at":'});
    const findings = await Promise.all(
      Array.from({length: 8}, (_, who) => start('append', path, '25', `desk${who}`)),
    );
    expect(findings.flat()).toEqual([]);
    const everything = Array.from({length: 8}, (_, who) =>
      Array.from({length: 25}, (__, at) => `desk${who} ${at}`),
    );
    expect(said(path).map(String).sort()).toEqual(everything.flat().sort());
    expect(brief(read(path).findings)).toEqual([`${MOVES_FILE}:1:1 torn-line`]);
    expect(readdirSync(path)).toEqual([MOVES_FILE]);
    for (const [who, own] of everything.entries())
      expect(said(path).filter(says => says?.startsWith(`desk${who} `))).toEqual(own);
  });

  // Lines of many pages: the system may stop within one when its writer is killed.
  test.each([0, 1, 2])('killed at any instant lose no line that was written: round %i', async round => {
    const path = join(temporary({log: 'the first line, and its newline is missing'}), 'log');
    const reported = await Promise.all(
      Array.from({length: 8}, (_, who) => killed(path, `desk${who}`, 7 + ((who * 41 + round * 13) % 160))),
    );
    expect(await reports(child(path, '1', 'last', '5'))).toEqual(['last 0']);
    const [first, ...log] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect([first, log.pop()]).toEqual(['the first line, and its newline is missing', 'last 0 xxxxx.']);
    const whole = log.filter(line => /^desk\d \d+ x{60000}\.$/.test(line)).map(line => line.split(' x')[0]);
    expect(new Set(whole).size).toBe(whole.length);
    expect(reported.flat().filter(line => !whole.includes(line))).toEqual([]);
    // Whatever else is there was being written when a desk was killed.
    expect(log.filter(line => line !== '').length - reported.flat().length).toBeLessThanOrEqual(8);
  });

  const child = (...args: readonly string[]) =>
    spawn(process.execPath, [desk, 'lines', ...args], {stdio: ['ignore', 'pipe', 'inherit']});

  /** The lines that a desk reports before it is killed, so many milliseconds after the first. */
  function killed(path: string, name: string, after: number): Promise<string[]> {
    const victim = child(path, '100000', name, '60000');
    victim.stdout.once('data', () => setTimeout(() => victim.kill('SIGKILL'), after));
    return reports(victim);
  }

  function reports(of: ReturnType<typeof child>): Promise<string[]> {
    let output = '';
    of.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    // A report that the kill cut short is none.
    return new Promise(resolve => of.on('close', () => resolve(output.split('\n').slice(0, -1))));
  }
});

test.skipIf(process.platform === 'win32')('a pipe is written to, not replaced', async () => {
  const pipe = join(temporary(), 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe]);
  let told = '';
  reader.stdout.on('data', (data: Buffer) => {
    told += data.toString();
  });
  const ended = new Promise(resolve => reader.on('close', resolve));
  expect(writeAtomic(pipe, 'words')).toEqual([]);
  await ended;
  expect(told).toBe('words');
  expect(statSync(pipe).isFIFO()).toBe(true);
});
