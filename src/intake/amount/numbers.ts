/** A number as its digits are written: where it ends, and what it says before any magnitude. */
export interface Digits {
  readonly end: number;
  readonly value: number;
}

/** Commas in threes, or as the lakh and the crore have them: `165,000.50`, `25,00,000`. */
const GROUPED = /^\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?:\.\d{1,15})?(?!\d)/;
/** Points in threes, with a comma before the cents or more than one point: `60.000,00`, `1.250.000`. */
const CONTINENTAL = /^\d{1,3}(?:(?:\.\d{3})+,\d{1,2}|(?:\.\d{3}){2,5})(?![\d.,]?\d)/;
const PLAIN = /^\d{1,16}(?:\.\d{1,15})?/;
/** `58.000` and `1,25`, of which only what stands around them says how they are meant. */
const POINTED = /^[1-9]\d{0,2}\.\d{3}$/;
const COMMA_DECIMAL = /^\d{1,16},\d{1,2}$/;
const LONGEST = 40;
/** Thousands parted by blanks or apostrophes: `95 000`, `120'000`; "$500 401(k)" is two numbers. */
const PARTED = /(\d{1,3}(?:[ \u00A0\u2009\u202F'’]\d{3}){1,5}(?![\d(]))(?:[.,](\d{1,2})(?!\d))?/y;
const PARTING = " \u00A0\u2009\u202F'’";

/** How what stands around a number has it: asked only where its own marks leave two readings. */
export interface Around {
  /** Whether it is money, whose cents a comma may part: `€1,2 million`. */
  readonly isMoney: boolean;
  /** Whether it is money of which a point may part thousands: `€58.000`. */
  readonly isPointed: boolean;
  /** Whether a magnitude or a percent sign follows: `1.125 million`, `1,2M`, `12,5%`. */
  readonly isScaled: boolean;
}

/** Where the digits at `at` end, if no mark goes on with more of them; 0 where one does. */
export function endOfPlain(text: string, at: number): number {
  let end = at;
  while (end < at + 16 && isDigit(text.charCodeAt(end))) end++;
  const mark = text.charCodeAt(end);
  return (mark === 46 || mark === 44) && isDigit(text.charCodeAt(end + 1)) ? 0 : end;
}

/** Where the digits at `at` end with the points and commas between them. */
export function endOfRun(text: string, at: number): number {
  let stop = at;
  while (isDigit(text.charCodeAt(stop))) stop++;
  while (stop < at + LONGEST && ',.'.includes(text[stop] ?? ' ') && isDigit(text.charCodeAt(stop + 1))) {
    stop++;
    while (isDigit(text.charCodeAt(stop))) stop++;
  }
  return stop;
}

/** The number whose first digit is at `at` and whose marks go up to `stop`. */
export function markedNumber(text: string, at: number, stop: number, around: Around): Digits {
  const run = text.slice(at, stop);
  const read = (hit: string, digits: string) => ({end: at + hit.length, value: Number(digits)});
  const grouped = GROUPED.exec(run)?.[0];
  if (grouped !== undefined) return read(grouped, grouped.replaceAll(',', ''));
  const continental = CONTINENTAL.exec(run)?.[0];
  if (continental !== undefined) return read(continental, withPoint(continental));
  if (around.isPointed && !around.isScaled && POINTED.test(run)) return read(run, withPoint(run));
  if ((around.isMoney || around.isScaled) && COMMA_DECIMAL.test(run)) return read(run, withPoint(run));
  const plain = PLAIN.exec(run)?.[0] ?? '';
  return read(plain, plain);
}

/** The number at `at` where its thousands are parted by blanks or apostrophes; by plain blanks only if `plainly`. */
export function partedAt(text: string, at: number, plainly: boolean): Digits | null {
  let end = at + 1;
  while (end < at + 3 && isDigit(text.charCodeAt(end))) end++;
  const mark = text[end];
  if (mark === undefined || !PARTING.includes(mark) || (mark === ' ' && !plainly)) return null;
  PARTED.lastIndex = at;
  const hit = PARTED.exec(text);
  if (hit === null) return null;
  return {end: PARTED.lastIndex, value: Number(`${(hit[1] ?? '').replace(/\D/g, '')}.${hit[2] ?? '0'}`)};
}

/** Through a decimal string where it must be, so that 1.1 million is 1100000 and not 1100000.0000000002. */
export function scaled(digits: number, scale: number): number {
  const value = digits * scale;
  return scale === 1 || (Number.isInteger(value) && value < 1e15) ? value : Number(value.toPrecision(15));
}

/** Of the same length, with digits, letters, signs and blanks of full width as everybody writes them: `＄１７５Ｋ`. */
export function halfWidth(text: string): string {
  if (!/[\u3000\uFF01-\uFF5E\uFFE0-\uFFE6]/.test(text)) return text;
  return text.replace(/[\u3000\uFF01-\uFF5E\uFFE0-\uFFE6]/g, one =>
    one > '\uFF00' && one < '\uFFE0'
      ? String.fromCharCode(one.charCodeAt(0) - 0xfee0)
      : (WIDE_SIGNS[one] ?? one),
  );
}

const WIDE_SIGNS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\uFFE1': '£',
  '\uFFE5': '¥',
  '\uFFE6': '₩',
};

/** `60.000,50` and `58.000` as a computer writes them: a comma is the point, and three digits behind a point are thousands. */
function withPoint(run: string): string {
  return run.replaceAll('.', '').replace(',', '.');
}

export function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}
