import {askIn, partIn} from '../english/index.ts';
import type {Figure, Sentence} from '../guide/index.ts';
import type {Ask} from './types.ts';

// What a request of the guide's strategy asks for, as the room english reads it.

/** By the words that follow the figure, else by the words of its sentence. */
export function componentOf(sentence: Sentence, figure: Figure): Ask['component'] {
  // Of several figures in a sentence its words tell none apart.
  const alone = sentence.figures.filter(({kind}) => kind === 'money' || kind === 'percent').length === 1;
  return componentBeside(sentence, figure) ?? (alone ? partIn(sentence.text) : null) ?? 'other';
}

/** The part of pay that the words behind the figure name; undefined where they name none. */
export function componentBeside(sentence: Sentence, figure: Figure): Ask['component'] | undefined {
  return componentNamed(figure) ?? askOf(sentence, figure).part ?? undefined;
}

/** The part of pay that the figure's own words name; undefined where they name none, whatever its sentence speaks of. */
export function componentNamed({of}: Figure): Ask['component'] | undefined {
  return of === null ? undefined : (partIn(of) ?? undefined);
}

/** "if the role covers all pods": what the guide makes a request depend on; null for nothing. */
export function conditionOf(sentence: Sentence, figure: Figure): string | null {
  return askOf(sentence, figure).condition;
}

function askOf({text, span}: Sentence, figure: Figure) {
  return askIn(text, {from: figure.span.from - span.from, to: figure.span.to - span.from});
}
