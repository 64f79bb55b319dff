import {componentName} from '../../terms/index.ts';
import {partOfTitle} from '../../english/index.ts';
import {listed, type Prose, say, textOf} from '../../figure/index.ts';
import {askOf, askPhrase, isSettled} from './asking.ts';
import {ownPaper, ownSentences} from './own.ts';
import type {Reply, ScriptWords, Stage} from './stage.ts';
import {PARTS, sumPhrase, sumsOf} from './sums.ts';

/** A script names no more sums than a listener keeps. */
const MOST = 2;

/**
 * A lever of a topic that has no words of its own: what the reader can show, a question where one is given, and what it asks
 * for. What the guide calls it is never asked for: a title is no ask. Where it asks for nothing, nothing is said of it.
 */
export function otherWords(stage: Stage, question?: Prose): ScriptWords {
  const {ask, sentence} = wanted(stage);
  return {
    ask,
    script: [
      ...ownSentences(stage),
      ...(question === undefined ? [] : [question]),
      ...(sentence === null ? [] : [sentence]),
    ],
    strengthen: ownPaper(stage, 'other'),
    rebuttals: ask === null ? [] : REFUSALS,
  };
}

const REFUSALS: readonly Reply[] = [
  {
    they: say`That is not something we do.`,
    you: say`What do you do instead for people in this role, and is it in the letter?`,
  },
  {
    they: say`The package is already at the top of the range.`,
    you: say`Which part of it has room, and who decides on that part?`,
  },
  {
    they: say`We need your answer now.`,
    you: say`I want to give you one that holds. By which day do you need it, and can the open points be in writing by then?`,
  },
];

const NOTHING = {ask: null, sentence: null} as const;

/** What the lever asks for: its own sums, else the plan's ask for the part that its title names, else what room there is in it. */
export function wanted(stage: Stage): {readonly ask: Prose | null; readonly sentence: Prose | null} {
  const sums = once(sumsOf(stage).map(sum => sumPhrase(sum, stage))).slice(0, MOST);
  if (sums.length > 0) return {ask: listed(sums), sentence: asking(listed(sums))};
  const component = partOfTitle(stage.lever.title);
  if (component === null || isSettled(stage.plan, component)) return NOTHING;
  const ask = askOf(stage.plan, component);
  if (ask !== undefined) return {ask: askPhrase(ask), sentence: asking(askPhrase(ask))};
  const part = PARTS[component] ?? componentName(component);
  return {ask: say`room in the ${part}`, sentence: say`What room is there in the ${part}?`};
}

/** Each phrase once: two sums of a lever may both come to the plan's ask. */
function once(phrases: readonly (Prose | null)[]): readonly Prose[] {
  return [...new Map(phrases.filter(one => one !== null).map(one => [textOf(one), one] as const)).values()];
}

function asking(wants: Prose): Prose {
  return say`I am asking for ${wants}. What would it take to get there?`;
}
