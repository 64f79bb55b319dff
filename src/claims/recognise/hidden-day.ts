import {sameUnit, unit} from '../../base/index.ts';
import {minutesOf} from '../../calendar/index.ts';
import {
  FormulaError,
  type Input,
  type Known,
  type Prose,
  type ReadFigure,
  say,
  styled,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {type Placed, work, type Worked} from '../claim.ts';
import type {Verdict} from '../types.ts';
import {alone, dayInput, type GuideContext} from './context.ts';

/** A formula that depends on how long a day is, and the same turned round: the day from the figure that is `stated`. */
export interface ByDay {
  readonly formula: string;
  readonly day: string;
}

/** A length of the day with its name, and its number alone. */
interface Day {
  readonly minutes: Known;
  readonly alone: Known;
  readonly name: string;
}

/** What a recogniser says of a figure that depends on the day: the rest of its claim. */
export interface UnderDay {
  readonly inputs: readonly Placed[];
  readonly workings: readonly Worked[];
  readonly verdict: Verdict;
}

/**
 * Works out a figure that depends on how long its author's day was. The usual day first, then every named day under
 * which the figure is right, then, where there is none, the day that would make it right.
 */
export function underHiddenDay(
  context: GuideContext,
  by: ByDay,
  inputs: readonly Placed[],
  stated: ReadFigure,
): UnderDay {
  const [usual, ...others] = context.conventions.days.map((day): Day => {
    const minutes = minutesOf(day);
    return {minutes, alone: alone(minutes), name: day.name};
  }) as [Day, ...Day[]];
  const under = (day: Day) => work(by.formula, [...inputs, dayInput(day.minutes)], stated, assumptionOf(day));
  const first = under(usual);
  const named = others.map(day => ({day, working: under(day)})).filter(({working}) => working.agrees);
  const solved = named.length > 0 || first.agrees ? undefined : solvedDay(by, inputs, stated);
  const rest = [...named.map(({working}) => working), ...(solved === undefined ? [] : [under(solved)])];
  const needed = named[0]?.day ?? solved;
  return {
    inputs: [...inputs, dayInput(usual.minutes)],
    workings: [first, ...rest],
    verdict: verdictOf(first, usual, needed, rest[0]),
  };
}

function assumptionOf(day: Day): Prose {
  return say`a day of ${day.alone} minutes (${day.name})`;
}

/** To three digits: a figure that its author rounded gives no more. */
function solvedDay({day}: ByDay, inputs: readonly Input[], stated: ReadFigure): Day | undefined {
  const all = [...inputs, {name: 'stated', label: 'the figure', figure: stated}];
  try {
    const minutes = worked(`round(${day}, 3)`, all);
    // A figure in another currency than its inputs is right under no day.
    if (!sameUnit(minutes.quantity.unit, unit('minute/day')) || !(valueOf(minutes) > 0)) return undefined;
    return {minutes, alone: styled(minutes, 'factor', {digits: 3}), name: 'which no market keeps'};
  } catch (error) {
    // Of a figure of nothing no day is the length.
    if (!(error instanceof FormulaError)) throw error;
    return undefined;
  }
}

function verdictOf(
  first: Worked,
  usual: Day,
  needed: Day | undefined,
  agreeing: Worked | undefined,
): Verdict {
  const instead = say`${first.resultText} at ${usual.alone} minutes (${usual.name})`;
  if (first.agrees) return {kind: 'holds', because: instead};
  // A day is at most 1,440 minutes long: a figure that needs a longer one is wrong under every day.
  if (needed === undefined || valueOf(needed.minutes) > 1440 || agreeing === undefined)
    return {kind: 'does not hold', because: say`no length of the day gives it`, instead};
  const minutes = styled(needed.minutes, 'factor', {digits: 6});
  return {
    kind: 'holds only if',
    assumption: say`the day has ${minutes} minutes (${needed.name}: ${agreeing.resultText})`,
    instead,
  };
}
