import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {Read} from './types.ts';

/** One word before it belongs to the title, and "Larkspur Global Salary Negotiation Guide" is of Larkspur Global. */
const GUIDE = /\s+(?:(?:global|salary|compensation|comp|offer|pay)\s+)?negotiation\s+guide\b.*$/i;
/** Between blanks, for roles hold hyphens and slashes of their own; a bar parts more than a dash does. */
const SEPARATORS = [/\s\|\s/, /\s[—–]\s/, /\s-\s/];

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
  const words = bodyOf(page, block);
  const named = words.replace(GUIDE, '');
  const cut = SEPARATORS.map(one => one.exec(named)).find(one => one !== null) ?? null;
  if (named === words || cut === null) return null;
  const role = named
    .slice(0, cut.index)
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
  const company = named.slice(cut.index + cut[0].length).trim();
  if (role === '' || company === '') return null;
  return {role: find(page, block, role), company: find(page, block, company)};
}

/** Where in the block the words stand; the whole block where markup lies between them. */
function find(page: Page, block: MarkdownBlock, words: string): Read<string> {
  const at = page.source.text.slice(block.start, block.to).indexOf(words);
  const from = at < 0 ? block.start : block.start + at;
  return {value: words, span: page.source.span(from, at < 0 ? block.to : from + words.length)};
}
