import {sentencesIn} from '../english/index.ts';
import {normalized} from './bare.ts';
import type {Page, TextRange} from './blocks.ts';
import {figuresInText} from './figures.ts';
import type {Passage, Sentence} from './types.ts';

/** The stretches of the sentences of `[from, to)`. */
export function sentenceStretches(page: Page, from: number, to: number): TextRange[] {
  return sentencesIn(page.bare.slice(from, to)).map(one => ({from: from + one.from, to: from + one.to}));
}

export function sentencesOf(page: Page, from: number, to: number): Sentence[] {
  return sentenceStretches(page, from, to).map(stretch => sentenceOf(page, stretch));
}

export function sentenceOf(page: Page, {from, to}: TextRange): Sentence {
  const text = page.bare.slice(from, to);
  return {
    text: normalized(text),
    span: page.source.span(from, to),
    figures: figuresInText(page.source, text, from),
  };
}

/** Whether bold words can open what begins here: asked before the longer question which. */
export function opensBold(page: Page, from: number): boolean {
  return page.source.text.slice(from, from + 8).includes('**');
}

/** The bold words a stretch opens with, where a colon or dash makes them a label; and where the text goes on. */
export function labelOf(page: Page, from: number, to: number): {text: string; after: number} | null {
  if (!opensBold(page, from)) return null;
  const hit = /^[\s"“]{0,4}\*\*([^*\n]{1,240})\*\*[ \t]{0,2}(:|—|–|-(?=\s))?/.exec(
    page.source.text.slice(from, Math.min(to, from + 260)),
  );
  if (hit === null || (hit[2] === undefined && !/[:.]\s*$/.test(hit[1] ?? ''))) return null;
  const text = (hit[1] ?? '')
    .replaceAll('`', '')
    .replace(/[\s:.]+$/, '')
    .trim();
  return {text, after: from + hit[0].length};
}

/** A paragraph or item as a passage. A label that holds a figure is its first sentence. */
export function passageOf(page: Page, section: string, from: number, to: number): Passage {
  const label = labelOf(page, from, to);
  const counted = label !== null && /\d/.test(label.text);
  return {
    section,
    label: label?.text ?? null,
    span: page.source.span(from, to),
    sentences: [
      ...(counted ? sentencesOf(page, from, label.after) : []),
      ...sentencesOf(page, label?.after ?? from, to),
    ],
  };
}
