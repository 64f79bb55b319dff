import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readCaseFile} from '../../src/case/case-file.ts';
import {
  type Answers,
  answerProblems,
  createCase,
  loadCase,
  newCase,
  QUESTIONS,
} from '../../src/case/index.ts';
import {readOffer} from '../../src/case/offer.ts';
import {withTexts} from '../findings.ts';
import {temporary} from '../desk.ts';

const ANSWERS: Answers = {
  who: 'Sam',
  role: 'DevOps Engineer',
  company: 'Example Capital',
  region: 'New York',
  guide: 'guide.md',
  currency: 'USD',
  base: '$180K',
  bonus: '95,000',
  competing: ['Other & Sons: 210K + £130K', 'Third: 200K', ''],
  deadline: '2026-12-04',
};

describe('a fresh case', () => {
  test('loads without an error, and says what was answered', () => {
    const path = join(temporary(), 'case');
    expect(createCase(path, newCase(ANSWERS))).toEqual([]);
    writeFileSync(join(path, 'guide.md'), '# A guide\n');
    const {situation, findings} = loadCase(path, {today: '2026-11-22'});
    expect(findings).toEqual([]);
    expect(situation).toMatchObject({
      who: 'Sam',
      role: 'DevOps Engineer',
      company: 'Example Capital',
      region: 'New York',
      deadline: '2026-12-04',
      today: '2026-11-22',
      neverSay: ['current pay'],
    });
    const told = situation?.offers.map(({id, party, kind, evidence, terms}) => [
      id,
      party,
      kind,
      evidence.tier,
      ...terms.map(term => `${term.component} ${term.amount} ${term.currency}`),
    ]);
    expect(told).toEqual([
      ['example-capital', 'Example Capital', 'target', 'stated', 'base 180000 USD', 'bonus 95000 USD'],
      ['other-sons', 'Other & Sons', 'competing', 'stated', 'base 210000 USD', 'bonus 130000 GBP'],
      ['third', 'Third', 'competing', 'stated', 'base 200000 USD'],
    ]);
  });

  test('brings the schemas along, at the paths its files name', () => {
    const files = newCase(ANSWERS);
    for (const {path, text} of files.filter(file => file.path.endsWith('.yaml'))) {
      const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text)?.[1] ?? '';
      expect(files.map(file => file.path)).toContain(join(path, '..', named));
    }
    const schema = files.find(file => file.path === '.schema/case.schema.json');
    expect(schema?.text).toBe(readFileSync('schemas/case.schema.json', 'utf8'));
  });

  test('the examples in its comments load once they are uncommented', () => {
    for (const {path, text} of newCase({...ANSWERS, competing: []})) {
      if (!path.endsWith('.yaml')) continue;
      const lines = text.replace(/^(facts: \{\}|claims: \[\])\n/gm, '').split('\n');
      const live = lines.map(line => line.replace(/^(\s*)# (?=(\s*)(- )?[a-zA-Z]+:( |$))/, '$1')).join('\n');
      const whole = live
        .replace('uptime of the systems', 'uptime')
        .replace(/: YYYY-MM-DD/g, ': 2026-12-01')
        .replace(/^today: .*$/m, '')
        .replace(/^\s*# {3}- \{text/gm, '  - {text')
        .replace(/^( *)#( {3}percent| {7})/gm, '$1$2');
      const {findings} =
        path === 'case.yaml'
          ? readCaseFile(source(path, whole), '2026-11-22')
          : readOffer(source(path, whole), 'x', {today: '2026-12-01', pinned: false});
      expect(findings, whole).toEqual([]);
    }
  });

  test('two offers of one firm get two files', () => {
    const paths = newCase({...ANSWERS, competing: ['Other: 1K', 'OTHER!: 2K', '東京: 3K']}).map(
      file => file.path,
    );
    expect(paths).toContain('offers/other.yaml');
    expect(paths).toContain('offers/other-2.yaml');
    expect(paths).toContain('offers/offer.yaml');
  });

  const words = fc.string({unit: 'grapheme', minLength: 1}).filter(text => text.trim() !== '');
  const said = words.filter(text => !/[\u0000-\u001f\u007f-\u009f]/.test(text));
  test('whatever is answered, it reads back as answered', () => {
    fc.assert(
      fc.property(
        said,
        said,
        said,
        said,
        fc.integer({min: 2000, max: 10_000_000}),
        (who, role, company, region, base) => {
          const answers = {
            who,
            role,
            company,
            region,
            guide: 'g.md',
            base: String(base),
            competing: [`${company}: 2K`],
          };
          const [first, ...rest] = newCase(answers).filter(file => file.path.endsWith('.yaml'));
          const reading = readCaseFile(source('case.yaml', first?.text ?? ''), '2026-11-22');
          expect(reading.findings).toEqual([]);
          expect(reading.part).toMatchObject({
            who: who.trim(),
            role: role.trim(),
            company: company.trim(),
            region: region.trim(),
          });
          expect(rest).toHaveLength(2);
          for (const {path, text} of rest) {
            const {offer, findings} = readOffer(source(path, text), 'x', {
              today: '2026-11-22',
              pinned: false,
            });
            expect(findings).toEqual([]);
            expect(offer?.party).toBe(company.trim());
          }
        },
      ),
    );
  });
});

describe('the questions', () => {
  test('are one for each answer', () => {
    expect(QUESTIONS.map(question => question.name).sort()).toEqual(
      [...Object.keys(ANSWERS), 'today'].sort(),
    );
  });

  test('take their own examples and fallbacks', () => {
    for (const {validate, example, fallback} of QUESTIONS) {
      expect(validate(example, {})).toBeUndefined();
      if (fallback !== null) expect(validate(fallback, {})).toBeUndefined();
    }
  });

  test.each([
    ['role', '', 'an answer is needed'],
    ['currency', 'dolars', 'did you mean USD?'],
    ['base', '180.000', 'two ways'],
    ['base', '-1', 'negative'],
    ['base', '185', 'write 185K where thousands are meant'],
    ['base', '£180K', 'is in GBP, and you are paid in USD'],
    ['base', '195-205K', '"195-205K" is a range'],
    ['base', 'Dec 4', '"Dec 4" is a day'],
    ['base', '200-220', '"200-220" is a range'],
    ['bonus', '15%', '"15%" is a share'],
    ['competing', 'Citadel: 210 + 130K', 'write 210K'],
    ['competing', 'Citadel', 'a firm, a colon, and amounts'],
    ['competing', ': 210K', 'a firm, a colon, and amounts'],
    ['competing', 'Citadel: 210K + 130K + 5K', 'base, or base + bonus'],
    ['competing', 'Citadel: lots', 'not one amount'],
    ['deadline', '2026-02-30', 'February 2026 has 28 days'],
    ['deadline', 'soon', 'expected a date'],
    ['who', 'a\u001b[31m', 'control character'],
  ])('%s: %j is refused', (name, answer, why) => {
    const given = {...ANSWERS, [name]: name === 'competing' ? [answer] : answer};
    expect(answerProblems(given)).toMatchObject([{name, problem: expect.stringContaining(why) as string}]);
    expect(() => newCase(given)).toThrow(`--${name}`);
  });

  test('a currency may be typed small', () => {
    expect(newCase({...ANSWERS, currency: 'gbp', base: '£180K'})[1]?.text).toContain('currency: GBP');
  });
});

describe('making a case where something is', () => {
  test('overwrites nothing, writes nothing, and names what stands there', () => {
    const path = temporary({'offers/third.yaml': 'mine'});
    expect(withTexts(createCase(path, newCase(ANSWERS)))).toMatchObject([
      {rule: 'already-there', message: expect.stringContaining('third.yaml exists already') as string},
    ]);
    expect(readFileSync(join(path, 'offers/third.yaml'), 'utf8')).toBe('mine');
    expect(existsSync(join(path, 'case.yaml'))).toBe(false);
  });

  test('takes back what it wrote when a later file cannot be written', () => {
    const path = temporary({offers: 'a file in the place of the folder'});
    mkdirSync(join(path, '.schema'));
    expect(createCase(path, newCase(ANSWERS))).toMatchObject([{rule: 'not-written'}]);
    expect(existsSync(join(path, 'case.yaml'))).toBe(false);
  });

  test('a folder that cannot be made is told', () => {
    const path = temporary({plain: 'x'});
    expect(createCase(join(path, 'plain', 'case'), newCase(ANSWERS))).toMatchObject([{rule: 'not-written'}]);
  });
});
