import {COMPONENTS, type DatedRate, showMoneyShort} from '../../base/index.ts';
import {type BandMark, spread} from '../chart/bands.ts';
import {marketStrips, type MarketStrips, rowOf, showBand} from '../chart/market.ts';
import {cut, flags, inkOf, line, put, type StripCell, signOf, stack} from '../chart/strip.ts';
import {COMPONENT_NAMES} from '../chart/words.ts';
import {
  type Column,
  EMPTY,
  type Line,
  margin,
  render,
  run,
  table,
  ticks,
  widthOf,
  wrap,
} from '../../page/index.ts';
import type {MarketReport, MarketRow, Spread, Summary} from '../../market/index.ts';
import {countWords} from '../words.ts';
import {levels, offers} from './answers.ts';
import {shortPath} from './path.ts';

/** More rows than these are counted, not listed. */
const MOST_ROWS = 40;
const MOST_STRIPS = 14;
/** As many components as a terminal has room for. */
const MOST_COLUMNS = 4;

/** What the guides say of a role for a terminal `width` columns wide: bands, spread, levels, offers. */
export function marketText(
  report: MarketReport,
  {width, colour, folders}: {width: number; colour: boolean; folders: readonly string[]},
): string {
  const short = (path: string) => shortPath(path, folders);
  const lines = [
    ...heading(report, width),
    ...bands(report, width),
    ...summary(report, width),
    ...(width < NARROW ? [] : marketStrips(report, MOST_STRIPS).flatMap(group => strips(group, width))),
    ...levels(report, width, short),
    ...offers(report, width),
  ];
  return `${render(lines, colour)}\n`;
}

function heading(report: MarketReport, width: number): readonly Line[] {
  const {role, place, companies, used, read, currency, rates, without, day} = report;
  const where = [
    place?.name ?? 'all regions',
    companies.length === 0 ? 'all companies' : companies.map(({name}) => name).join(', '),
  ];
  return [
    ...wrap(
      [
        run([role.rank, role.field].filter(part => part !== '').join(' '), 'bold'),
        run(`: ${where.join('; ')}`),
      ],
      width,
    ),
    ...wrap(
      [
        run(
          `${countWords(used, 'guide')} of ${read}; what guides assert, and no survey; before tax; in ${currency}`,
          'muted',
        ),
      ],
      width,
    ),
    ...rates.flatMap(rate => wrap([run(rateWords(rate), 'muted')], width)),
    ...(without.length === 0
      ? []
      : wrap(
          [run(`no rate on or before ${day} for ${without.join(', ')}: left as it is`, 'unknown')],
          width,
        )),
    EMPTY,
  ];
}

/** `1 GBP = 1.3421 USD on 2026-04-13, European Central Bank …`. */
function rateWords({from, to, rate, day, source}: DatedRate): string {
  return `1 ${from} = ${Number(rate.toPrecision(5))} ${to} on ${day}, ${source}`;
}

interface Entry {
  readonly head: MarketRow;
  readonly cells: Map<string, string>;
}

/** One line for each company, role, level and region, a column for each component. */
function bands({rows, companies}: MarketReport, width: number): readonly Line[] {
  const entries = new Map<string, Entry>();
  const columns = new Map<string, string>();
  for (const row of rows) {
    const key = JSON.stringify([row.path, row.level, row.region]);
    const entry = entries.get(key) ?? {head: row, cells: new Map<string, string>()};
    const column = `${row.component}/${row.basis}`;
    columns.set(column, columnName(row));
    entry.cells.set(column, cellOf(row));
    entries.set(key, entry);
  }
  if (entries.size === 0) return [...wrap([run('no guide has a band for this', 'unknown')], width), EMPTY];
  const silent = companies.filter(({id}) => rows.every(({company}) => company.id !== id));
  const counts = new Map<string, number>();
  for (const {cells} of entries.values())
    for (const column of cells.keys()) counts.set(column, (counts.get(column) ?? 0) + 1);
  const kept = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_COLUMNS)
      .map(([column]) => column),
  );
  const ordered = [...columns]
    .filter(([column]) => kept.has(column))
    .sort(([a], [b]) => orderOf(a) - orderOf(b));
  const hidden = [...columns].filter(([column]) => !kept.has(column)).map(([, name]) => name);
  const listed = [...entries.values()].slice(0, MOST_ROWS);
  const several = companiesOfSeveral(rows);
  const heads: Column[] = [
    {head: 'Company', least: 12},
    {head: 'Region', least: 10},
    ...ordered.map(([, head]) => ({head, least: 7})),
  ];
  const more = entries.size - listed.length;
  return [
    ...table(
      heads,
      listed.map(({head, cells}) => [
        [
          run(head.company.name, 'bold'),
          ...(head.level === null ? [] : [run(` ${head.level}`)]),
          ...(several.has(head.company.id) ? [run(`, ${head.role}`, 'muted')] : []),
        ],
        [run(head.region, 'muted')],
        ...ordered.map(([column]) => [run(cells.get(column) ?? '–')]),
      ]),
      width,
    ),
    ...(silent.length > 0
      ? wrap([run(`no band for this: ${silent.map(({name}) => name).join(', ')}`, 'unknown')], width)
      : []),
    ...(more > 0
      ? wrap(
          [run(`and ${more} more: narrow it with --company or --region, or ask for --json`, 'muted')],
          width,
        )
      : []),
    ...(hidden.length > 0
      ? wrap([run(`not shown, for want of room: ${hidden.join(', ')}; --json has all`, 'muted')], width)
      : []),
    EMPTY,
  ];
}

