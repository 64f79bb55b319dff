import type {Reading} from '../../guide/index.ts';
import {guideQuote, join, named, type Prose, say} from '../../figure/index.ts';
import {type Block, type Document, text, toned} from '../../page/index.ts';
import {counted} from '../plan/words.ts';
import {findingList, tally, unread} from './findings.ts';
import {bands, figures, frontMatter, levels, levelsHeading} from './parts.ts';
import {levers, sources, strategy} from './strategy.ts';

const KIND = [toned('plain', say`A negotiation guide, as it was read`)];

/** One guide as it was read, and what the audit says of it. */
export function guideDocument({guide, findings}: Reading): Document {
  const path = guide?.path ?? findings.find(({span}) => span !== undefined)?.span?.file;
  const audited = {id: 'findings', heading: say`What the audit finds`, blocks: findingList(findings)};
  if (guide === null) {
    const heading =
      path === undefined ? say`Not read as a guide` : say`${named(path)} was not read as a guide`;
    return page(heading, [], [audited], tally(findings, null), path);
  }
  const parts: readonly (readonly [string, Prose, readonly Block[]])[] = [
    ['front-matter', say`What it says of itself`, frontMatter(guide)],
    ['bands', say`Pay bands`, bands(guide)],
    ['levels', levelsHeading(guide), levels(guide)],
    ['figures', say`Figures of the text, as read`, figures(guide)],
    ['levers', say`Levers, in the words of the guide`, levers(guide)],
    ['strategy', say`Strategy`, strategy(guide)],
    ['sources', say`Sources`, sources(guide)],
  ];
  const tags = guide.dna
    .map(tag => tag.value)
    .join(', ')
    .replace(/\.$/, '');
  const sections = [
    ...parts.map(([id, heading, blocks]) => ({id, heading, blocks})),
    audited,
    {id: 'unread', heading: say`Left unread`, blocks: unread(guide)},
  ].filter(({blocks}) => blocks.length > 0);
  const lines = [
    text`${named(guide.path)}`,
    text`Read: ${counts(guide)}.`,
    ...(tags === '' ? [] : [text`Tags: ${guideQuote(tags)}.`]),
  ];
  const heading = say`${guideQuote(guide.role.value)} at ${guideQuote(guide.company.value)}`;
  return page(heading, lines, sections, tally(findings, guide.unread.length), guide.path);
}

function page(
  heading: Prose,
  lines: Document['lines'],
  sections: Document['sections'],
  footer: Prose,
  path: string | undefined,
): Document {
  const ground = path === undefined ? [] : [{tier: 'guide' as const, source: path}];
  return {title: heading, kind: KIND, heading, lines, answer: null, sections, ground, footer, dated: say``};
}

/** `12 bands in 3 regions, 3 rows of levels over 5 firms, …, 6 sources`. */
function counts(guide: NonNullable<Reading['guide']>): Prose {
  const regions = new Set(guide.bands.map(band => band.region)).size;
  const firms = new Set(guide.levels.flat().map(name => name.company)).size;
  const figuresIn = (passages: readonly (typeof guide.narrative)[number][]) =>
    counted(
      passages.flatMap(({sentences}) => sentences.flatMap(sentence => sentence.figures)).length,
      'figure',
    );
  return join(
    [
      say`${counted(guide.bands.length, 'band')} in ${counted(regions, 'region')}`,
      say`${counted(guide.levels.length, 'row', 'rows')} of levels over ${counted(firms, 'firm')}`,
      say`${figuresIn(guide.narrative)} in the text`,
      say`${counted(guide.levers.length, 'lever')} with ${figuresIn(guide.levers.map(({passage}) => passage))}`,
      guide.strategy === null ? say`no strategy` : say`a strategy`,
      counted(guide.sources.length, 'source'),
    ],
    ', ',
  );
}
