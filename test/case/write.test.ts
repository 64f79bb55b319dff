import {spawn, spawnSync} from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as fc from 'fast-check';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import type {CaseFinding} from '../../src/case/finding.ts';
import {appendMove, MOVES_FILE} from '../../src/case/index.ts';
import {readMoves} from '../../src/case/moves.ts';
import {type Holder, withLock, writeAtomic} from '../../src/files/index.ts';
import {brief, folder, words} from './notation.ts';

const ME: Holder = {pid: 41, isAlive: pid => pid === 41};
const LOCK_FILE = '.parley.lock';
const HASTY = {tries: 2, pause: 1};
const NOTE = {at: '2026-11-22', by: 'me', kind: 'note', says: 'a note'} as const;

const read = (path: string) => readMoves(source(MOVES_FILE, readFileSync(join(path, MOVES_FILE), 'utf8')));
const said = (path: string) => read(path).moves.map(move => move.says);

// Other processes run the same code, bundled once: Node 20 runs no TypeScript.
let shop = '';
let desk = '';
beforeAll(async () => {
  shop = mkdtempSync(join(tmpdir(), 'parley-desk-'));
  chmodSync(shop, 0o755);
  desk = join(shop, 'desk.mjs');
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./desk.ts', import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
    external: /^@duckdb\//,
  });
  await bundle.write({file: desk, format: 'esm', codeSplitting: false});
  await bundle.close();
});
afterAll(() => rmSync(shop, {recursive: true, force: true}));

function start(...args: readonly string[]): Promise<CaseFinding[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [desk, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(output) as CaseFinding[]));
  });
}

