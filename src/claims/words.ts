import {type Quantity, sameUnit} from '../base/index.ts';
import {type CountedUnit, numberInWords, unitBehind} from '../english/index.ts';
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

/** Whether there is any number in the reader's words to hold against a result. */
export function hasNumbers(says: string): boolean {
  return numbersIn(says).length > 0 || numberInWords(says) !== null;
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
    const percent = unitBehind(says, number.to) === 'percent';
    if (percent !== isPart(of)) return false;
    return number.values.some(value => tells(value, of.value * (percent ? 100 : 1), number.half, percent));
  };
  const systems = facts.flatMap(systemsAsked);
  const asked = ({values, to}: Written) => {
    const unit = unitBehind(says, to);
    const scale = minutesIn(unit);
    if (scale !== undefined) return values.some(value => lengths.includes(value * scale));
    return unit === 'system' && values.some(value => systems.includes(value));
  };
  const given = (number: Written) => told(number, result);
  const ofInput = (number: Written) => exact.some(of => told(number, of));
  const all = exact.every(of => numbers.some(number => told(number, of)));
  const allowed = (number: Written) =>
    given(number) || asked(number) || (ofInput(number) && (all || numbers.some(given)));
  const loose = numbers.find(number => !allowed(number));
  if (loose !== undefined) return says.slice(loose.from, loose.to);
  const word = numberInWords(says);
  if (word === null) return undefined;
  const counted =
    word.count !== null && systems.includes(word.count) && unitBehind(says, word.to) === 'system';
  return counted ? undefined : says.slice(word.from, word.to);
}

/** How many systems the record was asked about by name. */
function systemsAsked({figure}: Fact): readonly number[] {
  if (figure.figure !== 'measured') return [];
  const {systems, names} = figure.question as {systems?: unknown; names?: {systems?: unknown}};
  const asked = systems ?? names?.systems;
  return Array.isArray(asked) ? [asked.length] : [];
}

const MINUTES: Readonly<Partial<Record<CountedUnit, number>>> = {second: 1 / 60, minute: 1, hour: 60};

function minutesIn(unit: CountedUnit | null): number | undefined {
  return unit === null ? undefined : MINUTES[unit];
}

/** Of a figure that counts incidents of some length, how many minutes the record was asked for: 5, or `5m`. */
function lengthAsked({figure}: Fact): readonly number[] {
  if (figure.figure !== 'measured') return [];
  const {what, longerThan} = figure.question;
  if (what !== 'quietQuarters' && what !== 'quartersWatched') return [];
  if (typeof longerThan === 'number') return [longerThan];
  const [, number, word = ''] = /^([\d.]+)(.*)$/.exec(typeof longerThan === 'string' ? longerThan : '') ?? [];
  const scale = minutesIn(unitBehind(word));
  return number === undefined || scale === undefined ? [] : [Number(number) * scale];
}
