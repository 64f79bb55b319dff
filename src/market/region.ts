import type {Component} from '../base/index.ts';
import type {Band, Guide} from '../guide/index.ts';

/** The regions of a guide's table, in its order, as the table writes them. */
export function regionsOf(guide: Guide): readonly string[] {
  return [...new Set(guide.bands.map(band => band.region))];
}

/**
 * The table's own name for a region that somebody writes more shortly ("New York" for "New York (HQ)"). Undefined
 * where none fits, or where several fit equally.
 */
export function matchRegion(guide: Guide, wanted: string): string | undefined {
  const regions = regionsOf(guide);
  const exact = regions.filter(region => region === wanted);
  if (exact.length === 1) return exact[0];
  const fitting = regions.filter(region => plain(region) === plain(wanted));
  if (fitting.length === 1) return fitting[0];
  const starting = regions.filter(
    region => plain(region).split(' ').includes(plain(wanted)) || starts(region, wanted),
  );
  return starting.length === 1 ? starting[0] : undefined;
}

/** The money band of one component in a region as the table names it; of one level where the table has levels. */
export function bandOf(
  guide: Guide,
  region: string,
  component: Component,
  level: string | null = null,
): Band | undefined {
  const fitting = guide.bands.filter(
    band => band.region === region && band.component === component && band.unit === 'money',
  );
  return (
    fitting.find(band => level !== null && band.level === level) ??
    (fitting.length === 1 ? fitting[0] : undefined)
  );
}

function starts(region: string, wanted: string): boolean {
  return plain(region).startsWith(`${plain(wanted)} `) || plain(wanted).startsWith(`${plain(region)} `);
}

/** Lower case, without what stands in brackets: "New York (HQ)" and "new york" are one place. */
function plain(region: string): string {
  return region
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