/** Companies with guides on several roles among the rows: there the role tells whose band it is. */
function companiesOfSeveral(rows: readonly MarketRow[]): ReadonlySet<string> {
  const roles = new Map<string, string>();
  const found = new Set<string>();
  for (const {company, role} of rows) {
    if ((roles.get(company.id) ?? role) !== role) found.add(company.id);
    roles.set(company.id, role);
  }
  return found;
}

/** The components in the order in which people speak of them, a heading without a word here before the total. */
function orderOf(column: string): number {
  const at = COMPONENTS.findIndex(component => column.startsWith(`${component}/`));
  return at < 0 ? COMPONENTS.length - 1.5 : at;
}

function columnName({component, basis}: Pick<MarketRow, 'component' | 'basis'>): string {
  const name = component.startsWith('other:')
    ? component.slice('other:'.length)
    : COMPONENT_NAMES[component as keyof typeof COMPONENT_NAMES];
  if (component === 'equity') return basis === '4yr' ? 'Equity, 4 years' : 'Equity, a year';
  return basis === '4yr' ? `${name}, 4 years` : name;
}

function cellOf({unit, low, high, shown}: MarketRow): string {
  if (unit === 'percent') return high === null ? `${low}%+` : low === high ? `${low}%` : `${low}–${high}%`;
  return showBand(shown);
}

function summary({summary: found, currency}: MarketReport, width: number): readonly Line[] {
  if (found.length === 0) return [];
  const spreadWords = ({n, median, least, most}: Spread) =>
    n === 1
      ? showMoneyShort({amount: median, currency}, 3)
      : `${showMoneyShort({amount: median, currency}, 3)} (${showMoneyShort({amount: least, currency}, 3)} to ${showMoneyShort({amount: most, currency}, 3)})`;
  return [
    ...table(
      [
        {head: 'Median (spread)', least: 10},
        {head: 'Guides'},
        {head: 'Low end', least: 12},
        {head: 'High end', least: 12},
      ],
      found.map((one: Summary) => [
        [run(columnName(one), 'bold')],
        [run(`n=${one.low.n}`)],
        [run(spreadWords(one.low))],
        [run(spreadWords(one.high))],
      ]),
      width,
    ),
    EMPTY,
  ];
}

/** Columns of the names on the left, at least and at most. */
const NAMES = {least: 12, most: 24, wide: 44};
/** A terminal of fewer columns has no room for strips: the table has their ends. */
const NARROW = 60;
/** A terminal of these columns has room for longer names. */
const WIDE = 110;
/** Columns for an amount of the scale, beneath the strips. */
const TICK = 12;
/** Columns of an offer's label, at most. */
const MOST_LABEL = 36;

/** A line of round amounts beneath the strips, each behind a stroke at its place. */
function amounts(
  {scale: {low, high, currency}}: MarketStrips,
  at: (share: number) => number,
  columns: number,
  width: number,
): readonly Line[] {
  const found = ticks(low, high, Math.floor(columns / TICK));
  if (found.length === 0) return [];
  const cells: StripCell[] = [];
  for (const {share, amount} of found)
    put(cells, at(share), `╵${showMoneyShort({amount, currency}, 3)}`, 'muted', TICK - 1);
  return [line(cells, width)];
}

/** Strips on one scale of money; offers are flagged above and run through them all. */
function strips(group: MarketStrips, width: number): readonly Line[] {
  const behind = Math.max(0, ...group.strips.map(({range}) => widthOf(range)));
  const right = width - 2 - behind;
  const longest = Math.max(NAMES.least, ...group.strips.map(({name}) => widthOf(name) + 2));
  const start = Math.min(longest, width < WIDE ? NAMES.most : NAMES.wide);
  const room = Math.min(MOST_LABEL, right - start);
  // flags may run on above the ranges; the strips end before them
  const label = (mark: BandMark) => Math.min(room, widthOf(mark.label) + 3);
  const flag = spread([rowOf(group)], {left: start, right: width - 1, label});
  const scale = Math.min(right - start, flag(1) - start);
  const at = (share: number) => Math.round(start + share * scale);
  const flagged = flags(group.marks, at, room);
  const drawn = group.strips.map(strip => {
    const cells: StripCell[] = [];
    for (const flag of flagged) cells[flag.x] = {text: '┊', ink: 'muted'};
    for (let column = at(strip.low); column <= at(strip.high); column++)
      cells[column] = {text: '▒', ink: 'muted'};
    for (const flag of flagged)
      if (cells[flag.x] !== undefined && flag.x >= at(strip.low) && flag.x <= at(strip.high))
        cells[flag.x] = {text: signOf(flag.mark), ink: inkOf(flag.mark)};
    put(cells, 0, cut(strip.name, start - 1), 'plain', start - 1);
    put(cells, Math.max(right, at(strip.high)) + 2, strip.range, 'muted', behind);
    return line(cells, width);
  });
  const left =
    group.left > 0 ? `; the first ${group.strips.length} bands of ${group.strips.length + group.left}` : '';
  return [
    ...wrap([run(`${group.title}${left}`, 'bold')], width, margin('')),
    ...stack(flagged, '┌', width).reverse(),
    ...drawn,
    ...amounts(group, at, scale, width),
    EMPTY,
  ];
}
