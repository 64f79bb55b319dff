import type {Figure, Guide, Passage, Sentence} from '../guide/index.ts';

/** A figure of the guide with the words it stands in. */
export interface QuotedFigure {
  readonly figure: Figure;
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly where: 'narrative' | 'lever' | 'strategy';
}

/** Every figure of the guide's prose in reading order. */
export function quotesOf(guide: Guide): readonly QuotedFigure[] {
  const told = [
    ...guide.narrative.map(passage => ({passage, where: 'narrative' as const})),
    ...guide.levers.map(lever => ({passage: lever.passage, where: 'lever' as const})),
    ...(guide.strategy === null ? [] : [{passage: guide.strategy.passage, where: 'strategy' as const}]),
  ];
  return told.flatMap(({passage, where}) =>
    passage.sentences.flatMap(sentence =>
      sentence.figures.map(figure => ({figure, sentence, passage, where})),
    ),
  );
}
