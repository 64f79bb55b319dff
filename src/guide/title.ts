import {guideTitle} from '../english/index.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {Read} from './types.ts';

/** `### Role | Company Global Negotiation Guide`, with any of the three separators, at the top of the guide. */
export const title: BlockRule = {
  part: 'title',
  read(page, left) {
    for (const block of left) {
      if (block.kind !== 'heading' && !block.titles) continue;
      const read = readTitle(page, block);
      if (read !== null) return {claims: [block], parts: read};
    }
    return NOTHING;
  },
};

function readTitle(page: Page, block: MarkdownBlock): {role: Read<string>; company: Read<string>} | null {
  const titled = guideTitle(bodyOf(page, block));
  if (titled === null) return null;
  return {role: find(page, block, titled.role), company: find(page, block, titled.company)};
}

/** Where in the block the words stand; the whole block where markup lies between them. */
function find(page: Page, block: MarkdownBlock, words: string): Read<string> {
  const at = page.source.text.slice(block.start, block.to).indexOf(words);
  const from = at < 0 ? block.start : block.start + at;
  return {value: words, span: page.source.span(from, at < 0 ? block.to : from + words.length)};
}
