import {bands} from './bands.ts';
import {pageOf} from './blocks.ts';
import {frontMatter, standIns} from './front-matter.ts';
import {levels} from './levels.ts';
import {emptyParts} from './read.ts';
import {title} from './title.ts';
import type {Guide} from './types.ts';

/** What a guide says of pay and of levels, without its prose. */
export type PayReading = Pick<Guide, 'path' | 'role' | 'company' | 'bands' | 'levels'>;

/**
 * The title, the compensation table and the level map of a guide, as `readGuide` has them, at half its cost: for
 * whoever reads a thousand guides for their figures. Null where the text has no guide's title or none of the two.
 */
export function readPay(path: string, text: string): PayReading | null {
  const page = pageOf(path, text);
  const parts = emptyParts();
  let left = page.blocks;
  for (const rule of [frontMatter, title, bands, standIns, levels]) {
    const {claims, parts: found} = rule.read(page, left, parts);
    Object.assign(parts, found);
    const claimed = new Set(claims);
    if (claimed.size > 0) left = left.filter(block => !claimed.has(block));
  }
  const {role, company} = parts;
  if (role === null || company === null || parts.bands.length + parts.levels.length === 0) return null;
  return {path, role, company, bands: parts.bands, levels: parts.levels};
}
