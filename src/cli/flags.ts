// Flags that several commands have, and what they mean everywhere.

/** The flag that every command has. */
export const json = flag('One JSON document on stdout, or one line for each file');

/** The flag that every command has which reports. */
export const html = text('Write the report into this file, as a page that needs nothing else', 'FILE');

/** Where a case lies, for those who do not name it by position; here unless told. */
export const caseDir = text('The case folder; here unless told', 'DIR');

/** A word that may be left out. */
export function text(brief: string, placeholder: string) {
  return {kind: 'parsed', parse: String, brief, placeholder, optional: true} as const;
}

/** The parts of a word with commas between them; none of one that is left out. */
export function split(word: string | undefined): readonly string[] {
  return (word ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** A day of the calendar, as `YYYY-MM-DD`. Throws where there is no such day: the usage error says so. */
function day(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new Error(`expected a day such as 2026-11-22, got "${text}"`);
  return text;
}

/** As moves.jsonl takes it: to the second, with an offset. */
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const INSTANT = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})T${CLOCK}:[0-5]\d(?:\.\d+)?(?:Z|[+-]${CLOCK})$`);

/** A day, or an instant with its offset. Throws where it is neither: the usage error says so. */
export function dayOrInstant(text: string): string {
  try {
    day(INSTANT.exec(text)?.[1] ?? text);
  } catch {
    throw new Error(
      `expected a day such as 2026-11-22, or an instant such as 2026-11-22T16:30:00-05:00, got "${text}"`,
    );
  }
  return text;
}

/** A day that may be left out. */
export function dayFlag(brief: string) {
  return {kind: 'parsed', parse: day, brief, placeholder: 'DAY', optional: true} as const;
}

/** A flag that is off unless it stands there. */
export function flag(brief: string) {
  return {kind: 'boolean', brief, default: false, withNegated: false} as const;
}

/** Of the commands that read a record. */
export const skipBad = flag('Go on without the rows that cannot be read');

/** The record that a command reads, where it is not that of the case. */
export const recordPath = {
  kind: 'tuple',
  parameters: [
    {parse: String, brief: 'A case, a record.yaml, or its folder', placeholder: 'PATH', optional: true},
  ],
} as const;

/** A whole number from `least` up. Throws on any other: the usage error says so. */
export function whole(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text.replaceAll(',', ''));
    if (!(Number.isInteger(value) && value >= least && value <= most))
      throw new Error(`expected a whole number from ${least} to ${most}, got "${text}"`);
    return value;
  };
}

/** The case folder, and offers of it by name or as files. */
export function caseAndOffers(brief: string) {
  return {
    kind: 'array',
    parameter: {parse: String, brief: `The case folder; and ${brief}`, placeholder: 'CASE|OFFER'},
  } as const;
}

/** What pins chance. */
export const seed = {
  kind: 'parsed',
  parse: whole(0, 0xffffffff),
  optional: true,
  brief: 'Pins chance; the seed of case.yaml unless told',
  placeholder: 'N',
} as const;
