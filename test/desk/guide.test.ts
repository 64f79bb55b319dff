import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {isFigure, type Known, numbersIn} from '../../src/figure/index.ts';
import {audit, guideJson, readGuide, type Reading} from '../../src/guide/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {guideDocument} from '../../src/views/index.ts';
import {LAYOUTS} from '../guide/made-up.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {endsOf, faultOf, near} from './again.ts';
import {figuresOn, knownWithin} from './within.ts';

const ROOT = join(import.meta.dirname, '../..');
const LIBRARY = join(ROOT, '..', 'shared', 'guides');

/** Guides by name: the made-up layouts, the example, and of the library, where there is one, every fiftieth. */
const GUIDES: Readonly<Record<string, string>> = {
  ...LAYOUTS,
  'the example': readFileSync(join(ROOT, 'examples/millennium-devops/guide.md'), 'utf8'),
  ...Object.fromEntries(
    (existsSync(LIBRARY) ? readdirSync(LIBRARY, {recursive: true, encoding: 'utf8'}) : [])
      .filter(name => name.endsWith('.md'))
      .sort()
      .filter((_, at) => at % 50 === 0)
      .map(name => [name, readFileSync(join(LIBRARY, name), 'utf8')]),
  ),
};

function reading(text: string): Reading {
  const {guide, findings} = readGuide('g.md', text);
  if (guide === null) return {guide, findings};
  const context = {rates: shippedRates(), conventions: shippedConventions(), today: '2026-11-22'};
  return {guide, findings: [...findings, ...audit(guide, source('g.md', text), context)]};
}

/** Numbers with the pointers they stand at, but for positions and years, which are days and no figures. */
function numbersOf(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'number') return /^\/version$|\/spans?\/|\/years\//.test(at) ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    numbersOf(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** `£82K / $105K - £112K / $143K`, `SGD 190K–$310K`: cells where no reader of prose finds the ranges, but each of their ends. */
function hasEnds(figure: Known, textOfFile: (file: string) => string): boolean {
  if (figure.figure !== 'read') return false;
  const there = numbersIn(textOfFile(figure.span.file).slice(figure.span.from, figure.span.to)).flatMap(
    ({values}) => values,
  );
  return endsOf(figure).every(end => there.some(one => near(one, end) || near(one / 100, end)));
}

/** The guide itself, or a file of facts that stands behind what the audit says of it. */
const textOf = (file: string, guide: string) =>
  file === 'g.md' ? guide : readFileSync(join(ROOT, file), 'utf8');

const above = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'));

describe.each(Object.entries(GUIDES))('%s', (_name, text) => {
  const read = reading(text);
  const page = guideDocument(read);

  test('has in JSON a card for every number, at its place or at that of its range, and no other', () => {
    const {figures, ...rest} = guideJson(read, 'g.md');
    const numbers = numbersOf(rest);
    expect(numbers.filter(at => !(at in figures) && !(above(at) in figures))).toEqual([]);
    const places = new Set(numbers.flatMap(at => [at, above(at)]));
    for (const [at, card] of Object.entries(figures)) {
      const [, finding, text] = /^\/findings\/(\d+)\/(message|hint)#\d+$/.exec(at) ?? [];
      if (finding === undefined) {
        expect([at, places.has(at)]).toEqual([at, true]);
        expect(card).toMatchObject({kind: 'read', tier: 'guide', source: {file: 'g.md'}});
      } else
        expect(rest.findings[Number(finding)]?.[text as 'message']).toContain('shown' in card && card.shown);
    }
  });

  test('prints figures that stand where they say they were read, or come of such', () => {
    const grounds = {text: (file: string) => textOf(file, text), asked: new Set<string>()};
    const faults = knownWithin(page).flatMap(({at, figure}) => {
      const fault = faultOf(figure, grounds);
      return fault === null || hasEnds(figure, grounds.text) ? [] : [`${at}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test('prints a figure for every number that JSON has of bands, text and levers', () => {
    const {figures} = guideJson(read, 'g.md');
    const wanted = Object.keys(figures).filter(at =>
      /^\/bands\/|^\/narrative\/|^\/levers\/\d+\/figures\//.test(at),
    );
    expect(figuresOn(page.sections).filter(isFigure).length).toBeGreaterThanOrEqual(wanted.length);
  });

  test('says on paper what it says in a terminal, with marks only where the audit knows of other things', async () => {
    const clean = (of: string) => of;
    const beside = comparable(page);
    const html = await printHtml(beside, {clean});
    const sections = beside.sections.filter(({id}) => id !== 'findings');
    expect(await printHtml({...beside, sections}, {clean})).not.toContain('<sup>');
    const terminal = printTerminal(beside, {width: 20_000, colour: false, clean});
    expect(wordsOfTerminal(terminal).toSorted()).toEqual(wordsOfHtml(html).toSorted());
  });
});
