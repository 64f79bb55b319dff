import {showSpan, type Span} from '../../base/index.ts';
import {type Finding, type Severity, textOf} from '../../figure/index.ts';
import {cleanLine} from '../chart/index.ts';
import {type Ink, type Line, run} from './line.ts';
import {characters, widthOf} from './width.ts';

const INKS: Readonly<Record<Severity, Ink>> = {error: 'fail', warning: 'unknown', note: 'muted'};

/**
 * A finding on its lines: `offers/citadel.yaml:4:3 error unknown-key: …`, the excerpt where there is one, and beneath it
 * how to mend it.
 */
export function findingLines(
  {rule, severity, message, span, hint}: Finding,
  beneath: readonly Line[] = [],
): readonly Line[] {
  const place = span === undefined ? '' : `${showSpan(span)} `;
  return [
    [run(place), run(severity, INKS[severity]), run(` ${rule}: ${textOf(message)}`)],
    ...beneath,
    ...(hint === undefined ? [] : [[run('    '), run(`to mend it: ${textOf(hint)}`, 'muted')]]),
  ];
}

/**
 * The line of `text` that a span begins on, with the stretch marked beneath it, up to the end of the line:
 *
 *     4 |   - {component: base, amuont: 190000}
 *       |                       ^^^^^^
 *
 * None for a span without length, or of a text that has changed. With `said`, what the finding says, a number is three dots,
 * however long it is, unless it stands in a stretch that it quotes: the line may hold other sums, which are not to be seen.
 */
export function excerpt(
  text: string,
  span: Span,
  {width, said}: {readonly width: number; readonly said?: string},
): readonly Line[] {
  const start = text.lastIndexOf('\n', span.from - 1) + 1;
  if (!(span.to > span.from) || span.from - start + 1 !== span.column) return [];
  const feed = text.indexOf('\n', span.from);
  const line = text.slice(start, feed < 0 ? text.length : feed).replace(/\r$/, '');
  const [from, to] = [span.from - start, Math.min(span.to - start, line.length)];
  // A line may have a megabyte: of each part so much is looked at as can be seen.
  const seen = MOST_SEEN * width;
  const stretch = line.slice(from, Math.min(to, from + seen)).trimEnd();
  if (stretch === '') return [];
  const open = (part: string) => cleanLine(said === undefined ? part : part.replace(NUMBER, '···'));
  const marked = said?.includes(stretch) === true ? cleanLine(stretch) : open(stretch);
  const gutter = `    ${span.line} | `;
  const room = Math.max(16, width - widthOf(gutter));
  const [before, mid, after] = around(
    open(line.slice(Math.max(0, from - seen), from)).trimStart(),
    marked,
    open(line.slice(to, to + seen)).trimEnd(),
    room,
  );
  return [
    [run(gutter, 'muted'), run(before), run(mid, 'bold'), run(after)],
    [
      run(`${' '.repeat(widthOf(gutter) - 2)}| `, 'muted'),
      run(' '.repeat(widthOf(before))),
      run('^'.repeat(Math.max(1, widthOf(mid))), 'fail'),
    ],
  ];
}

/** Characters that a column may take, marks above and below among them. */
const MOST_SEEN = 8;
const NUMBER = /\p{N}+(?:[.,'’_]\p{N}+)*/gu;

/** The three parts of a line within `room` columns: of what is beside the stretch, as much as fits on either side. */
function around(
  before: string,
  stretch: string,
  after: string,
  room: number,
): readonly [string, string, string] {
  const mid = cut(stretch, room);
  const free = room - widthOf(mid);
  const left = Math.min(widthOf(before), Math.max(free - widthOf(after), Math.floor(free / 2)));
  const behind = [...characters(before)].reverse().join('');
  return [[...characters(cut(behind, left))].reverse().join(''), mid, cut(after, free - left)];
}

/** As many characters as fit into `room` columns; `…` ends a text that does not. */
function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let out = '';
  for (const character of characters(text)) {
    if (widthOf(out) + widthOf(character) > room - 1) break;
    out += character;
  }
  return room < 1 ? '' : `${out}…`;
}
