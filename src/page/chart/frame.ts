import type {Markish} from '@observablehq/plot';
import {INK, LABEL_SIZE, type PlotModule} from './chart.ts';
import {cleanLine} from './clean.ts';
import {foldText, textWidth} from './label.ts';

/** What stands around a picture of a record: on what it rests, and who may see it. */
export interface About {
  /** "exports of the platform, 2025-10-01 to 2026-09-30". */
  readonly source: string;
  /** A warning on top of everything; null where there is none. */
  readonly notice: string | null;
}

export interface TextLine {
  readonly text: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly ink: string;
}

/** Height of a line, and the size of what is not to be read first. */
export const LINE = 16;
export const SMALL = 11;
const TITLE = 13;

/** The finding in a sentence, under the notice; `bottom` is where the picture may begin. */
export function headOf(
  title: string,
  {notice}: About,
  width: number,
): {lines: readonly TextLine[]; bottom: number} {
  const warned = notice === null ? [] : foldText(cleanLine(notice), width, 2);
  const told = balanced(cleanLine(title), width, 4);
  const lines = [
    ...warned.map((text, at) => ({text, ...place(at), size: SMALL, weight: 600 as const, ink: INK.fail})),
    ...told.map((text, at) => ({
      text,
      ...place(warned.length + at, 1),
      size: TITLE,
      weight: 600 as const,
      ink: INK.text,
    })),
  ];
  return {lines, bottom: lines.length * LINE + 8};
}

/** In as few lines as it takes, none of them much shorter than the others. */
function balanced(title: string, width: number, most: number): readonly string[] {
  // fold measures at the size of labels: a larger title has so much less room
  const room = (width * LABEL_SIZE) / TITLE - 2;
  let lines = foldText(title, room, most);
  for (let narrower = room; narrower > room / 2 && lines.length > 1; narrower -= 10) {
    const tried = foldText(title, narrower, most + 1);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** On what it rests, from `top` on. */
export function footOf(
  {source}: About,
  top: number,
  width: number,
): {lines: readonly TextLine[]; bottom: number} {
  const lines = foldText(cleanLine(`Source: ${source}`), width, 3).map((text, at) => ({
    text,
    x: 0,
    y: top + (at + 0.5) * LINE,
    size: SMALL,
    weight: 400 as const,
    ink: INK.muted,
  }));
  return {lines, bottom: top + lines.length * LINE};
}

/** Marks for lines of text, a mark for each look. */
export function textMarks(plot: PlotModule, lines: readonly TextLine[]): readonly Markish[] {
  const looks = new Map<string, TextLine[]>();
  for (const line of lines) {
    const key = `${line.size} ${line.weight} ${line.ink}`;
    looks.set(key, [...(looks.get(key) ?? []), line]);
  }
  return [...looks.values()].map(of =>
    plot.text(of, {
      x: 'x',
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: of[0]?.size ?? SMALL,
      fontWeight: of[0]?.weight ?? 400,
      fill: of[0]?.ink ?? INK.text,
    }),
  );
}

/** Of a text that lines may run under: the paper's own colour around its letters. */
export const HALO = {stroke: INK.paper, strokeWidth: 4, strokeLinejoin: 'round'} as const;

/** To a tenth of a pixel, which no eye tells apart. */
export function px(at: number): number {
  return Math.round(10 * at) / 10;
}

/** An entry of a key, and the left end and the middle of its line. */
export interface KeyEntry<Sign = unknown> {
  readonly sign: Sign;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A key to the signs of a picture: each entry with room for its sign before it, in as many lines as it takes. */
export function keyOf<Sign>(
  entries: readonly {readonly sign: Sign; readonly text: string}[],
  top: number,
  width: number,
): {
  readonly entries: readonly KeyEntry<Sign>[];
  readonly bottom: number;
} {
  let [x, y] = [0, top + KEY / 2];
  const placed = entries.map(({sign, text}) => {
    const needs = SIGN + textWidth(text, SMALL);
    if (x > 0 && x + needs > width) [x, y] = [0, y + KEY];
    const here = {sign, text, x, y};
    x += needs + 16;
    return here;
  });
  return {entries: placed, bottom: entries.length === 0 ? top : y + KEY / 2};
}

/** The words of a key, each behind the room for its sign. */
export function keyTexts(plot: PlotModule, entries: readonly KeyEntry[]): Markish {
  return plot.text(entries, {
    x: (one: KeyEntry) => one.x + SIGN,
    y: 'y',
    text: 'text',
    textAnchor: 'start',
    fontSize: SMALL,
    fill: INK.muted,
  });
}

/** Height of a line of it: signs may be taller than letters. */
const KEY = 20;
/** Room for the sign of an entry. */
export const SIGN = 24;

function place(at: number, down = 0): {x: number; y: number} {
  return {x: 0, y: (at + 0.5) * LINE + down};
}
