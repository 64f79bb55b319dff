import type {Block, Document, Heading, Picture} from './document.ts';

/** Every block in reading order, those within others too. */
function* blocksIn(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if (block.block === 'group') yield* blocksIn(block.blocks);
    if (block.block === 'columns') for (const column of block.columns) yield* blocksIn(column);
  }
}

/** The blocks of the answer and of each section, a list for each. */
function chapters({answer, sections}: Document): readonly (readonly Block[])[] {
  return [...(answer === null ? [] : [answer.blocks]), ...sections.map(({blocks}) => blocks)].map(blocks => [
    ...blocksIn(blocks),
  ]);
}

/** Whatever a run may lead to: sections, groups, verdicts and rows of tables. */
export function idsIn(document: Document): ReadonlySet<string> {
  const ids = chapters(document)
    .flat()
    .flatMap(block => {
      if (block.block === 'table') return block.rows.map(({id}) => id);
      return block.block === 'group' || block.block === 'verdict' ? [block.id] : [];
    });
  const found = [...document.sections.map(({id}) => id), ...ids];
  return new Set(found.filter(id => id !== undefined));
}

export function picturesIn(document: Document): readonly Picture[] {
  return chapters(document)
    .flat()
    .filter(block => block.block === 'picture');
}

/** The small headings that no bigger one stands before in their section: on paper they are a step higher. */
export function firstHeadings(document: Document): ReadonlySet<Heading> {
  return new Set(
    chapters(document).flatMap(blocks => {
      const bigger = blocks.findIndex(
        one => one.block === 'verdict' || (one.block === 'heading' && one.level === 'part'),
      );
      const before = bigger < 0 ? blocks : blocks.slice(0, bigger);
      return before.filter(one => one.block === 'heading');
    }),
  );
}
