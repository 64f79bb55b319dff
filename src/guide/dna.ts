import {isDnaLabel} from '../english/index.ts';
import {normalized} from './bare.ts';
import {type MarkdownBlock, type Page, wordsOf} from './blocks.ts';
import {hitsIn} from './hits.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {Read} from './types.ts';

const TICKED = /`([^`\n]+)`/g;
const LABEL = /^\s*\*\*([^*\n]{1,40})\*\*\s*:?[ \t]*(?=\S)/;

/** `**Negotiation DNA:**` on one line: backticked tags, pieces between bars, or one line of prose. First one only. */
export const dna: BlockRule = {
  part: 'dna',
  read(page, left) {
    for (const block of left) {
      if (block.kind !== 'paragraph') continue;
      const label = LABEL.exec(page.source.text.slice(block.from, block.from + 60));
      if (label === null || !isDnaLabel(label[1] ?? '')) continue;
      return {claims: [block], parts: {dna: tags(page, block, block.from + label[0].length)}};
    }
    return NOTHING;
  },
};

function tags(page: Page, block: MarkdownBlock, from: number): Read<string>[] {
  const raw = page.source.text.slice(from, block.to);
  const ticked = hitsIn(raw, TICKED);
  // prose with one name in backticks is prose
  if (ticked.length > 1 && raw.replace(TICKED, '').replace(/[\s|·,]/g, '') === '')
    return ticked.map(hit => ({
      value: normalized(hit[1] ?? ''),
      span: page.source.span(from + hit.index + 1, from + hit.index + 1 + (hit[1]?.length ?? 0)),
    }));
  const pieces: Read<string>[] = [];
  let at = from;
  for (const piece of raw.split(' | ')) {
    const value = wordsOf(page, {from: at, to: at + piece.length});
    const lead = piece.length - piece.trimStart().length;
    if (value !== '') pieces.push({value, span: page.source.span(at + lead, at + piece.trimEnd().length)});
    at += piece.length + 3;
  }
  return pieces;
}
