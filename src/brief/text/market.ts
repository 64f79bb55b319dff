import {type DatedRate, showMoneyShort, showRange} from '../../base/index.ts';
import {COMPONENT_NAMES, marketStrips, type MarketStrips, rowOf, spread} from '../../chart/index.ts';
import type {Exchanged, MarketReport, MarketRow, Spread, Summary} from '../../market/index.ts';
import {countWords} from '../words.ts';
import {EMPTY, type Line, margin, render, run, wrap} from './line.ts';
import {levels, offers} from './market-answers.ts';
import {type Cell, flags, inkOf, line, put, signOf, stack} from './strip.ts';
import {type Column, table} from './table.ts';
import {widthOf} from './width.ts';

/** More rows than these are counted, not listed. */
const MOST_ROWS = 40;
const MOST_STRIPS = 14;

/** What the guides say of a role for a terminal `width` columns wide: bands, spread, levels, offers. */
export function marketText(report: MarketReport, {width, colour}: {width: number; colour: boolean}): string {
  const lines = [
    ...heading(report, width),
    ...bands(report, width),
    ...summary(report, width),
    ...marketStrips(report, MOST_STRIPS).flatMap(group => strips(group, width)),
    ...levels(report, width),
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
function bands({rows}: MarketReport, width: number): readonly Line[] {
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
  const listed = [...entries.values()].slice(0, MOST_ROWS);
  const heads: Column[] = [
    {head: 'Company', least: 12},
    {head: 'Region', least: 10},
    ...[...columns.values()].map(head => ({head, least: 8})),
  ];
  const more = entries.size - listed.length;
  return [
    ...table(
      heads,
      listed.map(({head, cells}) => [
        [run(head.company.name, 'bold'), ...(head.level === null ? [] : [run(` ${head.level}`)])],
        [run(head.region, 'muted')],
        ...[...columns.keys()].map(column => [run(cells.get(column) ?? '–')]),
      ]),
      width,
    ),
    ...(more > 0
      ? wrap(
          [run(`and ${more} more: narrow it with --company or --region, or ask for --json`, 'muted')],
          width,
        )
      : []),
    EMPTY,
  ];
}

function columnName({component, basis}: Pick<MarketRow, 'component' | 'basis'>): string {
  const name = component.startsWith('other:')
    ? component.slice('other:'.length)
    : COMPONENT_NAMES[component as keyof typeof COMPONENT_NAMES];
  return basis === '4yr' ? `${name}, 4 years` : name;
}

function cellOf({unit, low, high, shown}: MarketRow): string {
  if (unit === 'percent') return high === null ? `${low}%+` : low === high ? `${low}%` : `${low}–${high}%`;
  return amountWords(shown);
}

function amountWords({low, high, currency}: Exchanged): string {
  return high === null
    ? `${showMoneyShort({amount: low, currency}, 3)}+`
    : showRange({low: Number(low.toPrecision(3)), high: Number(high.toPrecision(3)), currency});
}

function summary({summary: found, currency}: MarketReport, width: number): readonly Line[] {
  if (found.length === 0) return [];
  const spreadWords = ({median, least, most}: Spread) =>
    `${showMoneyShort({amount: median, currency}, 3)} (${showMoneyShort({amount: least, currency}, 3)} to ${showMoneyShort({amount: most, currency}, 3)})`;
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

/** Columns of the names on the left, and of the range behind a strip. */
const NAMES = 24;
const RANGE = 18;

/** Strips on one scale of money; offers are flagged above and run through them all. */
function strips(group: MarketStrips, width: number): readonly Line[] {
  const right = width - 1 - RANGE;
  const room = Math.min(40, right - NAMES);
  const x = spread([rowOf(group)], {
    left: NAMES,
    right,
    label: mark => Math.min(room, widthOf(mark.label) + 2),
  });
  const at = (share: number) => Math.round(x(share));
  const flagged = flags(group.marks, at, room);
  const drawn = group.strips.map(strip => {
    const cells: Cell[] = [];
    for (const flag of flagged) cells[flag.x] = {text: '┊', ink: 'muted'};
    for (let column = at(strip.low); column <= at(strip.high); column++)
      cells[column] = {text: '▒', ink: 'muted'};
    for (const flag of flagged)
      if (cells[flag.x] !== undefined && flag.x >= at(strip.low) && flag.x <= at(strip.high))
        cells[flag.x] = {text: signOf(flag.mark), ink: inkOf(flag.mark)};
    put(cells, 0, strip.name, 'plain', NAMES - 1);
    put(cells, Math.max(right, at(strip.high)) + 2, strip.range, 'muted', RANGE);
    return line(cells, width);
  });
  const left =
    group.left > 0 ? `; the first ${group.strips.length} bands of ${group.strips.length + group.left}` : '';
  return [
    ...wrap([run(`${group.title}${left}`, 'bold')], width, margin('')),
    ...stack(flagged, '┌', width).reverse(),
    ...drawn,
    EMPTY,
  ];
}
