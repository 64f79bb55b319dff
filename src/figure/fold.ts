/** A text rewritten to be read, and where each sign of it stood. */
export interface Folded {
  readonly text: string;
  /** Where a sign stood in the text as it was written. */
  readonly origin: (offset: number) => number;
  /** Where the sign before an offset ended. */
  readonly end: (offset: number) => number;
}

/** Signs that NFKD leaves apart from those that they look like. */
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'’‘‛ʼʻʹ′`´'].map(sign => [sign, "'"])),
  ...Object.fromEntries([...'،、﹐⹁‚'].map(sign => [sign, ','])),
  ...Object.fromEntries([...'⸱‧∙⋅•・⸳˙'].map(sign => [sign, '·'])),
  '٫': '.',
  '٬': ',',
  '。': '.',
  '−': '-',
  '⁄': '/',
  '∕': '/',
  '٪': '%',
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, digit) => [sign, String(digit)])),
};

/** Where rows of digits begin, at one: in a disc, in brackets, before a full stop or a comma, which are no separators. */
const DISCS = [0x2776, 0x24f5, 0x2780, 0x278a, 0x2474, 0x2488, 0x1f102];
/** Zeros of those rows. */
const ZEROS = '⓿🄀🄁🄋🄌';
const UNSEEN = /[\p{M}\p{Cf}\p{DI}\u2800\ufffc\x01-\x08\x0e-\x1f\x7f-\x9f]/gu;

/**
 * `１４３`, `١٤٣` and `1\u200b43` as `143`, `Société` as `Societe`, every dash as `-`: what reads alike is compared alike.
 * Signs that are not seen (zero-width, soft hyphens, controls) are left out. A digit that is raised or lowered stands behind `^`,
 * and a fraction apart: `143²` is no 1432.
 */
export function fold(text: string): Folded {
  // Nearly every text is plain already.
  if (!/[^\0\t-\r\x20-\x7e]|`/.test(text)) return {text, origin: offset => offset, end: offset => offset};
  let out = '';
  const origins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let last = '';
  for (const sign of text) {
    // most signs of a text with a dash in it are plain, too
    const isPlain = sign >= ' ' && sign <= '~' && sign !== '`';
    const small = isPlain ? '' : SMALL.test(sign) ? '^' : /[¼-¾⅐-⅞]/.test(sign) ? ' ' : '';
    // `²143` is no 2143.
    const before = small === last ? '' : small === '' && /\p{Nd}/u.test(sign) ? ' ' : small;
    const plain = before + (isPlain ? sign : plainest(sign));
    for (let unit = 0; unit < plain.length; unit++) {
      origins.push(at);
      ends.push(at + sign.length);
    }
    out += plain;
    at += sign.length;
    // What is not seen goes with the digit before it.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = at;
    // A point between raised digits is of their number.
    else if (!/[.,'·]/.test(sign)) last = small;
  }
  return {text: out, origin: offset => origins[offset] ?? text.length, end: offset => ends[offset - 1] ?? 0};
}

/** A text that was rewritten, folded. */
export function refolded(of: Folded): Folded {
  const {text, origin, end} = fold(of.text);
  return {text, origin: offset => of.origin(origin(offset)), end: offset => of.end(end(offset))};
}

const SMALL = /[⁰¹²³⁴-⁹₀-₉⁺⁻₊₋]/;

/** The text with every stretch of a pattern told otherwise, which then stands where the whole stretch stood. */
export function rewritten(
  of: Folded,
  pattern: RegExp,
  by: (found: RegExpExecArray) => string | null,
): Folded {
  let out = '';
  let at = 0;
  const origins: number[] = [];
  const ends: number[] = [];
  const keep = (to: number) => {
    out += of.text.slice(at, to);
    for (; at < to; at++) {
      origins.push(of.origin(at));
      ends.push(of.end(at + 1));
    }
  };
  for (const found of of.text.matchAll(pattern)) {
    const told = by(found);
    if (told === null) continue;
    keep(found.index);
    const to = found.index + found[0].length;
    const [start, end] = [of.origin(at), of.end(to)];
    for (let unit = 0; unit < told.length; unit++) {
      origins.push(start);
      ends.push(end);
    }
    out += told;
    at = to;
  }
  if (at === 0 && out === '') return of;
  const {length} = of.text;
  keep(length);
  return {
    text: out,
    origin: offset => origins[offset] ?? of.origin(length),
    end: offset => ends[offset - 1] ?? 0,
  };
}

function plainest(sign: string): string {
  const known = PLAIN[sign] ?? discOf(sign);
  if (known !== undefined) return known;
  const parts = sign.normalize('NFKD').replace(UNSEEN, '');
  return [...parts]
    .map(part => PLAIN[part] ?? (/\p{Pd}/u.test(part) ? '-' : (digitOf(part) ?? part)))
    .join('');
}

function discOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x2474) return undefined;
  if (ZEROS.includes(sign)) return '0';
  const disc = DISCS.find(first => code >= first && code < first + 9);
  return disc === undefined ? undefined : String(code - disc + 1);
}

/** Every script has its ten digits in a row, zero first; some have two such rows side by side. */
function digitOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (!/\p{Nd}/u.test(sign)) return undefined;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
