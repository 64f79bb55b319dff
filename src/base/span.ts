/** A stretch of a source text: offsets are UTF-16 code units, line and column count from 1. */
export interface Span {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** A span with the place behind its last character, for those who mark it in an editor. */
export interface WholeSpan extends Span {
  readonly endLine: number;
  readonly endColumn: number;
}

/** A text with a name, able to tell where an offset stands. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The span of `[from, to)`. Offsets outside the text are clamped to it. */
  span(from: number, to: number): Span;
}

/** A source over `text`. The index of line starts is built once, on the first span asked for. */
export function source(file: string, text: string): Source {
  let starts: number[] | undefined;
  return {
    file,
    text,
    span(from, to) {
      starts ??= lineStarts(text);
      const start = Math.max(0, Math.min(from, text.length));
      const end = Math.max(start, Math.min(to, text.length));
      const line = lineAt(starts, start);
      return {file, from: start, to: end, line: line + 1, column: start - (starts[line] ?? 0) + 1};
    },
  };
}

/** `span` of `source`, with its end told by line and column as well. */
export function wholeSpan(span: Span, source: Source): WholeSpan {
  const {line, column} = source.span(span.to, span.to);
  return {...span, endLine: line, endColumn: column};
}

/** `file:line:column`, as editors and terminals link it. */
export function showSpan(span: Span): string {
  return `${span.file}:${span.line}:${span.column}`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that starts at or before `offset`, by bisection. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
