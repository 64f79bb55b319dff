import {readFileSync} from 'node:fs';
import {isAbsolute} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {market} from '../../src/desk/index.ts';
import type {SealedReport} from '../../src/desk/world.ts';
import {jsonOf, textOf, valueOf} from '../../src/figure/index.ts';
import type {MarketReport} from '../../src/market/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {marketDocument} from '../../src/views/index.ts';
import {SILENT} from '../cli/desk.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {faultOf} from './again.ts';
import {EXAMPLE, exampleFiles, MADE_UP, replaced, textsOf, TODAY} from './cases.ts';
import {toldFault} from './told.ts';
import {knownWithin, numbersOf} from './within.ts';
import {put, temporary} from '../desk.ts';

/** Guides on firms that do not exist: percents, other currencies, an open band, one of a single point, levels. */
const GUIDES = {
  Acme: '$100K - $140K | 10-15% | $110K - $161K',
  Bolt: '£120K - £160K | £20K - £40K | £140K - £200K',
  Crest: '$150K - $150K | $30K - $30K | $180K - $180K',
  Dune: '$130K+ | $15.5K - $20K | $150K - $190K',
};

const guides = temporary({}, afterAll);
for (const [company, cells] of Object.entries(GUIDES)) {
  const text = [
    `### DevOps Engineer | ${company} Tools Global Negotiation Guide`,
    '',
    '**Negotiation DNA:** Calm | Careful',
    '',
    '| Region | Base Salary | Bonus | Total Comp |',
    '|---|---|---|---|',
    `| New York (HQ) | ${cells} |`,
    '',
    `**Level Mapping:** ${company} Tools L4 = Millennium DevOps Engineer`,
    '',
    '> **Negotiate Up Strategy:** Anchor at the top of the band.',
    '',
  ].join('\n');
  put(guides, `${company}.md`, text);
}

async function asked(folder: string): Promise<SealedReport<MarketReport>> {
  const input = {folders: [guides], memory: null, case: folder, role: null, region: null, currency: null};
  const question = {...input, companies: [], level: null, at: ['Acme Tools', 'Dune Tools'], day: null};
  const {report, findings} = await market(question, {today: TODAY, progress: SILENT, cache: null});
  if (report === null) throw new Error(findings.map(({message}) => textOf(message)).join('; '));
  return report;
}

/** Numbers of a report that need no source but the report: counts and places. */
const COUNTS = /\/(?:version|read|used|n|witnesses|line|column|from|to)$/;

describe.each([EXAMPLE, ...MADE_UP])('the market of %s', folder => {
  let sealed: SealedReport<MarketReport>;
  beforeAll(async () => {
    sealed = await asked(folder);
  });

  test('has a card for every number but counts and places', () => {
    const {json, figures} = jsonOf(sealed.report, sealed.clean);
    expect(numbersOf(json).filter(at => !COUNTS.test(at) && !(at in figures))).toEqual([]);
    expect(Object.keys(figures).length).toBeGreaterThan(20);
  });

  test('has figures that are got again as their kind says, and printed as what they hold', () => {
    const own = textsOf(folder);
    const text = (file: string) => (isAbsolute(file) ? readFileSync(file, 'utf8') : own(file));
    const faults = knownWithin(sealed.report).flatMap(({at, figure}) => {
      const fault = faultOf(figure, {text, asked: new Set()}) ?? toldFault(figure);
      return fault === null ? [] : [`${at}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test('says the same words in a terminal and on a page', async () => {
    const {report, clean} = sealed;
    const document = comparable(marketDocument(report, {folders: [guides]}));
    expect(wordsOfTerminal(printTerminal(document, {width: 20_000, colour: false, clean}))).toEqual(
      wordsOfHtml(await printHtml(document, {clean})),
    );
  });

  test('has medians that half of the guides are on either side of', () => {
    const {bands, currency, summary} = sealed.report;
    for (const {component, basis, low: spread} of summary) {
      const lows = bands.flatMap(band =>
        band.unit === 'money' &&
        band.component === component &&
        band.basis === basis &&
        band.shown.currency === currency &&
        band.shown.high !== null
          ? [valueOf(band.shown.low)]
          : [],
      );
      expect([spread.n, valueOf(spread.least), valueOf(spread.most)]).toEqual([
        lows.length,
        Math.min(...lows),
        Math.max(...lows),
      ]);
      const median = valueOf(spread.median);
      for (const side of [lows.filter(low => low <= median), lows.filter(low => low >= median)])
        expect(side.length).toBeGreaterThanOrEqual(lows.length / 2);
    }
  });
});

test('what the case rules out stands nowhere, not in the bands of guides either', async () => {
  const more = ['Acme Tools', 'Jump Trading', 'bonus'].map(one => `\n    - ${one}`).join('');
  const files = exampleFiles((text, name) =>
    name === 'case.yaml' ? replaced(text, '    - current pay', `    - current pay${more}`) : text,
  );
  const {report, clean, edition} = await asked(temporary(files));
  const document = marketDocument(report, {folders: [guides]});
  const told = [
    JSON.stringify(jsonOf(report, clean)),
    printTerminal(document, {width: 100, colour: false, clean}),
    await printHtml(document, {clean}),
  ];
  expect(edition).toBe('call');
  for (const text of told) {
    expect(text).toContain('Bolt Tools');
    expect(text).not.toMatch(/Acme Tools|\$20K|£20K|Jump/);
  }
});
