import {spawn} from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {writeSet} from '../../src/files/index.ts';
import {writeFresh} from '../../src/files/write-fresh.ts';
import {finishSet} from '../../src/files/write-set.ts';
import {messageOf} from '../findings.ts';
import {temporary} from '../desk.ts';

const shop = temporary({}, afterAll);
let folder = '';
beforeEach(() => {
  folder = temporary();
});

const set = (text: string) => ['plan.json', 'brief.html'].map(path => ({path, text: `${path}: ${text}`}));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('a set of files', () => {
  test('is put into a folder that is made, replaces the one before, and leaves nothing beside it', () => {
    const out = join(folder, 'out');
    expect(writeSet(out, set('one'))).toEqual([]);
    chmodSync(join(out, 'plan.json'), 0o600);
    expect(writeSet(out, set('two'))).toEqual([]);
    expect(read('out/plan.json')).toBe('plan.json: two');
    expect(statSync(join(out, 'plan.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(out).sort()).toEqual(['brief.html', 'plan.json']);
  });

  test('replaces a link in the place of a file, and does not follow it', () => {
    writeFileSync(join(folder, 'theirs'), 'theirs');
    symlinkSync('theirs', join(folder, 'brief.html'));
    expect(writeSet(folder, set('new'))).toEqual([]);
    expect(read('theirs')).toBe('theirs');
    expect(lstatSync(join(folder, 'brief.html')).isFile()).toBe(true);
  });

  test('is not written through a link in the place of its folder', () => {
    mkdirSync(join(folder, 'theirs'));
    symlinkSync('theirs', join(folder, 'out'));
    const [one] = writeSet(join(folder, 'out'), set('new'));
    expect(messageOf(one)).toContain('it is a link, which is not written through');
    expect(readdirSync(join(folder, 'theirs'))).toEqual([]);
  });

  test('moves nothing here from where a link of its own name leads', () => {
    const other = temporary();
    writeFileSync(join(other, 'plan.json'), 'theirs');
    symlinkSync(other, join(folder, '.parley-set'));
    finishSet(folder);
    expect(writeSet(folder, set('new'))).toEqual([]);
    expect(readFileSync(join(other, 'plan.json'), 'utf8')).toBe('theirs');
    expect(readdirSync(folder).sort()).toEqual(['brief.html', 'plan.json']);
  });

  test('changes nothing where one file cannot be written', () => {
    expect(writeSet(folder, set('old'))).toEqual([]);
    rmSync(join(folder, 'brief.html'));
    mkdirSync(join(folder, 'brief.html'));
    expect(writeSet(folder, set('new'))).toMatchObject([{rule: 'not-written'}]);
    expect(read('plan.json')).toBe('plan.json: old');
    expect(readdirSync(folder).sort()).toEqual(['brief.html', 'plan.json']);
  });

  test('that was whole when its writer was killed is moved on, and one that was not goes', () => {
    writeSet(folder, set('old'));
    mkdirSync(join(folder, '.parley-set'));
    writeFileSync(join(folder, '.parley-set', 'brief.html'), 'brief.html: new');
    writeFileSync(join(folder, 'plan.json'), 'plan.json: new');
    finishSet(folder);
    expect([read('plan.json'), read('brief.html')]).toEqual(['plan.json: new', 'brief.html: new']);
    mkdirSync(join(folder, '.parley-abc'));
    writeSet(folder, set('newer'));
    expect(readdirSync(folder).sort()).toEqual(['brief.html', 'plan.json']);
  });
});

describe('files where none stand', () => {
  const files = [
    {path: 'offers/a.yaml', text: 'offer'},
    {path: 'case.yaml', text: 'case'},
  ];

  test('are put into a folder that is made, and into one that is there', () => {
    expect(writeFresh(join(folder, 'new'), files)).toEqual([]);
    expect(read('new/offers/a.yaml')).toBe('offer');
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', 'guide.md'), 'mine');
    expect(writeFresh(join(folder, 'old'), files)).toEqual([]);
    expect(readdirSync(join(folder, 'old')).sort()).toEqual(['case.yaml', 'guide.md', 'offers']);
    expect(readdirSync(folder).sort()).toEqual(['new', 'old']);
  });

  test('are not put through a link', () => {
    const other = temporary();
    symlinkSync(other, join(folder, 'offers'));
    expect(writeFresh(folder, files)).toMatchObject([{rule: 'not-written'}]);
    expect(readdirSync(other)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['offers']);
  });

  test.each([
    ['nothing yet', {}],
    ['a part of a file', {'offers/a.yaml': 'off'}],
    ['all but the last', {'offers/a.yaml': 'offer'}],
    ['a part of the last', {'offers/a.yaml': 'offer', 'case.yaml': ''}],
  ])('what a killed program has put, %s, is taken away first', (_, there) => {
    for (const {path, text} of files) {
      mkdirSync(join(folder, '.parley-new', path, '..'), {recursive: true});
      writeFileSync(join(folder, '.parley-new', path), text);
    }
    mkdirSync(join(folder, 'offers'));
    for (const [path, text] of Object.entries(there)) writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, 'offers', 'mine.yaml'), 'mine');
    expect(writeFresh(folder, files)).toEqual([]);
    expect([read('case.yaml'), read('offers/a.yaml'), read('offers/mine.yaml')]).toEqual([
      'case',
      'offer',
      'mine',
    ]);
    expect(existsSync(join(folder, '.parley-new'))).toBe(false);
  });

  test('of somebody else stay, beside what a killed program has left', () => {
    mkdirSync(join(folder, '.parley-new'));
    writeFileSync(join(folder, '.parley-new', 'case.yaml'), 'case');
    writeFileSync(join(folder, 'case.yaml'), 'my own');
    expect(writeFresh(folder, files)).toMatchObject([{rule: 'already-there'}]);
    expect(read('case.yaml')).toBe('my own');
  });
});

describe('killed at any instant', {timeout: 120_000}, () => {
  let program = '';
  beforeAll(async () => {
    program = join(shop, 'writer.mjs');
    const input = fileURLToPath(new URL('./writer.ts', import.meta.url));
    const bundle = await rolldown({input, platform: 'node', logLevel: 'silent', external: /^@duckdb\//});
    await bundle.write({file: program, format: 'esm', codeSplitting: false});
    await bundle.close();
  });

  /** Runs the writer again and again within one process, and kills it so many milliseconds after its first round. */
  const killed = (verb: string, after: number) =>
    new Promise<void>(resolve => {
      const child = spawn(process.execPath, [program, verb, folder], {stdio: ['ignore', 'pipe', 'inherit']});
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), after));
      child.on('close', () => resolve());
    });

  test('a set is whole, once the next program has begun', async () => {
    for (let round = 0; round < 12; round++) {
      await killed('set', 3 + ((round * 7) % 31));
      finishSet(folder);
      const [plan, brief] = [read('plan.json'), read('brief.html')].map(text => text.split(': ')[1]);
      expect(plan).toBe(brief);
    }
    expect(writeSet(folder, set('last'))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['brief.html', 'plan.json']);
  });

  test.each(['new', 'into'])('a case is there or not, and can be made: %s', async verb => {
    for (let round = 0; round < 12; round++) {
      await killed(verb, (round * 5) % 23);
      const place = join(folder, 'case');
      rmSync(join(folder, 'gone'), {recursive: true, force: true});
      if (verb === 'new' && existsSync(place))
        expect(readdirSync(place).sort()).toEqual(['.schema', 'case.yaml', 'offers']);
      if (existsSync(join(place, 'case.yaml'))) rmSync(place, {recursive: true});
      const files = [
        {path: 'offers/a.yaml', text: 'a'.repeat(9000)},
        {path: '.schema/s.json', text: 's'.repeat(9000)},
        {path: 'case.yaml', text: 'c'.repeat(9000)},
      ];
      expect(writeFresh(place, files)).toEqual([]);
      rmSync(place, {recursive: true});
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
