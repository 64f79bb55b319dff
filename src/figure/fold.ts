/** A text with its letters and digits in their plainest shape, and where each sign of it stood. */
export interface Folded {
  readonly text: string;
  /** The offset in the text as it was written. */
  readonly origin: (offset: number) => number;
}

/** Signs that NFKD leaves apart from those that they look like. */
const PLAIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'’‘‛ʼʻʹ′`´'].map(sign => [sign, "'"])),
  ...Object.fromEntries([...'،、﹐'].map(sign => [sign, ','])),
  ...Object.fromEntries([...'⸱‧∙⋅•・'].map(sign => [sign, '·'])),
  '٫': '.',
  '٬': ',',
  '。': '.',
  '−': '-',
  '⁄': '/',
  '٪': '%',
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, digit) => [sign, String(digit)])),
};

/** Where the rows of digits in a disc begin, at one: they have no plainer shape of their own. */
const DISCS = [0x2776, 0x24f5, 0x2780, 0x278a];
const UNSEEN = /[\p{M}\p{Cf}\p{DI}\u2800\x01-\x08\x0e-\x1f\x7f-\x9f]/gu;

/**
 * `１４３`, `١٤٣` and `1\u200b43` as `143`, `Société` as `Societe`, every dash as `-`: what reads alike is compared alike.
 * Signs that are not seen (zero-width, soft hyphens, controls) are left out. A digit that is raised or lowered stands behind `^`,
 * and a fraction apart: `143²` is no 1432.
 */
export function fold(text: string): Folded {
  // Nearly every text is plain already.
  if (!/[^\0\t-\r\x20-\x7e]|`/.test(text)) return {text, origin: offset => offset};
  let out = '';
  const origins: number[] = [];
  let at = 0;
  let last = '';
  for (const sign of text) {
    // most signs of a text with a dash in it are plain, too
    if (sign >= ' ' && sign <= '~' && sign !== '`') {
      out += sign;
      origins.push(at++);
      if (sign !== '.' && sign !== ',' && sign !== "'") last = '';
      continue;
    }
    const small = /[⁰¹²³⁴-⁹₀-₉]/.test(sign) ? '^' : /[¼-¾⅐-⅞]/.test(sign) ? ' ' : '';
    for (const plain of (small === last ? '' : small) + plainest(sign)) {
      out += plain;
      for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    }
    at += sign.length;
    // A point between raised digits is of their number.
    if (!/[.,'·]/.test(sign)) last = small;
  }
  return {text: out, origin: offset => origins[offset] ?? text.length};
}

function plainest(sign: string): string {
  const known = PLAIN[sign];
  if (known !== undefined) return known;
  const parts = sign.normalize('NFKD').replace(UNSEEN, '');
  return [...parts]
    .map(part => PLAIN[part] ?? (/\p{Pd}/u.test(part) ? '-' : (digitOf(part) ?? part)))
    .join('');
}

/** Every script has its ten digits in a row, zero first; some have two such rows side by side. */
function digitOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const disc = DISCS.find(first => code >= first && code < first + 9);
  if (disc !== undefined) return String(code - disc + 1);
  if (!/\p{Nd}/u.test(sign)) return undefined;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
