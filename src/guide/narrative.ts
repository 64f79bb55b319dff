import type {MarkdownBlock, Page} from './blocks.ts';
import type {BlockRule} from './portion.ts';
import {passageOf} from './prose.ts';
import type {Passage} from './types.ts';

/** Every paragraph, bullet and quote that no other rule claimed, and every heading that argues with a sum, a percentage, a multiple or a number in thousands. */
export const narrative: BlockRule = {
  part: 'narrative',
  read(page, left, so) {
    const told = left.flatMap((block): readonly (readonly [MarkdownBlock, Passage])[] => {
      if (!isProse(page, block) || isEmpty(page, block)) return [];
      const passage = passageOf(page, block.section, block.start, block.to);
      return block.titles && !argues(passage) ? [] : [[block, passage]];
    });
    return {
      claims: told.map(([block]) => block),
      parts: {narrative: inOrder([...so.narrative, ...told.map(([, passage]) => passage)])},
    };
  },
};

/** What another rule left over for the narrative stands where it was said. */
function inOrder(passages: readonly Passage[]): Passage[] {
  return passages.toSorted((a, b) => a.span.from - b.span.from);
}

function isEmpty(page: Page, {start, to}: MarkdownBlock): boolean {
  return !/\S/.test(page.bare.slice(start, to));
}

function isProse(page: Page, block: MarkdownBlock): boolean {
  if (block.titles) return /\d/.test(page.bare.slice(block.from, block.to));
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote';
}

function argues({sentences}: Passage): boolean {
  return sentences.some(({figures}) =>
    figures.some(({kind, low}) => (kind === 'count' ? low >= 1000 : kind !== 'duration')),
  );
}
