import {plain} from './bare.ts';
import {type Block, type Page} from './blocks.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {SourceLine} from './types.ts';

const HEADING = /\b(?:evidence|sources|references|citations|bibliography)\b/i;
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\((\S+?)\)/g;
const URL = /https?:\/\/[^\s)\]>]+[^\s)\]>.,;:]/g;

/** Every bullet, numbered item or `[1] …` paragraph under a heading of evidence. */
export const sources: BlockRule = {
  part: 'sources',
  read(page, left) {
    const from = left.findIndex(
      block => block.titles && HEADING.test(page.bare.slice(block.start, block.to)),
    );
    if (from < 0) return NOTHING;
    const head = left[from] as Block;
    const claims: Block[] = [];
    for (const block of left.slice(from + 1)) {
      // a subtitle of the evidence is deeper than its heading, or bold under a real one
      if (block.titles && !(head.depth > 0 && (block.depth > head.depth || block.depth === 0))) break;
      if (
        block.kind === 'item' ||
        (block.kind === 'paragraph' &&
          /^\s*\[\d+\]|https?:/.test(page.source.text.slice(block.from, block.to)))
      )
        claims.push(block);
    }
    return {claims, parts: {sources: claims.map(block => sourceOf(page, block))}};
  },
};

function sourceOf(page: Page, block: Block): SourceLine {
  const raw = page.source.text.slice(block.start, block.to);
  let url: string | null = null;
  const linked = raw.replace(LINK, (_, text: string, target: string) => {
    url ??= target;
    return /^https?:\/\//.test(text) || text === target ? '' : text;
  });
  const unlinked = linked.replace(URL, found => {
    url ??= found;
    return '';
  });
  const text = plain(
    unlinked
      .replace(/\[(?:\d{1,3})\](?!\()/g, ' ')
      .replace(/[*`]/g, '')
      .replace(/\(\s*\)|<\s*>/g, ''),
  )
    .replace(/\[(?!Source:)([^[\]]*)\]/g, '$1')
    .replace(/[\s:—–-]+$/, '')
    .trim();
  const years = [
    ...new Set([...text.matchAll(/(?<!\d)(?:FY)?((?:19|20)\d{2})(?!\d)/g)].map(hit => Number(hit[1]))),
  ];
  return {text, url, years, span: page.source.span(block.start, block.to)};
}
