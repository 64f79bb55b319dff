import {type Block, bodyOf} from './blocks.ts';
import {type BlockRule} from './portion.ts';
import {passageOf} from './prose.ts';

/** Every paragraph, bullet and quote that no other rule claimed. */
export const narrative: BlockRule = {
  part: 'narrative',
  read(page, left) {
    const claims = left.filter(block => isProse(block) && bodyOf(page, block) !== '');
    return {
      claims,
      parts: {narrative: claims.map(block => passageOf(page, block.section, block.start, block.to))},
    };
  },
};

function isProse(block: Block): boolean {
  return !block.titles && ['paragraph', 'item', 'quote'].includes(block.kind);
}
