import type {Picture} from '../document.ts';
import {EMPTY, type InkRun, type Line, run} from './line.ts';
import {indented, marked, type TerminalContext} from './text.ts';
import {characters, widthOf} from './width.ts';

/** The strips of a picture, if a terminal can draw it, and its caption below them. */
export function picture(sheet: TerminalContext, {strips, caption}: Picture): readonly Line[] {
  const {indent, width, clean} = sheet;
  const drawn = strips?.(width - indent) ?? [];
  const lines = drawn.map(line => [
    ...(indent === 0 ? [] : [run(' '.repeat(indent))]),
    ...clipped(
      line.map(({text, ink}) => run(clean(text), ink)),
      width - indent,
    ),
  ]);
  const below = caption.length === 0 ? [] : indented(sheet, marked(sheet, caption, 'muted'), indent);
  return [...lines, ...(lines.length > 0 && below.length > 0 ? [EMPTY] : []), ...below];
}

/** What of a line stands within `room` columns: a drawing cannot be wrapped. */
function clipped(line: Line, room: number): Line {
  const kept: InkRun[] = [];
  let used = 0;
  for (const {text, ink} of line) {
    let taken = '';
    for (const character of characters(text)) {
      const size = widthOf(character);
      if (used + size > room) return [...kept, {text: taken, ink}];
      taken += character;
      used += size;
    }
    kept.push({text: taken, ink});
  }
  return kept;
}
