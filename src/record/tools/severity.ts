import type {SourceSpec, State} from '../types.ts';
import type {Row} from './row.ts';
import type {Severities} from './tool.ts';

export interface Judgement {
  /** The word that decided; null where the tool says nothing. */
  readonly severity: string | null;
  /** Null leaves the row out; undefined where no word is known. */
  readonly state: State | null | undefined;
}

/**
 * The words of a row whose weightiest is `first`. A word of an account's own that nobody explained stands alone, so that it is
 * told: a lesser word must not speak in its place.
 */
export function knownFirst(
  {source}: Pick<Row, 'source'>,
  severities: Severities,
  first: string | null,
  others: readonly (string | null)[],
): readonly (string | null)[] {
  const isStrange = first !== null && stateOf(source, severities, [first]).state === undefined;
  return isStrange ? [first] : [first, ...others];
}

/**
 * The state that the first known of `words` stands for, the weightiest first. What record.yaml says of any of them
 * counts before what the tool's own table says.
 */
export function stateOf(
  {states}: Pick<SourceSpec, 'states'>,
  severities: Severities,
  words: readonly (string | null)[],
): Judgement {
  const said = words.filter(word => word !== null);
  const own = (word: string) =>
    Object.entries(states).find(([name]) => name.toLowerCase() === word.toLowerCase())?.[1];
  const [first] = said;
  if (first === undefined) {
    const state = own('unsaid');
    return {severity: null, state: state === undefined ? severities.unsaid : state};
  }
  for (const stateFor of [own, (word: string) => wordIn(severities.words, word.toLowerCase())]) {
    for (const severity of said) {
      const state = stateFor(severity);
      if (state !== undefined) return {severity, state};
    }
  }
  return {severity: first, state: undefined};
}

/** By the tool's own words alone: what every object has besides ("constructor") is no word of it. */
function wordIn(words: Severities['words'], word: string): State | null | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
