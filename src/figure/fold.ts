/** A text with its letters and digits in their plainest shape, and where each sign of it stood. */
export interface Folded {
  readonly text: string;
  /** The offset in the text as it was written. */
  readonly origin: (offset: number) => number;
}

const PLAIN: Readonly<Record<string, string>> = {'’': "'", '‘': "'", '٫': '.', '٬': ',', '−': '-', '⁄': '/'};

/**
 * `１４３`, `١٤٣` and `1\u200b43` as `143`, `Société` as `Societe`, every dash as `-`: what reads alike is compared alike.
 * Signs that are not seen (zero-width, soft hyphens) are left out.
 */
export function fold(text: string): Folded {
  // Nearly every text is plain already.
  if (!/[^\x00-\x7f]/.test(text)) return {text, origin: offset => offset};
  let out = '';
  const origins: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const plain of plainest(sign)) {
      out += plain;
      for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    }
    at += sign.length;
  }
  return {text: out, origin: offset => origins[offset] ?? text.length};
}

function plainest(sign: string): string {
  const parts = sign.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return [...parts]
    .map(part => PLAIN[part] ?? (/\p{Pd}/u.test(part) ? '-' : /\p{Nd}/u.test(part) ? digitOf(part) : part))
    .join('');
}

/** Every script has its ten digits in a row, zero first. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let digit = 0;
  while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) digit++;
  return String(digit);
}