/** A process id that was somebody's and is nobody's now. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('writing whole or not at all', () => {
  test('puts the text there, makes the folder, and leaves nothing beside it', () => {
    const path = folder();
    expect(writeAtomic(join(path, 'out', 'brief.html'), 'one')).toEqual([]);
    expect(writeAtomic(join(path, 'out', 'brief.html'), 'two — ü')).toEqual([]);
    expect(readFileSync(join(path, 'out', 'brief.html'), 'utf8')).toBe('two — ü');
    expect(readdirSync(join(path, 'out'))).toEqual(['brief.html']);
  });

  test('keeps a link a link, and the rights of the file', () => {
    const path = folder({'real.txt': 'old'});
    chmodSync(join(path, 'real.txt'), 0o600);
    symlinkSync('real.txt', join(path, 'link.txt'));
    expect(writeAtomic(join(path, 'link.txt'), 'new')).toEqual([]);
    expect(readFileSync(join(path, 'real.txt'), 'utf8')).toBe('new');
    expect(statSync(join(path, 'real.txt')).mode & 0o777).toBe(0o600);
    expect(readdirSync(path).sort()).toEqual(['link.txt', 'real.txt']);
  });

  test('steps around what a crash left behind', () => {
    const path = folder({'.a.txt.1.tmp': 'half'});
    expect(writeAtomic(join(path, 'a.txt'), 'whole')).toEqual([]);
    expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('whole');
  });

  test('says why where it cannot', () => {
    const path = folder({plain: 'x'});
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
    const path = folder({'brief.html': 'old', [MOVES_FILE]: `${JSON.stringify(NOTE)}\n`});
    chmodSync(path, 0o555);
    const ask = (...args: string[]) =>
      JSON.parse(
        spawnSync(process.execPath, [desk, ...args], {...as, encoding: 'utf8'}).stdout,
      ) as CaseFinding[];
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
      folder(),
      `printf old > brief.html; "$NODE" "$DESK" write "$1/brief.html" 200000; cat brief.html; echo; ls -A`,
    );
    const [findings = '', old, ...left] = stdout.trim().split('\n');
    expect(stderr).toBe('');
    expect(words(JSON.parse(findings) as CaseFinding[], 'disk-full')).toContain(
      'nothing written before is lost',
    );
    expect([old, ...left]).toEqual(['old', 'brief.html']);
  });

  test.skipIf(!can)('takes half a move back', () => {
    const {stdout} = small(
      folder(),
      `"$NODE" "$DESK" append "$1" 1 first; cp moves.jsonl before
       "$NODE" "$DESK" append "$1" 1 "$(head -c 80000 /dev/zero | tr '\\0' y)"
       cmp moves.jsonl before && echo same; ls -A`,
    );
    const [first, second = '', ...left] = stdout.trim().split('\n');
    expect(first).toBe('[]');
    expect(words(JSON.parse(second) as CaseFinding[], 'disk-full')).toContain('moves.jsonl was not written');
    expect(left).toEqual(['same', 'before', 'moves.jsonl']);
  });
});

describe('the log of moves', () => {
  test('grows by a line a move, and reads back', async () => {
    const path = folder();
    expect(await appendMove(path, NOTE, ME)).toEqual([]);
    const offer = {
      at: '2026-11-23T10:00:00-05:00',
      by: 'them',
      kind: 'offer',
      terms: [{component: 'base', amount: '$190K', per: 'year', written: true}],
    } as const;
    expect(await appendMove(path, offer, ME)).toEqual([]);
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

  test('refuses a move that is none, before anything is written', async () => {
    const path = folder();
    const ask = {
      at: '2026-02-30',
      by: 'me',
      kind: 'ask',
      terms: [{component: 'base', amount: -5, per: 'year'}],
    } as const;
    const findings = await appendMove(path, ask, ME);
    expect(findings.map(one => one.rule)).toEqual(['impossible-date', 'negative-pay']);
    expect(existsSync(join(path, MOVES_FILE))).toBe(false);
  });

  test('wants a currency where amounts are', async () => {
    const move = {
      at: '2026-11-22',
      by: 'me',
      kind: 'ask',
      terms: [{component: 'base', amount: 5, per: 'year'}],
    } as const;
    expect(words(await appendMove(folder(), move, ME), 'missing-key')).toContain('no currency is named');
    expect(await appendMove(folder(), {...move, currency: 'GBP'}, ME)).toEqual([]);
  });

  test('starts a new line after one that a crash tore, and says so when read', async () => {
    const path = folder({[MOVES_FILE]: `${JSON.stringify(NOTE)}\n{"at":"2026-11-2`});
    expect(read(path).findings).toMatchObject([
      {rule: 'torn-line', severity: 'warning', span: {file: MOVES_FILE, line: 2, column: 1}},
    ]);
    expect(await appendMove(path, {...NOTE, says: 'after'}, ME)).toEqual([]);
    expect(said(path)).toEqual(['a note', 'after']);
    expect(brief(read(path).findings)).toEqual([`${MOVES_FILE}:2:1 torn-line`]);
  });

  test('points into the line', () => {
    const text = `${JSON.stringify(NOTE)}\n\n{"at": "2026-11-22", "by": "me", "kind": "aks", "nte": 1}\n`;
    const {moves, findings} = readMoves(source(MOVES_FILE, text));
    expect(moves).toHaveLength(1);
    expect(brief(findings)).toEqual([`${MOVES_FILE}:3:42 unknown-word`, `${MOVES_FILE}:3:49 unknown-key`]);
    expect(findings.map(one => one.hint)).toEqual([
      'did you mean ask?',
      'the keys here are at, by, kind, party, currency, terms and says',
    ]);
  });

  test.each(['5', '[]', '"a"'])('%s is a line, and no move', line => {
    const {findings} = readMoves(source(MOVES_FILE, `${line}\n`));
    expect(brief(findings)).toEqual([`${MOVES_FILE}:1:1 broken-move`]);
  });

  test('keeps every word as it was said', async () => {
    const path = folder();
    const text = fc
      .string({unit: 'binary', minLength: 1})
      .filter(one => one.trim() !== '' && !/\p{Surrogate}/u.test(one));
    await fc.assert(
      fc.asyncProperty(text, async says => {
        rmSync(join(path, MOVES_FILE), {force: true});
        const findings = await appendMove(path, {...NOTE, says}, ME);
        const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(says.trim());
        expect(findings.map(one => one.rule)).toEqual(control ? ['wrong-type'] : []);
        if (!control) expect(said(path)).toEqual([says.trim()]);
      }),
    );
  });
});

describe('the lock', () => {
  const held = (pid: number, host = hostname()) => `${JSON.stringify({pid, host})}\n`;

  test('lets go when the work is done, or throws', async () => {
    const path = folder();
    expect(await withLock(path, ME, () => existsSync(join(path, LOCK_FILE)))).toEqual({
      ok: true,
      value: true,
    });
    await expect(withLock(path, ME, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(readdirSync(path)).toEqual([]);
  });

  test('is waited for, and in the end its owner is named', async () => {
    const path = folder({[LOCK_FILE]: held(41)});
    const findings = await appendMove(path, NOTE, ME, HASTY);
    expect(words(findings, 'locked')).toContain(
      `by process 41 on ${hostname()} · wait for it; if no Parley runs, delete`,
    );
    expect(readdirSync(path)).toEqual([LOCK_FILE]);
  });

  test('is taken over from the dead, and from nobody else', async () => {
    const path = folder({[LOCK_FILE]: held(42)});
    expect(await appendMove(path, NOTE, ME, HASTY)).toEqual([]);
    for (const content of [held(42, 'another-machine'), '', 'not json', '{}', '{"pid":-1,"host":"x"}']) {
      writeFileSync(join(path, LOCK_FILE), content);
      expect((await appendMove(path, NOTE, ME, HASTY)).map(one => one.rule)).toEqual(['locked']);
    }
  });

  test('cannot be taken in a folder that is none', async () => {
    expect(await appendMove(join(folder(), 'nowhere'), NOTE, ME, HASTY)).toMatchObject([
      {rule: 'not-written'},
    ]);
  });

  test('one holder after the other, within one process too', async () => {
    const path = folder();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside++;
      most = Math.max(most, inside);
      await new Promise(resolve => setTimeout(resolve, 2));
      inside--;
    };
    await Promise.all(Array.from({length: 5}, () => withLock(path, ME, work, {tries: 1000, pause: 1})));
    expect(most).toBe(1);
  });
});

describe('several desks at once', {timeout: 60_000}, () => {
  const everything = (desks: number, count: number) =>
    Array.from({length: desks}, (_, who) => Array.from({length: count}, (_, at) => `desk${who} ${at}`))
      .flat()
      .sort();

  test('lose nothing, even where the one before died with the lock in hand and half a line written', async () => {
    const path = folder({
      [LOCK_FILE]: JSON.stringify({pid: deadPid(), host: hostname()}),
      [MOVES_FILE]: '{"at":',
    });
    const findings = await Promise.all(
      Array.from({length: 5}, (_, who) => start('append', path, '20', `desk${who}`)),
    );
    expect(findings.flat()).toEqual([]);
    expect(said(path).map(String).sort()).toEqual(everything(5, 20));
    expect(brief(read(path).findings)).toEqual([`${MOVES_FILE}:1:1 torn-line`]);
    expect(readdirSync(path)).toEqual([MOVES_FILE]);
  });

  test('count to one hundred together, each reading before it writes', async () => {
    const stale = JSON.stringify({pid: deadPid(), host: hostname()});
    const path = folder({[LOCK_FILE]: stale, 'tally.txt': '0'});
    const findings = await Promise.all(Array.from({length: 5}, () => start('tally', path, '20')));
    expect(findings.flat()).toEqual([]);
    expect(readFileSync(join(path, 'tally.txt'), 'utf8')).toBe('100');
    expect(readdirSync(path)).toEqual(['tally.txt']);
  });

  test('each keeps its own order', async () => {
    const path = folder();
    await Promise.all(['a', 'b', 'c'].map(name => start('append', path, '10', name)));
    for (const name of ['a', 'b', 'c']) {
      const own = said(path).filter(says => says?.startsWith(name));
      expect(own).toEqual(Array.from({length: 10}, (_, at) => `${name} ${at}`));
    }
  });

  test('a desk that is killed while it holds the lock blocks nobody', async () => {
    const path = folder();
    const child = spawn(process.execPath, [desk, 'hold', path], {stdio: ['ignore', 'pipe', 'inherit']});
    await new Promise(resolve => child.stdout.once('data', resolve));
    expect(existsSync(join(path, LOCK_FILE))).toBe(true);
    const gone = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(await start('append', path, '1', 'next')).toEqual([]);
    expect(said(path)).toEqual(['next 0']);
  });
});

test.skipIf(process.platform === 'win32')('a pipe is written to, not replaced', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pipe-'));
  const pipe = join(folder, 'pipe');
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
  rmSync(folder, {recursive: true});
});
