import {type Batches, LONGEST_ROW, type TextPiece, tooLong} from './piece.ts';

/** The lines of a text, without their ends; a line that is longer than a row may be is a problem and not held. */
export async function* readLines(pieces: AsyncIterable<string>): Batches<TextPiece> {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  const cut = (): TextPiece => {
    const piece = length > LONGEST_ROW ? tooLong(line, 'a line') : {text: parts.join(''), line};
    [parts, length] = [[], 0];
    line++;
    return piece;
  };
  const keep = (part: string) => {
    length += part.length;
    if (length > LONGEST_ROW) parts = [];
    else parts.push(part);
  };
  const linesOf = function* (text: string): Generator<TextPiece> {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      keep(text.slice(from, end));
      yield cut();
      from = end + 1;
    }
    keep(text.slice(from));
  };
  for await (const text of pieces) yield linesOf(text);
  if (length > 0) yield [cut()];
}
