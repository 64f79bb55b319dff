import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {valueSchema} from '../../src/terms/index.ts';
import {temporary} from '../desk.ts';
import {line} from './line.ts';

const LETTERS = join(import.meta.dirname, '..', 'terms', 'letters');
const letter = (name: string) => join(LETTERS, `${name}.yaml`);
const TODAY = ['--today', '2026-11-30'];

const CASE = `parley: 1
role: DevOps Engineer
company: The fund
region: New York
guides: [guide.md]
today: 2026-11-30
taxes: {status: single}
assumptions: {quit: 0.1, horizon: 2}
`;

describe('parley value', () => {
  let printed = '';
  let json = '';
  beforeAll(async () => {
    const names = ['fund', 'current', 'startup'].map(letter);
    printed = (await line('value', ...names, ...TODAY)).out.replace(/\s+/g, ' ');
    json = (await line('value', ...names, ...TODAY, '--json')).out;
  }, 120_000);

  test('says each year, what leaving costs by the day of notice, and the conflict over the start', () => {
    expect(printed).toContain('1 $306,000 $321,000 $306,000 $325,500');
    expect(printed).toContain("Giving notice at Today's job today costs $200,820.");
    expect(printed).toContain('2027-03-16 $97,020');
    expect(printed).toContain('The fund guarantees $85,000 of bonus for a start by 2027-02-01');
    expect(printed).toContain('from 2027-03-16 it costs $103,800 less');
  });

  test('says the range over assumptions before the range over chance, and what they are', () => {
    expect(printed.indexOf('by assumptions')).toBeLessThan(printed.indexOf('by chance'));
    for (const name of ['riskAversion', 'quit', 'commonFactor']) expect(printed).toContain(name);
  });

  test('leaves nothing out that was typed: every word and number of the files stands in what is printed', () => {
    for (const name of ['fund', 'current', 'startup'])
      for (const typed of readFileSync(letter(name), 'utf8').matchAll(
        /(?:condition|role|level|of|rota): "?([^",}\n]+)/g,
      ))
        expect(printed, name).toContain(typed[1]?.trim().slice(0, 20));
  });

  test('prints one JSON document, as its schema has it, with a card for each number', () => {
    const report = valueSchema().parse(JSON.parse(json));
    expect(report.offers.map(({id}) => id)).toEqual(['fund', 'current', 'startup']);
    expect(report.order).toHaveLength(3);
    expect(report.beats).toHaveLength(3);
    const cards = Object.keys(report.figures);
    for (const pointer of [
      '/offers/0/years/0/guaranteed',
      '/offers/0/value/certain',
      '/offers/1/leaving/byNotice/2/parts/0/amount',
      '/beats/0/probability',
      '/assumptions/0/value',
      '/conflicts/0/guaranteed',
    ])
      expect(cards).toContain(pointer);
    const {p10, p50, p90, certain, mean} = report.offers[0]?.value ?? {};
    expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(certain).toBeLessThanOrEqual(mean ?? 0);
  });

  test('takes the offers of a case by name, its filing and its own assumptions', async () => {
    const folder = join(temporary(), 'case');
    mkdirSync(join(folder, 'offers'), {recursive: true});
    writeFileSync(join(folder, 'case.yaml'), CASE);
    cpSync('examples/millennium-devops/guide.md', join(folder, 'guide.md'));
    for (const name of ['fund', 'current']) cpSync(letter(name), join(folder, 'offers', `${name}.yaml`));
    const {out, code} = await line('value', folder, 'fund', '--json');
    expect(code).toBe(0);
    const report = valueSchema().parse(JSON.parse(out));
    expect(report.offers.map(({id, years, value}) => [id, years.length, value.basis])).toEqual([
      ['fund', 2, 'after tax'],
    ]);
    expect(report.assumptions.find(({name}) => name === 'quit')).toMatchObject({value: 0.1, tier: 'stated'});
    expect(report.offers[0]?.afterTax).toMatchObject({place: 'nyc', taxYear: '2026'});
    const unknown = await line('value', folder, 'nobody');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('there are current, fund')]);
  }, 120_000);

  test.each([
    ['an assumption that is none', 'assumptions: {luck: 1}', 'unknown key "luck"'],
    ['a chance above one', 'assumptions: {quit: 15}', 'quit is 15, expected 0 to 1'],
    ['a status that is none', 'taxes: {status: widowed}', 'expected single or joint'],
  ])('refuses %s with its place', async (_, wrong, says) => {
    const folder = join(temporary(), 'case');
    mkdirSync(join(folder, 'offers'), {recursive: true});
    const [key = ''] = wrong.split(':');
    writeFileSync(join(folder, 'case.yaml'), CASE.replace(new RegExp(`^${key}:.*$`, 'm'), wrong));
    cpSync('examples/millennium-devops/guide.md', join(folder, 'guide.md'));
    cpSync(letter('fund'), join(folder, 'offers', 'fund.yaml'));
    const {err, code} = await line('value', folder);
    expect([code, err.replace(/\s+/g, ' ')]).toEqual([3, expect.stringContaining(says)]);
  });
});
