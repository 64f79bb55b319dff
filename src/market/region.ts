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

/** The levels of a guide's table, in its order; empty where the table has none. */
export function levelsOf(guide: Guide): readonly string[] {
  return [...new Set(guide.bands.map(band => band.level).filter(level => level !== null))];
}

/** The table's own name for a level: the same words, or the only one that holds them. Undefined where none fits, or several do. */
export function matchLevel(guide: Guide, wanted: string): string | undefined {
  const levels = levelsOf(guide);
  const exact = levels.filter(level => plain(level) === plain(wanted));
  if (exact.length > 0) return exact[0];
  const holding = levels.filter(level => level.toLowerCase().includes(wanted.toLowerCase()));
  return holding.length === 1 ? holding[0] : undefined;
}

/**
 * The money band of one component in a region as the table names it; of one level where the table has levels. A bonus
 * in percent counts by the money that the cell gives beside it.
 */
export function bandOf(
  guide: Guide,
  region: string,
  component: Component,
  level: string | null = null,
): Band | undefined {
  const fitting = guide.bands
    .filter(band => band.region === region && band.component === component)
    .flatMap(band =>
      band.unit === 'money'
        ? [band]
        : band.alt === null
          ? []
          : [{...band, ...band.alt, unit: 'money' as const, alt: null}],
    );
  const named = level === null ? undefined : matchLevel(guide, level);
  return (
    fitting.find(band => named !== undefined && band.level === named) ??
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
