import {type DayNumber, dayOf, weekdayOf} from './day.ts';
import {WEEKDAYS} from './facts.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * The day of a year that a rule names, or null where the text is no rule known here: `December 25`, `third Monday of
 * January`, `last Monday of May`, `Monday before May 25`, `Easter`, `2 days before Easter`, `1 day after Easter`,
 * `day before first Monday of May`. Easter is the Gregorian one.
 */
export function ruleDay(rule: string, year: number): DayNumber | null {
  const [month, day] = rule.split(' ');
  if (/^[A-Z][a-z]+ \d{1,2}$/.test(rule) && MONTHS.includes(month ?? ''))
    return dayOf(year, MONTHS.indexOf(month ?? '') + 1, Number(day));
  if (rule === 'Easter') return easter(year);
  const shift = /^(?:(\d+) )?days? (before|after) (.+)$/.exec(rule);
  if (shift !== null) {
    const base = ruleDay(shift[3] ?? '', year);
    const days = Number(shift[1] ?? 1);
    return base === null ? null : shift[2] === 'before' ? base - days : base + days;
  }
  const before = /^(\w+) before (\w+ \d+)$/.exec(rule);
  if (before !== null) {
    const weekday = WEEKDAYS.findIndex(name => name === before[1]);
    const end = ruleDay(before[2] ?? '', year);
    return weekday < 0 || end === null ? null : onOrBefore(end - 1, weekday);
  }
  const nth = /^(\w+) (\w+) of (\w+)$/.exec(rule);
  return nth === null ? null : nthWeekday(year, nth[1] ?? '', nth[2] ?? '', nth[3] ?? '');
}

function nthWeekday(year: number, ordinal: string, name: string, monthName: string): DayNumber | null {
  const weekday = WEEKDAYS.findIndex(one => one === name);
  const month = MONTHS.indexOf(monthName) + 1;
  if (weekday < 0 || month === 0) return null;
  if (ordinal === 'last') return onOrBefore(dayOf(year, month + 1, 0), weekday);
  const nth = ORDINALS.indexOf(ordinal);
  return nth < 0 ? null : onOrBefore(dayOf(year, month, 7), weekday) + 7 * nth;
}

function onOrBefore(day: DayNumber, weekday: number): DayNumber {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar, by Butcher's rule (Nature, 20 April 1876). */
function easter(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}
