import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {wages} from '../../src/desk/index.ts';
import {jsonOf} from '../../src/figure/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {wagesDocument} from '../../src/views/index.ts';
import {SILENT} from '../cli/desk.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {TODAY} from './cases.ts';
import {toldFault} from './told.ts';
import {knownWithin, numbersOf} from './within.ts';

const FOLDER = join(packageRoot(), 'test', 'fixtures', 'frozen', 'wages');

async function asked(file: string, mapping: string | null = null) {
  const question = {companies: ['larkspur capital'], role: null, region: 'New York'};
  const all = {companies: [], role: null, region: null};
  const {report} = await wages(
    {
      files: [join(FOLDER, file)],
      mapping: mapping === null ? null : join(FOLDER, mapping),
      question: mapping === null ? question : all,
      skipBad: false,
      ceiling: undefined,
      window: undefined,
    },
    {today: TODAY, progress: SILENT, cache: null},
  );
  if (report === null) throw new Error(`${file} cannot be read`);
  return report;
}

/** Counts of rows and of counties need no source but the answer. */
const COUNTS = /\/(?:n|rows|read|kept|fitting|atPrevailing|mended|groupsLeftOut|counties)$/;

test.each([
  ['filings.csv', null],
  ['survey.csv', 'survey.yaml'],
])('the wages of %s know what was asked of it', async (file, mapping) => {
  const {answer, from} = await asked(file, mapping);
  expect((await asked(file, mapping)).answer).toEqual(answer);
  const {json, figures} = jsonOf(answer);
  expect(numbersOf(json).filter(at => !COUNTS.test(at) && !(at in figures))).toEqual([]);
  const known = knownWithin(answer).map(({figure}) => figure);
  expect(new Set(known.map(({figure, evidence}) => `${figure} ${evidence.tier}`))).toEqual(
    new Set(mapping === null ? ['measured published', 'assumed assumed'] : ['measured published']),
  );
  expect(known.flatMap(figure => toldFault(figure) ?? [])).toEqual([]);
  const questions = known.flatMap(one => (one.figure === 'measured' ? [JSON.stringify(one.question)] : []));
  expect(new Set(questions).size).toBe(questions.length);
  const document = comparable(wagesDocument(answer, from));
  const clean = (text: string) => text;
  expect(wordsOfTerminal(printTerminal(document, {width: 20_000, colour: false, clean}))).toEqual(
    wordsOfHtml(await printHtml(document, {clean})),
  );
});
