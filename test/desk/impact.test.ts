import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {impact as ask, type Impact} from '../../src/desk/index.ts';
import {jsonOf, valueOf} from '../../src/figure/index.ts';
import {type Document, printHtml, printTerminal} from '../../src/page/index.ts';
import {impactDocument} from '../../src/views/index.ts';
import {SILENT} from '../cli/desk.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {answersIn, faultOf} from './again.ts';
import {EXAMPLE, textsOf, TODAY} from './cases.ts';
import {toldFault} from './told.ts';
import {knownWithin, within} from './within.ts';

const question = {folder: EXAMPLE, path: join(EXAMPLE, 'record'), seed: null, draws: 200, skipBad: false};

async function asked(): Promise<Impact> {
  const {report} = await ask(question, {today: TODAY, progress: SILENT, cache: null});
  return report ?? expect.fail('the example has an impact');
}

const clean = (words: string) => words;
let told: Impact;
let documents: readonly Document[];
beforeAll(async () => {
  told = await asked();
  documents = [true, false].map(full => impactDocument(told, {full}));
}, 60_000);

describe('every figure of an impact', () => {
  test('is got again as its kind says', async () => {
    const grounds = {text: textsOf(question.path), asked: answersIn((await asked()).report)};
    const faults = knownWithin([told.report, documents]).flatMap(({at, figure}) => {
      const fault = faultOf(figure, grounds);
      return fault === null ? [] : [`${at}: ${fault}`];
    });
    expect(faults).toEqual([]);
  }, 60_000);

  test('is printed as what it holds', () => {
    const faults = knownWithin([told.report, documents]).flatMap(({at, figure}) => {
      const fault = toldFault(figure);
      return fault === null ? [] : [`${at}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test('is an employer’s, but for what the calendar tells everybody and what the user states', () => {
    for (const {figure} of knownWithin(told.report)) {
      const own = figure.figure === 'read' || figure.evidence.tier === 'published';
      if (!own && figure.figure !== 'worked') expect(figure.disclosure).toBe('confidential');
    }
  });

  test('is of every kind, and between the ends of its interval where it has one', () => {
    const known = knownWithin(told.report).map(({figure}) => figure);
    expect(new Set(known.map(({figure}) => figure))).toEqual(
      new Set(['read', 'measured', 'worked', 'estimated']),
    );
    const sure = known.flatMap(({interval, ...figure}) =>
      interval === undefined ? [] : [{interval, figure}],
    );
    expect(sure.length).toBeGreaterThan(200);
    for (const {interval, figure} of sure) {
      const mid = valueOf(figure);
      expect(interval.low).toBeLessThanOrEqual(mid);
      expect(interval.high).toBeGreaterThanOrEqual(mid);
    }
  });
});

/** Counts, levels, seeds; and the points of a curve, which are of the mean beside it. */
const BARE =
  /\/(seed|draws|n|level|idle|of|years|days|deployments|deploymentDays|weeks|dropped|failed|failedResults|lag|months|changes|top|samples|passed|peaks|every)$|\/apart\/\w+$|\/curve\/\d+\/\w+$/;

test('every number of its JSON but counts has a card', () => {
  const {json, figures} = jsonOf(told.report);
  const numbers = (value: unknown, at: string): readonly string[] => {
    if (typeof value === 'number') return [at];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) => numbers(one, `${at}/${key}`));
  };
  const found = numbers(json, '').filter(at => !BARE.test(at));
  expect(found.length).toBeGreaterThan(1500);
  expect(found.filter(at => figures[at] === undefined)).toEqual([]);
});

describe('the page', () => {
  test('says the same words in a terminal', async () => {
    for (const document of documents.map(comparable)) {
      const terminal = printTerminal(document, {width: 20_000, colour: false, clean});
      expect(wordsOfTerminal(terminal)).toEqual(wordsOfHtml(await printHtml(document, {clean})));
    }
  });

  test('shows what can be drawn', async () => {
    const page = await printHtml(documents[0] as Document, {clean});
    for (const title of ['outages of', 'A year like these loses', 'took 221 min before and 15.5 min after'])
      expect(page).toContain(title);
  });

  test('has no digit in words of its own', () => {
    for (const {text} of within(documents).texts)
      for (const part of text.prose) if (typeof part === 'string') expect(part).not.toMatch(/\p{N}/u);
  });
});
