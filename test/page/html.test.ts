import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {say} from '../../src/figure/index.ts';
import {type Block, type Document, printHtml, text} from '../../src/page/index.ts';
import {all as within, parse} from '../fixtures/dom.ts';
import {inGuide, inLetter, sealed, whole} from './documents.ts';
import {ACTING, HOSTILE, poisoned, poisonedBy, word} from './hostile.ts';

const print = (document: Document) => printHtml(document, {clean: of => of});
const page = await print(whole);
const document = parse(page);
const all = (selector: string) => within(document, selector);

/** What is printed of the blocks of a section. */
async function printed(...blocks: readonly Block[]): Promise<string> {
  const html = await print({...whole, sections: [{id: 's', heading: say`S`, blocks}], answer: null});
  const from = html.indexOf('</h2>') + 5;
  return html.slice(from, html.indexOf('</section>', from)).trim();
}

test('the document of every block is the golden one', async () => {
  await expect(page).toMatchFileSnapshot('golden/whole.html');
});

test('the same document gives the same bytes', async () => {
  expect(await print(whole)).toBe(page);
});

describe('figures and their notes', () => {
  test('a figure is one element with its mark behind it', async () => {
    expect(await printed({block: 'paragraph', text: text`ask for ${inGuide(190_000, 61)} base`})).toBe(
      '<p>ask for <data class="figure">$190K</data><sup><a href="#note-1" id="ref-1-1" aria-label="footnote 1">1</a></sup> base</p>',
    );
  });

  test('a read figure tells where it stands', () => {
    expect(page).toContain(
      '<li id="note-1"><b>documented</b> Citadel, offer letter of 2026-11-06 <span class="where">offers/citadel.yaml:1:5</span> <a href="#ref-1-1" aria-label="back to where footnote 1 is first used">↩</a></li>',
    );
  });

  test('no other figure has a place', () => {
    for (const note of all('.notes li'))
      expect(note.querySelectorAll('.where').length, note.textContent).toBe(
        /^(?:documented|guide)/.test(note.textContent) && !note.textContent.includes('worked out') ? 1 : 0,
      );
  });

  test('a sealed figure has neither element nor note', async () => {
    expect(await printed({block: 'paragraph', text: text`floor ${sealed}`})).toBe('<p>floor [kept back]</p>');
  });

  test('a mark is a link of its own, not one within another', async () => {
    const run = {text: say`up to ${inLetter(5_000, 3)} a year`, to: 's'};
    expect(await printed({block: 'paragraph', text: [run]})).toBe(
      '<p><a href="#s">up to <data class="figure">$5,000</data></a><sup><a href="#note-1" id="ref-1-1" aria-label="footnote 1">1</a></sup><a href="#s"> a year</a></p>',
    );
    expect(all('a a')).toEqual([]);
  });

  test('two marks side by side are parted', async () => {
    const silent = {...inLetter(5_000, 4), style: {as: 'written' as const, text: ''}};
    expect(await printed({block: 'paragraph', text: text`${inLetter(5_000, 3)}${silent}`})).toContain(
      '</sup><sup>, </sup><data class="figure"></data><sup>',
    );
  });

  test('notes of notes are listed too, until none is left', () => {
    const assumed = all('.notes li').find(one => one.textContent.includes('nobody says how many'));
    expect(assumed?.textContent).toMatch(/^assumed/);
    expect(all('.notes li data').length).toBeGreaterThan(0);
  });

  test('every reference resolves, and every note is referred to and has its way back', () => {
    sound(page);
  });
});

