import {learn} from './lexicon.ts';
import {type Tokens, WORD} from './tokens.ts';

/**
 * Single words and what they mean. Asked of a token, it costs an array look-up: for what is asked of every word around
 * every number. What takes more than one word is a `Vocabulary`.
 */
export class Words<Sense> {
  readonly #senses: (Sense | null)[] = [];

  constructor(entries: Iterable<readonly [Sense, string]>) {
    for (const [sense, words] of entries)
      for (const word of words.split(/\s+/)) {
        if (word === '') continue;
        const number = learn(word);
        while (this.#senses.length <= number) this.#senses.push(null);
        this.#senses[number] = sense;
      }
  }

  /** What the word at a token means; null for any other token. */
  of(tokens: Tokens, at: number): Sense | null {
    return tokens.kinds[at] === WORD ? this.numbered(tokens.values[at] as number) : null;
  }

  has(tokens: Tokens, at: number): boolean {
    return this.of(tokens, at) !== null;
  }

  /** Whether one of them stands at a token or behind it. */
  in(tokens: Tokens, from = 0): boolean {
    for (let at = from; at < tokens.count; at++) if (this.has(tokens, at)) return true;
    return false;
  }

  /** The same for a number of the lexicon. */
  numbered(number: number): Sense | null {
    return this.#senses[number] ?? null;
  }
}

/** Words of one kind: `wordSet('per each every').has(tokens, 3)`. */
export function wordSet(words: string): Words<true> {
  return new Words([[true, words]]);
}
