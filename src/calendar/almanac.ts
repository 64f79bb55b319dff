import {type DayNumber, dayNumber, dayText, weekdayOf, yearOf} from './day.ts';
import {type DayFact, type ExchangeFacts, type ShortDay, WEEKDAYS} from './facts.ts';
import {ruleDay} from './rule.ts';

/** What is out of the ordinary about a day: closed, or open for less than usual. */
type Marked =
  | {readonly fact: DayFact; readonly short: false}
  | {readonly fact: ShortDay; readonly short: true};

/** The days of an exchange that its facts mark, each once. */
export type Almanac = ReadonlyMap<DayNumber, Marked>;

/**
 * Works out which days the facts speak of. Throws where they contradict each other, where a dated fact is of a day that
 * has no session anyway, and where a rule cannot be read: such facts are a fault of ours and must not reach anybody.
 */
export function almanacOf(facts: ExchangeFacts): Almanac {
  const isWeekday = weekdayTest(facts);
  const [from, to] = [dayNumber(facts.covers.from), dayNumber(facts.covers.to)];
  const almanac = new Map<DayNumber, Marked>();
  const mark = (day: DayNumber, marked: Marked) => {
    const there = almanac.get(day);
    if (there !== undefined)
      throw new Error(
        `${facts.id}: two facts for ${dayText(day)}: "${there.fact.name}" and "${marked.fact.name}"`,
      );
    almanac.set(day, marked);
  };

  const all: readonly Marked[] = [
    ...facts.closed.map(fact => ({fact, short: false as const})),
    ...facts.short.map(fact => ({fact, short: true as const})),
  ];
  const toMove: {readonly day: DayNumber; readonly marked: Marked}[] = [];
  for (const marked of all) {
    const {fact} = marked;
    if (typeof fact.on !== 'string') {
      for (const text of fact.on) {
        const day = dayNumber(text);
        if (!(day >= from && day <= to && isWeekday(day)))
          throw new Error(`${facts.id}: "${fact.name}" on ${text}, where no session would be`);
        mark(day, marked);
      }
      continue;
    }
    for (const day of ruleDays(facts, fact, fact.on, yearOf(from) - 1, yearOf(to) + 1)) {
      if (isWeekday(day)) mark(day, marked);
      else if (fact.moves !== undefined) toMove.push({day, marked});
    }
  }
  // What is moved gives way to what is not: Boxing Day keeps its Monday, and a Christmas Sunday goes on to Tuesday.
  for (const {day, marked} of toMove.sort((a, b) => a.day - b.day)) {
    const moved = movedDay(day, marked.fact, isWeekday, almanac);
    if (moved !== null) mark(moved, marked);
  }
  return almanac;
}

/** Which days of the week have a session. */
export function weekdayTest(facts: ExchangeFacts): (day: DayNumber) => boolean {
  const week = new Set<string>(facts.week ?? WEEKDAYS.slice(0, 5));
  return day => week.has(WEEKDAYS[weekdayOf(day)] ?? '');
}

function ruleDays(
  facts: ExchangeFacts,
  fact: DayFact,
  rule: string,
  first: number,
  last: number,
): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (let year = Math.max(first, fact.from ?? first); year <= Math.min(last, fact.to ?? last); year++) {
    if (fact.except?.includes(year) === true) continue;
    const day = ruleDay(rule, year);
    if (day === null) throw new Error(`${facts.id}: "${fact.name}" is on "${rule}", which is no rule`);
    const weekday = WEEKDAYS[weekdayOf(day)];
    if (weekday !== undefined && fact.weekdays?.includes(weekday) !== false) days.push(day);
  }
  if (days.length === 0) throw new Error(`${facts.id}: "${fact.name}" is on no day of these years`);
  return days;
}

function movedDay(
  day: DayNumber,
  {moves}: DayFact,
  isWeekday: (day: DayNumber) => boolean,
  almanac: Almanac,
): DayNumber | null {
  const sunday = weekdayOf(day) === 6;
  const step = moves === 'to weekday before' || (moves === 'to nearest weekday' && !sunday) ? -1 : 1;
  const free = moves === 'to next free weekday' || moves === 'Sunday to next free weekday';
  if (moves === 'Sunday to next free weekday' && !sunday) return null;
  const taken = (on: DayNumber) => !isWeekday(on) || (free && almanac.get(on)?.short === false);
  let at = day + step;
  while (taken(at)) at += step;
  return at;
}
