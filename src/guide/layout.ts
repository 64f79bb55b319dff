import type {Guide} from './types.ts';

/** How a guide lays out its pay, by what was read of it, the most common first. */
export const LAYOUTS = [
  'a row for each region',
  'a row for each level, a column for each region',
  'a row for each component, a column for each region',
  'a row for each level',
  'a row for each level and region',
  'front matter in the place of a pay table',
  'no pay table',
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The layout of a guide's pay table, from the order in which its cells were read and what they say of themselves. */
export function layoutOf({bands, frontMatter}: Pick<Guide, 'bands'> & Partial<Guide>): Layout {
  const [first, second] = bands;
  if (first === undefined) return 'no pay table';
  if (frontMatter?.compensation[0]?.[0] === first) return 'front matter in the place of a pay table';
  const regions = new Set(bands.map(({region}) => region));
  if (bands.some(({level}) => level !== null)) {
    if (bands.every(({component}) => component === 'total') && !regions.has(''))
      return 'a row for each level, a column for each region';
    return regions.size > 1 ? 'a row for each level and region' : 'a row for each level';
  }
  // reading goes along the rows: a row of one component crosses the regions
  const across = second !== undefined && second.component === first.component && regions.size > 1;
  return across ? 'a row for each component, a column for each region' : 'a row for each region';
}
