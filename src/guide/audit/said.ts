import type {Guide, Passage, Sentence} from '../types.ts';

/** Everything a guide says in prose: narrative, levers and strategy, in this order. */
export function passagesOf(guide: Guide): Passage[] {
  return [
    ...guide.narrative,
    ...guide.levers.map(({passage}) => passage),
    ...(guide.strategy === null ? [] : [guide.strategy.passage]),
  ];
}

/** Nobody says more in a sentence, and rules hold each of its figures against the others. */
const MOST_FIGURES = 60;

/** Made once for a guide: half of the rules ask for it. */
const SENTENCES = new WeakMap<Guide, readonly Sentence[]>();

export function sentencesOfGuide(guide: Guide): readonly Sentence[] {
  const known = SENTENCES.get(guide);
  if (known !== undefined) return known;
  const all: Sentence[] = [];
  for (const {sentences} of passagesOf(guide))
    for (const sentence of sentences) if (sentence.figures.length <= MOST_FIGURES) all.push(sentence);
  SENTENCES.set(guide, all);
  return all;
}
