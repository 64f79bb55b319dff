import type {SourceSpec, State} from '../types.ts';

/** What a value means, where it is one that `holds`. */
interface Meaning {
  readonly holds: (value: number) => boolean;
  /** Null where such values are to say nothing. */
  readonly state: State | null;
}

const SIGNS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '==': (value, bound) => value === bound,
  '!=': (value, bound) => value !== bound,
};

/** What `probe_success` and `up` say. */
const USUAL: SourceSpec['states'] = {'1': 'up', '0': 'down'};

export const CONDITION_HINT =
  'write values or bounds: {"1": up, "0": down}, or {"< 0.5": down, ">= 0.5": up}';

/** What is wrong with a key of `states` of a source of numbers; undefined where it is a value or a bound. */
export function conditionProblem(text: string): string | undefined {
  return conditionOf(text) === undefined ? `${JSON.stringify(text)} is not a value, nor a bound` : undefined;
}

/**
 * The state that a value stands for by `states`, whose keys are values or bounds (`0`, `"< 0.99"`): the first that holds
 * counts. Without any, 1 is up and 0 is down. Undefined for a value of which nothing is said.
 */
export function meaningOf(states: SourceSpec['states']): (value: number) => State | null | undefined {
  const said = Object.keys(states).length > 0 ? states : USUAL;
  const meanings = Object.entries(said).flatMap(([text, state]): Meaning[] => {
    const holds = conditionOf(text);
    return holds === undefined || state === undefined ? [] : [{holds, state}];
  });
  return value => meanings.find(({holds}) => holds(value))?.state;
}

function conditionOf(text: string): Meaning['holds'] | undefined {
  const [, sign = '=', digits = ''] = /^\s*([<>]=?|[=!]=|=)?\s*(\S+)\s*$/.exec(text) ?? [];
  const bound = numberOf(digits);
  const compare = SIGNS[sign];
  return bound === undefined || compare === undefined ? undefined : value => compare(value, bound);
}

/** A number as the API writes it, `+Inf` and `NaN` included; undefined for any other text. */
export function numberOf(text: string): number | undefined {
  const [, sign, infinite] = /^([+-]?)(Inf)$/i.exec(text) ?? [];
  if (infinite !== undefined) return sign === '-' ? -Infinity : Infinity;
  if (text === 'NaN') return Number.NaN;
  // No number is as long, and the expression is slow over many digits.
  if (text.length > 400) return undefined;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
