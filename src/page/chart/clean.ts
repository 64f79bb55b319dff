/**
 * `text` with nothing in it that acts instead of being read: control characters and ANSI escapes become visible signs
 * (`␛`), marks that turn the direction of writing become `�`, breaks and tabs become spaces.
 *
 * A chart and a brief repeat sentences out of files that others wrote; none of them may colour a terminal, move its cursor or
 * swap the digits of a figure.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\0-\x1f]/g, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\x7f/g, '␡')
    .replace(
      /[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|\p{Surrogate}/gu,
      '\ufffd',
    );
}
