/** Digits and signs as East Asian keyboards write them, ２０２５－０１, as those of everybody else. */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(EACH, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

const WIDE = /[\uff01-\uff5e\u3000]/;
const EACH = /[\uff01-\uff5e]/g;
