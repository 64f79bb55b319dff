/** What a text is that is no amount, and how to write one. */
interface NoAmount {
  readonly message: string;
  readonly hint: string;
}

const MONTHS = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '));

/** Shapes of what people write in the place of an amount; the first that fits says the true reason. */
const SHAPES: readonly (readonly [is: (text: string) => boolean, what: string, hint: string])[] = [
  [isDay, 'is a day, expected an amount of money', 'the day of a move is --at 2026-11-22'],
  [
    text => text.includes('%'),
    'is a share, expected an amount of money',
    'work it out, like 27K for 15% of 180K; of a participation write share: {percent: 15, of: …} in the offer',
  ],
  [
    text => /\d[^\d\s]?\s?(?:[-–—~/]|\.\.+|\s(?:to|or)\s)\s?\D{0,4}\d/iu.test(text),
    'is a range, expected one amount',
    'write the end that is promised, like 195K, and the range in words',
  ],
  [
    text =>
      /\d\s?[kmb]?\s?(?:\/\s?[a-z]|\s(?:a|p\.?a\.?)(?:\s|$))/iu.test(text) ||
      (text.includes(' per ') && /\d/.test(text)),
    'says how often beside how much',
    'write the amount alone, like 210K: how often it is paid is per: year, quarter, month or once',
  ],
  [
    text => /^\D*(?:[~≈<>]|\s?(?:to|at|ca)\b)|\d\s?[kmb]?\s?[+?]$/iu.test(text),
    'is no exact amount',
    'write the figure that was named, like 130K, and the rest in words',
  ],
];

/** Why `text` is not one amount of money, as a person means it: `195-205K` is a range. */
export function noAmount(text: string): NoAmount {
  const shape = SHAPES.find(([is]) => is(text.trim()));
  if (shape === undefined) {
    const hint = 'write one number, like 210000, "210,000" or $210K';
    return {message: `"${text}" is not one amount of money`, hint};
  }
  const [, what, hint] = shape;
  return {message: `"${text}" ${what}`, hint};
}

/** `Dec 4`, `4th December`, `2026-12-04`. */
function isDay(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return true;
  const words = text.toLowerCase().split(/[^a-z]+/);
  return /\d/.test(text) && words.some(word => word.length >= 3 && MONTHS.has(word.slice(0, 3)));
}
