import {COMPONENTS, groupBy} from '../../base/index.ts';
import {count, named, type Prose, say} from '../../figure/index.ts';
import {isMoney, type MarketBand, type MarketReport, type Spread} from '../../market/index.ts';
import {type Block, type Cell, text, type Text, toned} from '../../page/index.ts';
import {componentWord, rangeWords, shortPath} from './words.ts';

/** More rows than these are counted, not listed. */
const MOST_ROWS = 40;
/** As many components as there is room for. */
const MOST_COLUMNS = 4;

const NONE: Cell = {text: text`–`};

/** Guide by guide one row for each level and region, a column for each component, and what there was no room for. */
export function bandTable({bands, companies}: MarketReport, folders: readonly string[]): readonly Block[] {
  const rows = [
    ...groupBy(bands, ({path, level, region}) => JSON.stringify([path, level, region])).values(),
  ].flatMap(of => of.slice(0, 1).map(head => ({head, of})));
  if (rows.length === 0) return [noted(say`no guide has a band for this`)];
  const silent = companies.filter(({name}) => bands.every(({company}) => company !== name));
  const columns = columnsOf(bands);
  const kept = columns.slice(0, MOST_COLUMNS).sort((a, b) => orderOf(a) - orderOf(b));
  const hidden = columns.slice(MOST_COLUMNS);
  const several = companiesOfSeveral(bands);
  const listed = rows.slice(0, MOST_ROWS);
  const more = rows.length - listed.length;
  return [
    {
      block: 'table',
      caption: say`Bands that guides state`,
      columns: [
        {head: say`Company`, least: 12},
        {head: say`Region`, least: 10},
        ...kept.map(of => ({head: columnName(of), least: 7})),
      ],
      rows: [...groupBy(listed, ({head}) => head.path)].flatMap(([path, guide]) =>
        guide.map(({head, of}, at) => ({
          ...(at === 0 ? {group: say`${named(shortPath(path, folders))}`} : {}),
          cells: [
            companyCell(head, several),
            {text: [toned('muted', say`${named(head.region)}`)]},
            ...kept.map(column => bandCell(of.find(one => keyOf(one) === keyOf(column)))),
          ],
        })),
      ),
    },
    ...(silent.length === 0
      ? []
      : [noted(say`no band for this: ${named(silent.map(({name}) => name).join(', '))}`)]),
    ...(more === 0
      ? []
      : [muted(say`and ${count(more)} more: narrow it with --company or --region, or ask for --json`)]),
    ...(hidden.length === 0
      ? []
      : [
          muted(
            say`not shown, for want of room: ${named(hidden.map(columnText).join(', '))}; --json has all`,
          ),
        ]),
  ];
}

/** How the ends of each component lie across the guides. */
export function summaryTable({summary}: MarketReport): readonly Block[] {
  if (summary.length === 0) return [];
  return [
    {
      block: 'table',
      caption: say`Medians and spreads across guides`,
      columns: [
        {head: say`Median (spread)`, least: 10},
        {head: say`Guides`, least: 6},
        {head: say`Low end`, least: 12},
        {head: say`High end`, least: 12},
      ],
      rows: summary.map(one => ({
        cells: [
          {text: [toned('bold', columnName(one))]},
          {text: text`n=${count(one.low.n)}`},
          {text: spreadText(one.low)},
          {text: spreadText(one.high)},
        ],
      })),
    },
  ];
}

function spreadText({n, least, median, most}: Spread): Text {
  return n === 1 ? text`${median}` : text`${median} (${least} to ${most})`;
}

function companyCell({company, level, role}: MarketBand, several: ReadonlySet<string>): Cell {
  return {
    text: [
      toned('bold', say`${named(company)}`),
      ...(level === null ? [] : [toned('plain', say` ${named(level)}`)]),
      ...(several.has(company) ? [toned('muted', say`, ${named(role)}`)] : []),
    ],
  };
}

function bandCell(band: MarketBand | undefined): Cell {
  if (band === undefined) return NONE;
  if (isMoney(band)) return {text: [{text: rangeWords(band.shown.low, band.shown.high)}]};
  return {text: [{text: rangeWords(band.low.numberOf, band.high?.numberOf ?? null)}]};
}

/** A column for each component, those that most rows have first. */
function columnsOf(bands: readonly MarketBand[]): readonly Column[] {
  const rows = groupBy(bands, keyOf);
  return [...rows.values()].sort((a, b) => b.length - a.length).flatMap(([first]) => first ?? []);
}

type Column = Pick<MarketBand, 'component' | 'basis'>;

function keyOf({component, basis}: Column): string {
  return `${component}/${basis}`;
}

/** The components in the order in which people speak of them, a heading without a word here before the total. */
function orderOf({component}: Column): number {
  const at = COMPONENTS.findIndex(one => one === component);
  return at < 0 ? COMPONENTS.length - 1.5 : at;
}

function columnText({component, basis}: Column): string {
  const name = component === 'equity' ? 'Equity' : componentWord(component);
  if (basis === '4yr') return `${name}, four years`;
  if (basis === 'unknown') return `${name}, over a time not said`;
  return component === 'equity' ? 'Equity, a year' : name;
}

function columnName(column: Column): Prose {
  return say`${columnText(column)}`;
}

/** Companies with guides on several roles among the bands: there the role tells whose band it is. */
function companiesOfSeveral(bands: readonly MarketBand[]): ReadonlySet<string> {
  const roles = groupBy(bands, ({company}) => company);
  return new Set(
    [...roles].flatMap(([company, of]) => (of.some(({role}) => role !== of[0]?.role) ? [company] : [])),
  );
}

function noted(of: Prose): Block {
  return {block: 'paragraph', text: [toned('unknown', of)]};
}

function muted(of: Prose): Block {
  return {block: 'paragraph', text: [toned('muted', of)]};
}
