import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {tax} from '../../src/desk/index.ts';
import {jsonOf, valueOf} from '../../src/figure/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {taxOf, type TaxReport} from '../../src/terms/index.ts';
import {taxDocument} from '../../src/views/index.ts';
import {SILENT} from '../cli/desk.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {CASES, nameOf, WAGES} from '../terms/tax/households.ts';
import {faultOf} from './again.ts';
import {TODAY} from './cases.ts';
import {toldFault} from './told.ts';
import {knownWithin, numbersOf} from './within.ts';

type Case = (typeof CASES)[number];

async function asked({place, year, status}: Case, wages: string): Promise<TaxReport> {
  const world = {today: TODAY, progress: SILENT, cache: null};
  const {report} = await tax({place, year: String(year), status, wages}, world);
  return report ?? expect.fail(`${place} ${year} has no report of ${wages}`);
}

/** Figures that are not got again, or are printed as what they do not hold; those of data/ stand there to be read. */
function faults(report: TaxReport, typed: string): readonly string[] {
  const text = (file: string) =>
    file === '--wages' ? typed : readFileSync(join(packageRoot(), file), 'utf8');
  return knownWithin(report).flatMap(({at, figure}) =>
    [faultOf(figure, {text, asked: new Set()}), toldFault(figure)].flatMap(fault =>
      fault === null ? [] : [`${at}: ${fault}`],
    ),
  );
}

test.each(CASES.map(one => [nameOf(one), one] as const))(
  '%s: every figure is got again, and has a card',
  async (_name, of) => {
    for (const wages of ['30K', '315K', '1,100,000', '6M']) {
      const report = await asked(of, wages);
      expect(faults(report, wages)).toEqual([]);
      const {json, figures} = jsonOf(report);
      expect(numbersOf(json).filter(at => !(at in figures))).toEqual(['/version']);
    }
  },
);

test('the figures of a report are what a simulation is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CASES), WAGES, async (of, wages) => {
      const {parts, net, taxable} = taxOf({...of, wages});
      const report = await asked(of, wages.toFixed(2));
      const told = (key: keyof typeof parts) => valueOf(report[key] ?? expect.fail(key));
      for (const [part, sum] of Object.entries(parts)) expect(told(part as keyof typeof parts)).toBe(sum);
      expect(valueOf(report.net)).toBe(net);
      expect(Object.values(report.taxable).map(valueOf)).toEqual(Object.values(taxable));
    }),
    {numRuns: 60},
  );
});

test.each(CASES.map(one => [nameOf(one), one] as const))(
  '%s: terminal and page say the same',
  async (_name, of) => {
    const document = comparable(taxDocument(await asked(of, '315K')));
    const clean = (text: string) => text;
    expect(wordsOfTerminal(printTerminal(document, {width: 20_000, colour: false, clean}))).toEqual(
      wordsOfHtml(await printHtml(document, {clean})),
    );
  },
);
