import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {say} from '../../src/figure/index.ts';
import {type Block, type Document, printHtml, printTerminal, text} from '../../src/page/index.ts';
import {all, type Element, parse} from '../fixtures/dom.ts';
import {inLetter, whole} from './documents.ts';
import {poisonedBy} from './hostile.ts';
import {comparable, withoutStrips, wordsOfHtml, wordsOfTerminal} from './words.ts';

/** So wide that nothing is wrapped: cells of a table would be read across their lines. */
const WIDE = 20_000;
const same = (text: string) => text;

const terminal = (document: Document, clean = same) =>
  printTerminal(document, {width: WIDE, colour: false, clean});

describe('the two printers', () => {
  test('print the same words in the same order', async () => {
    const document = comparable(whole);
    expect(wordsOfTerminal(terminal(document))).toEqual(
      wordsOfHtml(await printHtml(document, {clean: same})),
    );
  });

  test('print the same words, those beneath cells too', async () => {
    const document = withoutStrips(whole);
    expect([...wordsOfTerminal(terminal(document))].sort()).toEqual(
      [...wordsOfHtml(await printHtml(document, {clean: same}))].sort(),
    );
  });

  test('whatever words there are', async () => {
    const words = fc.array(fc.string({unit: fc.constantFrom(...'aé東 <&"-.1'), maxLength: 12}), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(words, async texts => {
        const document = comparable(poisonedBy(whole, texts));
        expect(wordsOfTerminal(terminal(document))).toEqual(
          wordsOfHtml(await printHtml(document, {clean: same})),
        );
      }),
      {numRuns: 25},
    );
  });

  test('give the notes the same numbers', async () => {
    const html = all(parse(await printHtml(whole, {clean: same})), 'sup a').map(one =>
      Number(one.textContent),
    );
    // As they are met in the page, but for the cells that a terminal sets side by side.
    const drawn = [...terminal(whole).matchAll(/\[(\d+)\](?!\u00a0)/g)].map(found => Number(found[1]));
    const listed = Math.max(...html);
    expect(new Set(drawn)).toEqual(new Set(html));
    const first = [...new Set(drawn)];
    expect(first).toEqual(Array.from({length: listed}, (_, index) => index + 1));
  });
});

describe('what is cleaned', () => {
  const clean = (of: string) => of.replace(/e/gi, '*');
  /** What a reader sees or hears. */
  const told = (dom: Element) => [
    ...all(dom, 'title, body').map(one => one.textContent),
    ...all(dom, '[aria-label]').map(one => one.getAttribute('aria-label') ?? ''),
    ...all(dom, '[data-head]').map(one => one.getAttribute('data-head') ?? ''),
  ];

  test('reaches every word of a page, its pictures and what is read aloud', async () => {
    const html = await printHtml(whole, {clean});
    const texts = told(parse(html));
    expect(texts.length).toBeGreaterThan(40);
    for (const one of texts) expect(one).not.toMatch(/e/i);
    const [running = ''] = /@page \{[^}]*\}[^}]*\}/.exec(html) ?? [];
    expect(running).toContain('D\\2a vOps \\2a ngin\\2a \\2a r');
  });

  test('reaches every word of a terminal', () => {
    expect(terminal(whole, clean)).not.toMatch(/e/i);
  });

  test('leaves ids and what leads to them', async () => {
    const dom = parse(await printHtml(whole, {clean}));
    expect(all(dom, '#evidence, #lever-uptime, #note-1').length).toBe(3);
    const ids = new Set(all(dom, '[id]').map(one => one.id));
    for (const link of all(dom, 'a[href]')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  test('may make words longer without making lines wider', () => {
    const longer = printTerminal(whole, {
      width: 60,
      colour: false,
      clean: of => of.replaceAll('a', '[kept back]'),
    });
    for (const line of longer.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  });
});

test('a figure in the footer has a note, which stands among the others', async () => {
  const blocks: readonly Block[] = [
    {block: 'paragraph', text: text`${inLetter(1_000, 1)}`},
    {block: 'notes'},
  ];
  const document: Document = {
    ...whole,
    answer: null,
    sections: [{id: 'evidence', heading: say`Evidence`, blocks}],
    footer: say`made for ${inLetter(2_000, 2)}`,
  };
  expect(terminal(document)).toContain('[2] documented Citadel');
  expect(all(parse(await printHtml(document, {clean: same})), '.notes li').length).toBe(2);
});
