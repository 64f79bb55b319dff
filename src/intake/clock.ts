/** What a clock and a calendar on the wall showed, as far as the text tells. */
export interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Null for a plain date. */
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** From 1, Monday, where the text names one. */
  readonly weekday: number | null;
  /** Milliseconds east of Greenwich, where the text tells. */
  readonly offset: number | null;
  /** The IANA name of a zone, where the text names one. */
  readonly zone: string | null;
}

export type ClockReading =
  | {readonly ok: true; readonly clock: Clock}
  | {
      readonly ok: false;
      readonly rule: 'bad-row' | 'unclear-time';
      readonly message: string;
      readonly hint: string;
    };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');

/** Named zones of RFC 2822, section 4.3, in hours; other abbreviations mean several zones. */
const RFC_ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const ZONE = String.raw`(?<zone>[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?|[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*|\(\w+\))`;
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?(?:\s*(?<half>[ap]\.?m\.?))?`;
const MONTH = String.raw`(?<month>[a-z]{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const WEEKDAY = String.raw`(?:(?<weekday>[a-z]{3,9}),?\s+)?`;
const BEHIND = String.raw`(?:,?\s+(?:at\s+)?${TIME}(?:\s*${ZONE})?(?:\s*\(\w+\))?)?`;
const BRACKET = String.raw`(?:\[(?<named>[\w/+-]+)\])?`;

const FORMS: readonly RegExp[] = [
  // ISO 8601, and what databases make of it: a blank in the place of the T, a zone after a blank.
  `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:(?:T|\\s+)${TIME}(?:\\s*${ZONE})?${BRACKET})?`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?${ZONE}?`,
  // RFC 2822 and its kin: Tue, 18 Nov 2025 14:47:47 +0000; 17 November 2025, 14:47:47 UTC; 17-Nov-2025.
  `${WEEKDAY}${DAY}[\\s-]+${MONTH},?[\\s-]+(?<year>\\d{4})${BEHIND}`,
  `${WEEKDAY}${MONTH}\\s+${DAY},?\\s+(?<year>\\d{4})${BEHIND}`,
  // As date(1) and git print it.
  `${WEEKDAY}${MONTH}\\s+${DAY}\\s+${TIME}\\s+(?:${ZONE}\\s+)?(?<year>\\d{4})`,
  `${WEEKDAY}${MONTH}\\s+${DAY}\\s+${TIME}\\s+(?<year>\\d{4})\\s+${ZONE}`,
].map(form => new RegExp(`^${form}$`, 'i'));

/** 03/04/25 and 25-03-04, and with the month as a word: whose century, and often whose order, nobody says. */
const SHORT_YEAR =
  /^(?:\d{1,2}([/.-])\d{1,2}\1\d{1,2}|(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-]+[a-z]{3,9}\.?,?[\s-]+'?\d{2})(?![\d:])/i;

/** Longer than any time that people or programs write. */
const LONGEST = 100;

/** Reads a time in one of the forms whose order of day and month is beyond doubt. */
export function readClock(text: string): ClockReading {
  if (text.length > LONGEST) return unreadableTime(text);
  for (const form of FORMS) {
    const found = form.exec(text)?.groups;
    if (found !== undefined) return fromParts(found, text);
  }
  if (SHORT_YEAR.test(text)) {
    const message = `${JSON.stringify(text)} has a year of two digits`;
    const hint = 'write it with four, or say timeFormat with yy: "MM/dd/yy", or with the order that it has';
    return {ok: false, rule: 'unclear-time', message, hint};
  }
  if (/^\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)/.test(text)) {
    const message = `${JSON.stringify(text)} may be day or month first`;
    const hint = 'say timeFormat: "MM/dd/yyyy HH:mm", or with the order that it has';
    return {ok: false, rule: 'unclear-time', message, hint};
  }
  return unreadableTime(text);
}

export type ClockParts = Readonly<Partial<Record<string, string>>>;

/** Makes a clock of named parts of a text: what the patterns of this file and of `readPattern` found in it. */
export function fromParts(parts: ClockParts, text: string): ClockReading {
  const {year = '', month = '', day = '1', hour, minute = '0', second = '0', fraction = '', half} = parts;
  const monthNumber = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(wordStart(month, 'month')) + 1;
  if (monthNumber === 0) return unreadableTime(text);
  const weekday = parts['weekday'];
  const weekdayNumber = weekday === undefined ? null : WEEKDAYS.indexOf(wordStart(weekday, 'day')) + 1;
  if (weekdayNumber === 0) return unreadableTime(text);
  const clock12 = half === undefined ? null : Number(hour);
  if (clock12 !== null && (clock12 < 1 || clock12 > 12)) return unreadableTime(text);
  const afternoon = half?.toLowerCase().startsWith('p') ? 12 : 0;
  const zone = zoneOf(parts['zone']);
  if (zone === undefined) {
    const message = `${JSON.stringify(text)} names a zone that several places call theirs`;
    const hint = 'export with offsets, as +05:30, or in UTC';
    return {ok: false, rule: 'unclear-time', message, hint};
  }
  return {
    ok: true,
    clock: {
      year: year.length === 2 ? 2000 + Number(year) : Number(year),
      month: monthNumber,
      day: Number(day),
      hour: hour === undefined ? null : clock12 === null ? Number(hour) : (clock12 % 12) + afternoon,
      minute: Number(minute),
      second: Number(second),
      millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
      weekday: weekdayNumber,
      offset: zone.offset,
      zone: parts['named'] ?? zone.name,
    },
  };
}

const WHOLE_WORDS = {
  month: 'january february march april may june july august september october november december'.split(' '),
  day: 'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
} as const;

/** The first three letters of a month or a weekday, whole or cut short; nothing for any other word. */
function wordStart(word: string, kind: keyof typeof WHOLE_WORDS): string {
  const lower = word.toLowerCase();
  return WHOLE_WORDS[kind].some(whole => whole.startsWith(lower)) ? lower.slice(0, 3) : '-';
}

/** Undefined for an abbreviation that means several zones. */
function zoneOf(
  text: string | undefined,
): (Pick<Clock, 'offset'> & {readonly name: string | null}) | undefined {
  if (text === undefined) return {offset: null, name: null};
  const bare = text.replace(/[()]/g, '');
  const hours = RFC_ZONES[bare.toUpperCase()];
  if (hours !== undefined) return {offset: hours * 3_600_000, name: null};
  const digits = /^([+-])(\d{2}):?(\d{2})?:?(\d{2})?$/.exec(bare);
  if (digits !== null) {
    const [, sign, hour = '0', minute = '0', second = '0'] = digits;
    const east = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
    // No place is further from Greenwich than 15 hours and a bit.
    if (east > 16 * 3_600_000 || Number(minute) > 59) return undefined;
    return {offset: sign === '-' ? -east : east, name: null};
  }
  return bare.includes('/') ? {offset: null, name: bare} : undefined;
}

/** What is said of a value that is no time in any form. */
export function unreadableTime(value: unknown): Extract<ClockReading, {ok: false}> {
  const text = JSON.stringify(value) ?? 'nothing';
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const hint = text.startsWith('"=')
    ? 'a formula that nobody has worked out: open the workbook in a spreadsheet, and save it'
    : 'a time looks like 2025-11-17T14:47:00Z; for any other order say timeFormat';
  return {ok: false, rule: 'bad-row', message: `${shown} is not a time`, hint};
}
