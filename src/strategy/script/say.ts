import type {Evidence} from '../../base/index.ts';
import type {Binding, Say} from './types.ts';

/** A figure on its way into a sentence, with what it is bound to. */
export interface Bound {
  readonly to: string;
  readonly shown: string;
  readonly evidence: Evidence;
}

/**
 * A sentence whose figures are bound: say`I ask for ${ask} in base pay.` A figure can enter a script only as a `Bound`;
 * plain strings are for words, and what was said already may be said within another sentence.
 */
export function say(words: TemplateStringsArray, ...parts: readonly (Bound | Say | string)[]): Say {
  const bindings: Binding[] = [];
  let text = words[0] ?? '';
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string') text += part;
    else if ('bindings' in part) {
      text += part.text;
      bindings.push(...part.bindings);
    } else {
      text += part.shown;
      bindings.push(part);
    }
    text += words[at + 1] ?? '';
  }
  return {text: text.replace(/\s+/g, ' '), bindings};
}

/** One sentence after another. */
export function join(...says: readonly (Say | null)[]): Say {
  const told = says.filter(one => one !== null);
  return {text: told.map(one => one.text).join(' '), bindings: told.flatMap(one => one.bindings)};
}

/** `a`, `a and b`, `a, b and c`, as Say parts. */
export function listed(parts: readonly Say[]): Say {
  const texts = parts.map(part => part.text);
  const text = texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  return {text, bindings: parts.flatMap(part => part.bindings)};
}
