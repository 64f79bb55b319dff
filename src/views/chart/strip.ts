import {type BandMark, type BandRow, offScale, spread} from './bands.ts';
import {
  characters,
  cleanLine,
  type Ink,
  type InkRun,
  type Line,
  lanes,
  run,
  widthOf,
} from '../../page/index.ts';

/** One column of the drawing; the column after a wide character is taken by it. */
export type StripCell = {readonly text: string; readonly ink: Ink} | 'taken' | undefined;

/** Columns: the least for the names of the bands, and the most for a mark's label. */
const NAME = 11;
const LABEL = 44;

/**
 * Every band as a strip of blocks, offers flagged above it and the guide's marks below, all on one scale between
 * columns 0 and `width`.
 */
export function strips(rows: readonly BandRow[], width: number): readonly Line[] {
  const left = Math.max(NAME, ...rows.map(({name}) => widthOf(name) + 1));
  const room = Math.min(LABEL, width - left - 12);
  const x = spread(rows, {left, right: width - 1, label: mark => labelOf(mark, room).width});
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : [[]]),
    ...strip(row, share => Math.round(x(share)), {left, room, width}),
  ]);
}

function strip(
  row: BandRow,
  x: (share: number) => number,
  {left, room, width}: {readonly left: number; readonly room: number; readonly width: number},
): readonly Line[] {
  const above = flags(
    row.marks.filter(mark => mark.above),
    x,
    room,
  );
  const below = flags(
    row.marks.filter(mark => !mark.above),
    x,
    room,
  );
  const band: StripCell[] = [];
  for (let at = x(0); at <= x(1); at++) band[at] = {text: '▒', ink: 'muted'};
  for (const flag of below) band[flag.x] = {text: '┃', ink: 'muted'};
  for (const flag of above) band[flag.x] = {text: signOf(flag.mark), ink: inkOf(flag.mark)};
  put(band, 0, row.name, 'bold', left);
  const silent = above.length === 0 ? '  no offer can be placed here' : '';
  const range = [run(`${' '.repeat(left)}${row.range}${silent}`, 'muted')];
  return [range, ...stack(above, '┌', width).reverse(), line(band, width), ...stack(below, '└', width)];
}

interface Flagged {
  readonly mark: BandMark;
  readonly x: number;
  readonly width: number;
  readonly lane: number;
  readonly text: string;
}

export function flags(
  marks: readonly BandMark[],
  x: (share: number) => number,
  room: number,
): readonly Flagged[] {
  const flagged = marks.map(mark => ({mark, x: x(mark.share), ...labelOf(mark, room)}));
  const found = lanes(flagged, 1);
  return flagged.map((flag, index) => ({...flag, lane: found[index] ?? 0}));
}

/** One line a lane, the lane nearest the strip first; the poles of higher lanes pass through the lower ones. */
export function stack(flagged: readonly Flagged[], corner: string, width: number): Line[] {
  const count = flagged.reduce((most, flag) => Math.max(most, flag.lane + 1), 0);
  return Array.from({length: count}, (_, lane) => {
    const cells: StripCell[] = [];
    for (const flag of flagged.filter(one => one.lane > lane)) cells[flag.x] = {text: '│', ink: 'muted'};
    for (const flag of flagged.filter(one => one.lane === lane)) {
      cells[flag.x] = {text: corner, ink: 'muted'};
      put(cells, flag.x + 2, flag.text, inkOf(flag.mark), flag.width - 2);
    }
    return line(cells, width);
  });
}

function labelOf(mark: BandMark, room: number): {text: string; width: number} {
  const off = offScale(mark.share);
  const arrow = off === null ? '' : off === 'left' ? '◂ ' : '▸ ';
  const text = cut(cleanLine(`${arrow}${mark.label}`), room - 2);
  return {text, width: widthOf(text) + 2};
}

/** `text` in `room` columns, with an ellipsis where something is missing. */
export function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const character of characters(text)) {
    if (widthOf(kept + character) > room - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

export function signOf(mark: BandMark): string {
  return mark.kind === 'target' ? '◆' : '○';
}

export function inkOf(mark: BandMark): Ink {
  if (mark.kind === 'guide') return 'muted';
  return mark.kind === 'target' ? 'accent' : 'plain';
}

export function put(cells: StripCell[], from: number, text: string, ink: Ink, room: number): void {
  let at = from;
  for (const character of characters(cleanLine(text))) {
    const size = widthOf(character);
    if (at + size > from + room) return;
    if (size === 0) continue;
    cells[at] = {text: character, ink};
    for (let taken = 1; taken < size; taken++) cells[at + taken] = 'taken';
    at += size;
  }
}

/** Cells joined into runs of one ink. */
export function line(cells: readonly StripCell[], width: number): Line {
  const runs: InkRun[] = [];
  for (let at = 0; at < Math.min(cells.length, width); at++) {
    const cell = cells[at];
    if (cell === 'taken') continue;
    const {text, ink} = cell ?? {text: ' ', ink: 'plain'};
    const last = runs.at(-1);
    if (last?.ink === ink) runs[runs.length - 1] = {text: last.text + text, ink};
    else runs.push({text, ink});
  }
  return runs;
}
