import type {Figure, Guide, Passage, Sentence} from '../types.ts';

/** Everything a guide says in prose: narrative, levers and strategy, in this order. */
export function passagesOf(guide: Guide): Passage[] {
  return [
    ...guide.narrative,
    ...guide.levers.map(({passage}) => passage),
    ...(guide.strategy === null ? [] : [guide.strategy.passage]),
  ];
}

export function sentencesOfGuide(guide: Guide): Sentence[] {
  return passagesOf(guide).flatMap(({sentences}) => sentences);
}

export function figuresOfGuide(guide: Guide): Figure[] {
  return sentencesOfGuide(guide).flatMap(({figures}) => figures);
}
