/**
 * Stands in for a character of Markdown markup. To a regular expression it is white space; `normalized` drops it
 * altogether, so that `**Anchor**:` reads "Anchor:" and not "Anchor :".
 */
const GAP = '\uFEFF';

/** Each is one character: where it was found is told by where the search goes on. */
const MARKS = /[*_`[\]\\<]|\n(?=[ \t]{0,3}>)/g;
const LONGEST_LINK = 2000;

/**
 * `text` with its inline markup blanked, of the same length: an offset into the result is an offset into `text`.
 * Link targets go, brackets without a target stay, for they are placeholders and choices. One pass, linear.
 */
export function withoutMarkup(text: string): string {
  const cut = new Cutter(text);
  const open: number[] = [];
  let at = leadingQuote(text);
  cut.gap(0, at);
  MARKS.lastIndex = at;
  while (MARKS.test(text)) {
    at = MARKS.lastIndex - 1;
    const mark = text[at];
    if (mark === '\n') {
      open.length = 0;
      const end = at + 1 + leadingQuote(text, at + 1);
      cut.gap(at + 1, end);
      MARKS.lastIndex = end;
    } else if (mark === '`') cut.gap(at, at + 1);
    else if (mark === '*' || mark === '_') {
      if (isEmphasis(text, at)) cut.gap(at, at + 1);
    } else if (mark === '\\') {
      if (/[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
        cut.gap(at, at + 1);
        MARKS.lastIndex = at + 2;
      }
    } else if (mark === '[') open.push(at);
    else if (mark === ']') {
      const from = open.pop();
      const end = text[at + 1] === '(' ? closing(text, at + 1) : -1;
      if (from !== undefined && end > 0) {
        cut.gap(from, from + 1);
        cut.gap(at, end);
        MARKS.lastIndex = end;
      }
    } else {
      const end = tagEnd(text, at);
      if (end > 0) {
        cut.gap(at, end);
        MARKS.lastIndex = end;
      }
    }
  }
  return cut.result();
}

/** Bare text as a person reads it: markup gone, white space single, ends trimmed. */
export function normalized(bareText: string): string {
  if (!/[\uFEFF\n\t\r\u00A0]| {2}/.test(bareText)) return bareText.trim();
  return bareText.replaceAll(GAP, '').replace(/\s+/g, ' ').trim();
}

/** Collects the stretches to blank; an opening bracket may be blanked after what follows it. */
class Cutter {
  readonly #text: string;
  readonly #gaps: [number, number][] = [];

  constructor(text: string) {
    this.#text = text;
  }

  gap(from: number, to: number): void {
    if (to > from) this.#gaps.push([from, to]);
  }

  result(): string {
    if (this.#gaps.length === 0) return this.#text;
    const pieces: string[] = [];
    let at = 0;
    for (const [from, to] of this.#gaps.sort((a, b) => a[0] - b[0])) {
      if (from < at) continue;
      pieces.push(this.#text.slice(at, from), GAP.repeat(to - from));
      at = to;
    }
    pieces.push(this.#text.slice(at));
    return pieces.join('');
  }
}

/** How many characters of quote marks (`> > `) open the line at `at`. */
function leadingQuote(text: string, at = 0): number {
  let end = at;
  for (let look = at; ; look++) {
    const char = text[look];
    if (char === '>') end = look + 1;
    else if (char !== ' ' && char !== '\t') break;
    else if (look - end > 3) break;
  }
  return end - at;
}

/** A star or underscore with a blank on both sides is a bullet or a product; `snake_case` is a name. */
function isEmphasis(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (text[at] === '_') return /\w/.test(before) !== /\w/.test(after) && before !== '_' && after !== '_';
  return !(/\s/.test(before) && /\s/.test(after));
}

/** The offset after the parenthesis that closes the one at `at`, or -1 on this line. */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let look = at; look < Math.min(text.length, at + LONGEST_LINK); look++) {
    const char = text[look];
    if (char === '\n') return -1;
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return look + 1;
  }
  return -1;
}

/** The offset after `<br>`, `</b>` or `<https://…>`, or -1 where `<` is a less-than. */
function tagEnd(text: string, at: number): number {
  if (!/[A-Za-z/]/.test(text[at + 1] ?? '')) return -1;
  for (let look = at + 1; look < Math.min(text.length, at + LONGEST_LINK); look++) {
    if (text[look] === '>') return look + 1;
    if (text[look] === '\n' || text[look] === '<') return -1;
  }
  return -1;
}