/** Numbers, references and ways back of a page agree with each other. */
function sound(html: string): void {
  const dom = parse(html);
  const ids = within(dom, '[id]').map(one => one.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const known = new Set(ids);
  for (const link of within(dom, 'a[href]')) expect(known).toContain(link.getAttribute('href')?.slice(1));
  const marks = within(dom, 'sup a');
  const numbers = [...new Set(marks.map(one => Number(one.textContent)))];
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const notes = within(dom, '.notes > li');
  expect(notes.map(one => one.id)).toEqual(numbers.map(number => `note-${number}`));
  for (const [index, note] of notes.entries()) {
    const back = within(note, 'a').at(-1);
    expect(back?.getAttribute('href')).toBe(`#ref-${index + 1}-1`);
    expect(back?.textContent).toBe('↩');
  }
}

test('numbers, references and ways back agree, whatever is cited where', async () => {
  const cited = fc.array(
    fc.tuple(fc.constantFrom('paragraph', 'say', 'facts'), fc.integer({min: 1, max: 9})),
  );
  const block = (kind: string, line: number): Block => {
    const figure = line % 3 === 0 ? inLetter(1_000 * line, line) : inGuide(1_000 * line, line);
    if (kind === 'say') return {block: 'say', sentences: [say`${figure}`]};
    if (kind === 'facts') return {block: 'facts', rows: [{label: say`it is`, text: text`${figure}`}]};
    return {block: 'paragraph', text: text`${figure} and ${figure}`};
  };
  await fc.assert(
    fc.asyncProperty(cited, async list => {
      const blocks = list.map(([kind, line]) => block(kind, line));
      const notes = {id: 'evidence', heading: say`Evidence`, blocks: [{block: 'notes' as const}]};
      sound(await print({...whole, sections: [{id: 's', heading: say`S`, blocks}, notes]}));
    }),
    {numRuns: 40},
  );
});

describe('blocks', () => {
  test('asks that follow each other are one list, and their numbers are printed', () => {
    expect(all('ol.asks').length).toBe(1);
    expect(all('ol.asks > li h3 .no').map(one => one.textContent)).toEqual(['1', '2']);
  });

  test('a run leads to a verdict, a row or a group, and nowhere where there is none', () => {
    expect(all('a.claim').map(one => one.getAttribute('href'))).toEqual(['#C3']);
    expect(all('a[href="#C9"]')).toEqual([]);
    expect(document.body.textContent).toContain('a claim that is not here');
  });

  test('headings step down one level at a time', () => {
    const levels = all('h1, h2, h3, h4').map(one => Number(one.localName.slice(1)));
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  test('cells tell a telephone what they are of', () => {
    expect(all('td').map(one => one.getAttribute('data-head'))).toEqual(['Base', 'Rule', 'Base', 'Rule']);
  });

  test('a picture is drawn wide and slim, each with ids of its own', () => {
    expect(all('svg > title').map(one => one.id)).toEqual([
      'bands-736-1-title',
      'bands-340-1-title',
      'bands-736-2-title',
      'bands-340-2-title',
    ]);
  });
});

describe('one file that needs nothing else', () => {
  test('no script, no handler, nothing to load', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|<link|<img|<iframe|@import|url\(/i);
    expect(page.match(/(?:https?:)?\/\/[^\s"'<]+/g) ?? []).toEqual([]);
    expect(all('[src], [srcset]')).toEqual([]);
  });
});

describe('what others wrote', () => {
  test('stays text, wherever it stands', async () => {
    const html = await print(poisoned(whole, () => HOSTILE));
    const poison = parse(html);
    expect(within(poison, 'script, img, style ~ style')).toEqual([]);
    expect(poison.querySelector('style')?.textContent).not.toContain(HOSTILE.slice(0, 8));
    expect(poison.body.textContent).toContain('<script>alert(1)</script>');
    const handlers = within(poison, '*').flatMap(one =>
      [...one.attributes].filter(at => at.name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
    expect(html).not.toMatch(ACTING);
    sound(html);
  });

  test('breaks nothing, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, {minLength: 1, maxLength: 6}), async texts => {
        const html = await print(poisonedBy(whole, texts));
        expect(html).not.toMatch(ACTING);
        sound(html);
        expect(within(parse(html), 'section').length).toBe(all('section').length);
      }),
      {numRuns: 20},
    );
  });
});

test('a document with nothing in it is a page still', async () => {
  const bare = await print({
    ...whole,
    kind: [],
    heading: say``,
    lines: [],
    answer: null,
    sections: [{id: 's', heading: say`S`, blocks: [{block: 'list', items: []}, {block: 'notes'}]}],
    footer: say``,
  });
  expect(bare).not.toMatch(/undefined|NaN|null|<ul|<ol class/);
});
