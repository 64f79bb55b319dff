import {type Quantity, sameUnit} from '../base/index.ts';
import {isKnown, numbersIn, type Written} from '../figure/index.ts';
import {numberOf} from './claim.ts';
import {isPart} from './margin.ts';
import type {Fact} from './types.ts';

/** Whether a figure stated in case.yaml is the result, rounded to the digits that were written. */
export function roundsTo(stated: Quantity, result: Quantity): boolean {
  if (!sameUnit(stated.unit, result.unit)) return false;
  const scale = isPart(result) ? 100 : 1;
  const written = String(Number((stated.value * scale).toPrecision(12)));
  const decimals = written.split('.')[1]?.length ?? 0;
  return tells(stated.value * scale, result.value * scale, 0.5 * 10 ** -decimals, scale === 100);
}

/**
 * Whether a written number tells an exact one: rounded to its own digits, and by no more than a fiftieth. A percentage
 * is held by what it lacks of the whole as well: 99.997% is neither 100% nor 99.99%.
 */
function tells(written: number, exact: number, half: number, percent: boolean): boolean {
  const gap = Math.abs(written - exact);
  const tiny = 1e-9 * Math.abs(exact);
  if (gap > half + tiny || gap > Math.abs(exact) / 50 + tiny) return false;
  return !percent || exact < 95 || gap <= Math.abs(100 - exact) / 50 + tiny;
}

/** Numbers and superlatives in words: no formula can be held against them, so a claim that will be spoken has digits. */
const IN_WORDS =
  /\b(?:zero|none|never|always|perfect\w*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred(?:th)?s?|thousand(?:th)?s?|millions?|billions?|dozens?|tenths?|thirds?|half|halved|doubl\w+|twice|thrice|tripl\w+|quadrupl\w+|\w+fold)\b/i;

/** Whether there is any number in the reader's words to hold against a result. */
export function hasNumbers(says: string): boolean {
  return numbersIn(says).length > 0 || IN_WORDS.test(says);
}

/**
 * The first number in the reader's words that the claim does not give; undefined where there is none. It gives its
 * result, all of its inputs together ("from 240 to 15 minutes"), and what the record was asked: how long an incident may be,
 * how many systems count. What a label says is no source.
 */
export function wordsBeyond(says: string, result: Quantity, facts: readonly Fact[]): string | undefined {
  const exact = facts.flatMap(({figure}) => (isKnown(figure) ? [numberOf(figure)] : []));
  const lengths = facts.flatMap(lengthAsked);
  const numbers = numbersIn(says);
  const told = (number: Written, of: Quantity) => {
    const percent = /^\s?(?:%|％|per\s?cent)/i.test(says.slice(number.to));
    if (percent !== isPart(of)) return false;
    return number.values.some(value => tells(value, of.value * (percent ? 100 : 1), number.half, percent));
  };
  const systems = facts.flatMap(systemsAsked);
  const asked = ({values, to}: Written) => {
    const behind = says.slice(to);
    const scale = scaleBehind(behind);
    if (scale !== undefined) return values.some(value => lengths.includes(value * scale));
    return SYSTEMS.test(behind) && values.some(value => systems.includes(value));
  };
  const given = (number: Written) => told(number, result);
  const ofInput = (number: Written) => exact.some(of => told(number, of));
  const all = exact.every(of => numbers.some(number => told(number, of)));
  const allowed = (number: Written) =>
    given(number) || asked(number) || (ofInput(number) && (all || numbers.some(given)));
  const loose = numbers.find(number => !allowed(number));
  if (loose !== undefined) return says.slice(loose.from, loose.to);
  const word = IN_WORDS.exec(says);
  if (word === null) return undefined;
  const counted =
    SYSTEMS.test(says.slice(word.index + word[0].length)) &&
    systems.includes(COUNTED.indexOf(word[0].toLowerCase()));
  return counted ? undefined : word[0];
}

/** Small counts in words, each at its own place. */
const COUNTED = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SYSTEMS = /^\s+systems?\b/i;

/** How many systems the record was asked about by name. */
function systemsAsked({figure}: Fact): readonly number[] {
  if (figure.figure !== 'measured') return [];
  const {systems, names} = figure.question as {systems?: unknown; names?: {systems?: unknown}};
  const asked = systems ?? names?.systems;
  return Array.isArray(asked) ? [asked.length] : [];
}

/** Minutes in what stands behind a number: "5 minutes", "90 s", "1-hour". */
function scaleBehind(text: string): number | undefined {
  const [, word] = /^[\s-]{0,2}(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/i.exec(text) ?? [];
  if (word === undefined) return undefined;
  return {s: 1 / 60, m: 1, h: 60}[word.charAt(0).toLowerCase()];
}

/** Of a figure that counts incidents of some length, how many minutes the record was asked for: 5, or `5m`. */
function lengthAsked({figure}: Fact): readonly number[] {
  if (figure.figure !== 'measured') return [];
  const {what, longerThan} = figure.question;
  if (what !== 'quietQuarters' && what !== 'quartersWatched') return [];
  if (typeof longerThan === 'number') return [longerThan];
  const [, number, word = ''] = /^([\d.]+)(.*)$/.exec(typeof longerThan === 'string' ? longerThan : '') ?? [];
  const scale = scaleBehind(word);
  return number === undefined || scale === undefined ? [] : [Number(number) * scale];
}
