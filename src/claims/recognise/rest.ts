import {askIn} from '../../english/index.ts';
import {guideQuote, type Prose, say} from '../../figure/index.ts';
import {type Figure, guideFigure, inWords, type Sentence} from '../../guide/index.ts';
import {claim} from '../claim.ts';
import type {QuotedFigure} from '../quote.ts';
import {type GuideContext, placeOf, type Recognised} from './context.ts';

/**
 * Every figure of the narrative and of the levers' arguments that no formula took up: asserted without inputs, so
 * there is nothing to work out. What the reader is to ask for is a position, not a claim, and is left to the strategy.
 */
export function leftOver(context: GuideContext, taken: ReadonlySet<Figure>): readonly Recognised[] {
  return context.quotes
    .filter(
      quote =>
        quote.where !== 'strategy' && !taken.has(quote.figure) && !isAsked(quote.sentence, quote.figure),
    )
    .map(quote => ({stem: 'figure', figures: [quote.figure], claim: asserted(quote)}));
}

function asserted({figure, passage}: QuotedFigure): Recognised['claim'] {
  const bare = figure.of === null || figure.kind === 'count' || figure.kind === 'multiple';
  const of = bare ? null : say` (${guideQuote(figure.of)})`;
  const under = passage.label ?? passage.section;
  const heading = under === '' ? null : say`${guideQuote(under)}: `;
  return claim({
    kind: 'figure',
    subject: null,
    says: say`${heading}${inWords(figure)}${of}`,
    stated: guideFigure(figure),
    statedText: say`${inWords(figure)}`,
    span: figure.span,
    inputs: [],
    workings: [],
    verdict: {
      kind: 'cannot be checked',
      because: say`the guide gives no inputs for it`,
      needs: needsOf(figure),
    },
  });
}

function needsOf(figure: Figure): Prose {
  if (figure.kind === 'percent') return say`what it is a share of, before and after, from a record`;
  if (figure.kind === 'money') return say`the figures that make it up, from a record or a public source`;
  return say`a source`;
}

/** Whether the words before a figure ask for it: such a figure is a position of the reader's, not a claim. */
export function isAsked(sentence: Sentence, figure: Figure): boolean {
  return askIn(sentence.text, placeOf({sentence, figure})).asked;
}
