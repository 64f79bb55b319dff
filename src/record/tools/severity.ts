import type {Source, State} from '../types.ts';
import type {Severities} from './tool.ts';

export interface Judgement {
  /** The word that decided; null where the tool says nothing. */
  readonly severity: string | null;
  /** Null leaves the row out; undefined where no word is known. */
  readonly state: State | null | undefined;
}

/**
 * The state that the first known of `words` stands for, the weightiest first. What record.yaml says of any of them
 * counts before what the tool's own table says.
 */
export function stateOf(
  {states}: Pick<Source, 'states'>,
  severities: Severities,
  words: readonly (string | null)[],
): Judgement {
  const said = words.filter(word => word !== null);
  const own = new Map(Object.entries(states).map(([word, state]) => [word.toLowerCase(), state]));
  const [first] = said;
  if (first === undefined) {
    return {severity: null, state: own.has('unsaid') ? own.get('unsaid') : severities.unsaid};
  }
  for (const table of [own, new Map<string, State | null | undefined>(Object.entries(severities.words))]) {
    for (const severity of said) {
      const state = table.get(severity.toLowerCase());
      if (state !== undefined) return {severity, state};
    }
  }
  return {severity: first, state: undefined};
}
