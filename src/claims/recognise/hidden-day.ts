import type {Quantity} from '../../base/index.ts';
import type {DayLength} from '../../calendar/index.ts';
import {near, solveFor} from '../agreement.ts';
import {work} from '../claim.ts';
import {type Formula, formula} from '../formula.ts';
import {showResult} from '../show.ts';
import type {Claim, Input, Verdict, Working} from '../types.ts';
import {type Context, dayInput} from './context.ts';

/**
 * Works out a figure that depends on how long its author's day was. The usual day first, then every named day under
 * which the figure is right, then, where there is none, the day that would make it right.
 */
export function underHiddenDay(
  context: Context,
  text: string,
  inputs: readonly Input[],
  stated: Quantity,
): Pick<Claim, 'inputs' | 'workings' | 'verdict'> {
  const read = formula(text);
  const [usual, ...others] = context.conventions.days;
  const under = (day: Pick<DayLength, 'minutes' | 'name' | 'source'>) =>
    work(read, [...inputs, dayInput(day)], stated, `a day of ${day.minutes} minutes (${day.name})`);
  const first = under(usual);
  const named = others.map(day => ({day, working: under(day)})).filter(({working}) => working.agrees);
  const solved = named.length > 0 || first.agrees ? undefined : solvedDay(read, inputs, stated, usual);
  const rest = [...named.map(({working}) => working), ...(solved === undefined ? [] : [under(solved)])];
  const needed = named[0]?.day ?? solved;
  return {
    inputs: [...inputs, dayInput(usual)],
    workings: [first, ...rest],
    verdict: verdictOf(first, usual, needed, rest[0]),
  };
}

function solvedDay(read: Formula, inputs: readonly Input[], stated: Quantity, usual: DayLength) {
  const minutes = solveFor(read, [...inputs, dayInput(usual)], 'day', stated.value);
  if (minutes === undefined || !(minutes > 0)) return undefined;
  const round = Number(minutes.toPrecision(3));
  return {
    minutes: near(minutes, round) ? round : minutes,
    name: 'which no market keeps',
    source: 'solved from the figure',
  };
}

function verdictOf(
  first: Working,
  usual: DayLength,
  needed: {minutes: number; name: string} | undefined,
  agreeing: Working | undefined,
): Verdict {
  const instead = `${showResult(first.result)} at ${usual.minutes} minutes (${usual.name})`;
  if (first.agrees) return {kind: 'holds', because: instead};
  // A day is at most 1,440 minutes long: a figure that needs a longer one is wrong under every day.
  if (needed === undefined || needed.minutes > 1440 || agreeing === undefined)
    return {kind: 'does not hold', because: 'no length of the day gives it', instead};
  return {
    kind: 'holds only if',
    assumption: `the day has ${needed.minutes.toLocaleString('en-US')} minutes (${needed.name}: ${showResult(agreeing.result)})`,
    instead,
  };
}
