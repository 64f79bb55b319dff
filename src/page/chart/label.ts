import {LABEL_SIZE} from './chart.ts';

/** A label that hangs like a flag from a pole: it begins at `x` and runs to the right. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

/** Space between the end of one label and the pole of the next, in pixels. */
const GAP = 8;

/**
 * The lane of each flag, 0 nearest the strip, so that no two labels overlap and no pole runs through a label.
 *
 * From right to left, a flag takes the lowest lane above every flag that its label would run into. The poles of those
 * end below it, and its own pole stands left of their labels: that is what keeps the lines clear.
 */
export function lanes(flags: readonly Flag[], gap = GAP): readonly number[] {
  const found = flags.map(() => 0);
  const fromRight = flags.map((_, index) => index).sort((a, b) => at(flags, b).x - at(flags, a).x || b - a);
  for (const [rank, index] of fromRight.entries()) {
    const flag = at(flags, index);
    const reached = fromRight.slice(0, rank).filter(other => at(flags, other).x < flag.x + flag.width + gap);
    found[index] = reached.reduce((lane, other) => Math.max(lane, (found[other] ?? 0) + 1), 0);
  }
  return found;
}

/** Width of a text in pixels at `LABEL_SIZE`, rather too wide than too narrow: the reader's font is not known here. */
export function textWidth(text: string, size = LABEL_SIZE): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** `text` cut to `room` pixels, with an ellipsis where something is missing. */
export function fitText(text: string, room: number, size = LABEL_SIZE): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** `text` in lines of at most `room` pixels, broken between words; the last of `most` lines is cut. */
export function foldText(text: string, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && (textWidth(`${last} ${word}`) <= room || lines.length === most)) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.map(line => fitText(line, room));
}

function emsOf(character: string): number {
  if (/[ .,:;'|!]/.test(character)) return 0.36;
  if (/[ijlftr()[\]]/.test(character)) return 0.44;
  if (/[mwMW%@—]/.test(character)) return 0.98;
  if (/[A-Z]/.test(character)) return 0.73;
  if (character < '\u0300') return 0.63;
  return 1.05;
}

function at(flags: readonly Flag[], index: number): Flag {
  return flags[index] as Flag;
}
