/** The sign before a fraction. */
export type Point = '.' | ',';

/** The signs that part thousands beside one of the two points: "210,000.50", "60.000,50", "120'000", "60 000". */
const WRITTEN: Readonly<Record<Point, RegExp>> = {
  '.': /^(?<whole>\d+|\d{1,3}(?:(?<by>[,'’ ])\d{3})(?:\k<by>\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})(?:\.(?<fraction>\d+))?$/,
  ',': /^(?<whole>\d+|\d{1,3}(?:(?<by>[.'’ ])\d{3})(?:\k<by>\d{3})*)(?:,(?<fraction>\d+))?$/,
};

/**
 * The number that digits with marks write, by the sign before a fraction. Where nobody says which that is (null), what can be
 * read in two ways is null: 210.000 and 1,5. That 210,000 is a thousand times 210 is custom, and a magnitude behind it
 * (`isScaled`) makes 1.125 a fraction.
 */
export function digitsIn(run: string, point: Point | null, isScaled: boolean): number | null {
  if (point !== null) return valueOf(WRITTEN[point].exec(run));
  const [pointed, comma] = [WRITTEN['.'].exec(run), WRITTEN[','].exec(run)];
  if (pointed !== null && (isGrouped(pointed) || isScaled || !isGrouped(comma))) return valueOf(pointed);
  return pointed === null && isGrouped(comma) ? valueOf(comma) : null;
}

function isGrouped(read: RegExpExecArray | null): boolean {
  return read !== null && /\D/.test(read.groups?.['whole'] ?? '');
}

function valueOf(read: RegExpExecArray | null): number | null {
  if (read === null) return null;
  const {whole = '', fraction = '0'} = read.groups ?? {};
  return Number(`${whole.replace(/\D/g, '')}.${fraction}`);
}
