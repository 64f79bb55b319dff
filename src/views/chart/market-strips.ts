import {showMoneyShort} from '../../base/index.ts';
import type {MarketReport} from '../../market/index.ts';
import {EMPTY, type Line, run, ticks, widthOf, wrap} from '../../page/index.ts';
import {type BandMark, spread} from './bands.ts';
import {type MarketGroup, marketGroups, rowOf} from './market.ts';
import {type StripCell, cut, flags, inkOf, line, put, signOf, stack} from './strip.ts';

/** More strips than these of one component say no more in a terminal. */
const MOST_STRIPS = 14;
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

/** The bands of each component on one scale of money; offers are flagged above and run through them all. */
export function marketStrips(report: MarketReport, width: number): readonly Line[] {
  if (width < NARROW) return [];
  return marketGroups(report, MOST_STRIPS).flatMap((group, at) => [
    ...(at === 0 ? [] : [EMPTY]),
    ...strips(group, width),
  ]);
}

function strips(group: MarketGroup, width: number): readonly Line[] {
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
    ...wrap([run(`${group.title}${left}`, 'bold')], width),
    ...stack(flagged, '┌', width).reverse(),
    ...drawn,
    ...amounts(group, at, scale, width),
  ];
}

/** A line of round amounts beneath the strips, each behind a stroke at its place. */
function amounts(
  {scale: {low, high, currency}}: MarketGroup,
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
