import {isSourceNote, sourcesHeading} from '../english/index.ts';
import {normalized} from './bare.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {hitsIn} from './hits.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {SourceLine} from './types.ts';

/** An address may have brackets of its own: "…/Base_(pay)". */
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(((?:[^\s()]|\([^\s()]{0,400}\)){1,2000}|\S{1,2000}?)\)/g;
const YEAR = /(?<!\d)(?:FY)?((?:19|20)\d{2})(?!\d)/g;
const URL = /https?:\/\/(?:[^\s()\]>]|\([^\s()]*\))*(?:[^\s()\]>.,;:]|\([^\s()]*\))/g;

/**
 * Every bullet, numbered item or `[1] …` paragraph under the heading of the evidence; where there is none of these,
 * its paragraphs.
 */
export const sources: BlockRule = {
  part: 'sources',
  read(page, left) {
    const heads = left.flatMap((block, at) => {
      if (!block.titles) return [];
      const heading = sourcesHeading(bodyOf(page, block));
      return heading === null ? [] : [{at, heading}];
    });
    const head = heads.find(({heading}) => heading === 'list') ?? heads[0];
    if (head === undefined) return NOTHING;
    const blocks = sectionOf(left, head.at);
    const listed = blocks.filter(block => isListed(page, block));
    const claims =
      listed.length > 0 ? listed : blocks.filter(({kind, titles}) => kind === 'paragraph' && !titles);
    return {claims, parts: {sources: claims.map(block => sourceOf(page, block))}};
  },
};

function isListed(page: Page, block: MarkdownBlock): boolean {
  if (block.kind === 'item') return true;
  return (
    block.kind === 'paragraph' && /^\s*\[\d+\]|https?:/.test(page.source.text.slice(block.from, block.to))
  );
}

/** What stands under the heading. A subtitle is deeper than it, or bold; under a bold one, if it comes at once. */
function sectionOf(left: readonly MarkdownBlock[], at: number): readonly MarkdownBlock[] {
  const depth = left[at]?.depth ?? 0;
  const after = left.slice(at + 1);
  const first = after.find(block => block.kind !== 'rule');
  const subtitles = depth > 0 || (first?.titles === true && first.depth === 0);
  const end = after.findIndex(
    block => block.titles && !(subtitles && (block.depth === 0 || (depth > 0 && block.depth > depth))),
  );
  return end < 0 ? after : after.slice(0, end);
}

function sourceOf(page: Page, block: MarkdownBlock): SourceLine {
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
  const text = normalized(
    unlinked
      .replace(/\[(?:\d{1,3})\](?!\()/g, ' ')
      .replace(/[*`]/g, '')
      .replace(/\(\s*\)|<\s*>/g, ''),
  )
    .replace(/\[([^[\]]*)\]/g, (all, inner: string) => (isSourceNote(inner) ? all : inner))
    .replace(/(?<![\s:—–-])[\s:—–-]+$/, '')
    .trim();
  const years = [...new Set(hitsIn(text, YEAR).map(hit => Number(hit[1])))];
  return {text, url, years, span: page.source.span(block.start, block.to)};
}
