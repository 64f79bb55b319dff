import {existsSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {LIMITS} from '../../src/files/index.ts';
import {loadCase} from '../../src/case/index.ts';
import {brief, CASE_YAML, OFFER_YAML, words} from './notation.ts';
import {withTexts} from '../findings.ts';
import {temporary} from '../desk.ts';

const load = (path: string) => loadCase(path, {today: '2026-11-25'});
const GUIDE = '# DevOps Engineer at Example Capital\n\nBase is $175K to $225K.\n';
const WHOLE = {'case.yaml': CASE_YAML, 'guide.md': GUIDE, 'offers/example.yaml': OFFER_YAML};

describe('a case folder', () => {
  test('gives a situation, with its guides and offers', () => {
    const path = temporary({
      ...WHOLE,
      'offers/other.yaml': OFFER_YAML,
      'offers/letter.pdf': 'x',
      'offers/.hidden': 'x',
    });
    const loaded = load(path);
    expect(loaded.findings).toEqual([]);
    expect(loaded.folder).toBe(path);
    expect(loaded.situation).toMatchObject({company: 'Example Capital', today: '2026-11-22'});
    expect(loaded.situation?.offers.map(offer => offer.id)).toEqual(['example', 'other']);
    expect(loaded.situation?.readings).toHaveLength(1);
    expect(loaded.sources.map(one => one.file)).toEqual([
      'case.yaml',
      'guide.md',
      'offers/example.yaml',
      'offers/other.yaml',
    ]);
    expect(loaded.moves).toEqual([]);
  });

  test('without offers is a case without offers yet', () => {
    expect(load(temporary({'case.yaml': CASE_YAML, 'guide.md': GUIDE})).situation?.offers).toEqual([]);
  });

  test('may name a guide anywhere', () => {
    const elsewhere = temporary({'other.md': GUIDE});
    const text = CASE_YAML.replace('[guide.md]', `[${join(elsewhere, 'other.md')}]`);
    expect(load(temporary({'case.yaml': text})).findings).toEqual([]);
  });

  test('tells the problems of all its files at once, and makes no situation of half of them', () => {
    const loaded = load(
      temporary({
        'case.yaml': CASE_YAML.replace('seed: 7', 'sed: 7').replace('[guide.md]', '[gone.md, guide.md]'),
        'guide.md': new Uint8Array([0x89, 0x50, 0, 1]),
        'offers/a.yaml': OFFER_YAML.replace('kind: target', 'kind: mine'),
        'offers/b.yaml': '',
        'offers/c.yml': OFFER_YAML,
        'moves.jsonl': '{"at": "2026-11-20", "by": "we", "kind": "ask"}\n',
      }),
    );
    expect(loaded.situation).toBeNull();
    expect(brief(loaded.findings)).toEqual([
      'case.yaml:9:1 unknown-key',
      'case.yaml:6:10 missing-guide',
      'guide.md:1:1 binary-file',
      'offers/c.yml:1:1 ignored-file',
      'offers/a.yaml:2:7 unknown-word',
      'offers/b.yaml:1:1 empty-file',
      'moves.jsonl:1:28 unknown-word',
    ]);
  });
});

describe('the examples that ship', () => {
  const examples = join(packageRoot(), 'examples');
  const cases = readdirSync(examples).filter(name => existsSync(join(examples, name, 'case.yaml')));

  test.each(cases)('%s loads with nothing to mend', name => {
    const {situation, findings} = load(join(examples, name));
    expect(findings).toEqual([]);
    expect(situation?.readings[0]?.guide).not.toBeNull();
  });
});

describe('what is no case folder', () => {
  test('a folder that is not there', () => {
    const {findings} = load(join(temporary(), 'nowhere'));
    expect(withTexts(findings)).toMatchObject([{rule: 'no-folder', hint: 'make one with: parley init'}]);
  });

  test('a file', () => {
    const path = temporary({'a.txt': 'x'});
    expect(words(load(join(path, 'a.txt')).findings, 'no-folder')).toContain(
      'is a file, expected a case folder',
    );
    expect(words(load(join(path, 'a.txt', 'b')).findings, 'no-folder')).toContain('ENOTDIR');
  });

  test('a folder without case.yaml, and one where it ends otherwise', () => {
    expect(withTexts(load(temporary()).findings)).toMatchObject([
      {rule: 'missing-file', message: 'case.yaml is missing', span: {file: 'case.yaml', line: 1}},
    ]);
    expect(words(load(temporary({'case.yml': CASE_YAML})).findings, 'missing-file')).toContain(
      'rename case.yml',
    );
  });
});

describe('a file that is no text', () => {
  const wide = new Uint8Array(Buffer.from(`\ufeff${CASE_YAML}`, 'utf16le'));
  test.each([
    ['an empty one', '', 'empty-file'],
    ['a binary', new Uint8Array([1, 2, 0, 3]), 'binary-file'],
    ['Latin-1', new Uint8Array([0x61, 0xe9, 0x62]), 'not-utf8'],
    ['UTF-16', wide, 'not-utf8'],
    ['a huge one', 'x'.repeat(LIMITS.yaml + 1), 'huge-file'],
  ])('%s', (_, content, rule) => {
    expect(brief(load(temporary({'case.yaml': content})).findings)).toEqual([`case.yaml:1:1 ${rule}`]);
  });

  test('a byte order mark does no harm', () => {
    expect(load(temporary({...WHOLE, 'case.yaml': `\ufeff${CASE_YAML}`})).findings).toEqual([]);
  });

  test('line ends of Windows do no harm, and lines are counted the same', () => {
    const crlf = CASE_YAML.replace('seed: 7', 'sed: 7').replaceAll('\n', '\r\n');
    expect(brief(load(temporary({...WHOLE, 'case.yaml': crlf})).findings)).toEqual([
      'case.yaml:9:1 unknown-key',
    ]);
  });

  test('a folder, or a device, in the place of a file', () => {
    const path = temporary({'guide.md': GUIDE});
    mkdirSync(join(path, 'case.yaml'));
    expect(brief(load(path).findings)).toEqual(['case.yaml:1:1 not-a-file']);
    const endless = temporary({'guide.md': GUIDE});
    symlinkSync('/dev/zero', join(endless, 'case.yaml'));
    expect(brief(load(endless).findings)).toEqual(['case.yaml:1:1 leads-out']);
  });

  test('a file in the place of the offers', () => {
    expect(load(temporary({'case.yaml': CASE_YAML, 'guide.md': GUIDE, offers: 'x'})).findings).toMatchObject([
      {rule: 'unreadable'},
    ]);
  });
});
