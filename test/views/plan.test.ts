import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {plan} from '../../src/desk/index.ts';
import {EDITIONS} from '../../src/figure/edition.ts';
import {type Edition} from '../../src/figure/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {all, parse} from '../fixtures/dom.ts';
import {SILENT} from '../cli/desk.ts';

const {report} = await plan(
  {folder: join(packageRoot(), 'examples', 'millennium-devops')},
  {today: '2026-11-22', progress: SILENT, cache: null},
);

/** The example's plan as one edition may see it, as a document with what its printers keep back. */
function told(edition: Edition, full = true) {
  if (report === null) throw new Error('the example cannot be planned');
  const {report: brief, clean} = report.for(edition);
  return {brief, clean, document: planDocument(brief, {edition, full})};
}

const {brief, clean, document} = told('call');
const page = await printHtml(document, {clean});
const dom = parse(page);

test('the plan of the example in a terminal is the golden one', async () => {
  const short = told('call', false).document;
  await expect(printTerminal(short, {width: 80, colour: false, clean})).toMatchFileSnapshot(
    'golden/plan.80.txt',
  );
});

test('the brief of the example is the golden one', async () => {
  await expect(page).toMatchFileSnapshot('golden/brief.html');
});

test('the same plan gives the same bytes', async () => {
  expect(await printHtml(told('call').document, {clean})).toBe(page);
});

describe('footnotes', () => {
  const refs = all(dom, 'a[href^="#note-"]').map(one => Number(one.getAttribute('href')?.slice(6)));
  const notes = all(dom, '.notes li');

  test('every reference resolves and every note is referred to', () => {
    expect(refs.length).toBeGreaterThan(60);
    expect(new Set(refs.map(number => `note-${number}`))).toEqual(new Set(notes.map(one => one.id)));
  });

  test('are numbered in the order of reading', () => {
    expect([...new Set(refs)]).toEqual(notes.map((_, at) => at + 1));
  });

  test('no two say the same', () => {
    const texts = notes.map(one => one.textContent);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('stand behind every sum and percentage that is to be said', () => {
    for (const said of all(dom, 'blockquote p, .rebuttals dd')) {
      const figures = said.textContent.match(/\$\d|\d%/g) ?? [];
      if (figures.length > 0)
        expect(said.querySelectorAll('sup').length, said.textContent).toBeGreaterThan(0);
    }
  });
});

describe('one file that needs nothing else', () => {
  test('no script, no handler, nothing to load', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|<link|<img|<iframe|@import|url\(/i);
    expect(page.match(/(?:https?:)?\/\/[^\s"'<]+/g) ?? []).toEqual([]);
    expect(all(dom, '[src], [srcset]')).toEqual([]);
  });

  test('every link within the page leads somewhere, and no id is given twice', () => {
    const ids = all(dom, '[id]').map(one => one.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const link of all(dom, 'a[href]')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  test('headings step down one level at a time', () => {
    const levels = all(dom, 'h1, h2, h3, h4').map(one => Number(one.localName.slice(1)));
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  test('verdicts and outcomes carry a sign beside their colour', () => {
    for (const one of all(dom, 'main .pass, main .fail, main .unknown'))
      expect(one.textContent.trim()).toMatch(/^(?:C\d+ )?[✓✗≈?!]/);
  });
});

test('every headline claim shows its whole working', () => {
  for (const [at, claim] of brief.ledger.entries())
    if (claim.headline) expect(all(dom, `#C${at + 1} .workings li`).length).toBe(claim.workings.length);
});

test.each(EDITIONS)('edition %s is printed with every word that it has', async edition => {
  const {document: whole, clean: cleaned} = told(edition);
  const printed = [
    printTerminal(whole, {width: 80, colour: false, clean: cleaned}),
    await printHtml(whole, {clean: cleaned}),
  ];
  for (const one of printed) expect(one).not.toMatch(/undefined|NaN|\bnull\b/);
});

test('what is shown to others has neither floor nor walk-away nor stance', () => {
  const {document: shared, clean: cleaned} = told('share');
  const printed = printTerminal(shared, {width: 80, colour: false, clean: cleaned});
  expect(printed).not.toMatch(/^ {2}floor|accept floor|walk away if \(|^COUNTER/im);
});
