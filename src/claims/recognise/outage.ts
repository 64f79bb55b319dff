import type {Figure} from '../../guide/index.ts';
import {claim, guideInput} from '../claim.ts';
import {headNoun, quantityOf, showFigure} from '../quote.ts';
import {beside, type Recognised, type Recogniser, speaksOf} from './context.ts';
import {underHiddenDay} from './hidden-day.ts';

const OUTAGE = /\b(outage|downtime|incident|disruption|unavailab|failure|down for)/i;
const LOSS = /\b(loss|losses|lost|cost|costs|forgone)\b/i;

/** "A 15-minute outage across 50 pods, each making $500K a day, costs $520K": things × money a day × minutes ÷ the day's minutes. */
export const outageLoss: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure} = quote;
    if (figure.kind !== 'duration' || (figure.unit !== 'minute' && figure.unit !== 'hour')) return [];
    if (!speaksOf(quote, OUTAGE) || !speaksOf(quote, LOSS)) return [];
    const near = beside(quote);
    const rate = near.find(one => one.kind === 'money' && one.per === 'day');
    const count = rate?.each == null ? undefined : near.find(one => counts(one, rate.each));
    const loss = near.find(
      one => one.kind === 'money' && one !== rate && one.per === null && one.each === null,
    );
    if (rate === undefined || loss === undefined || (rate.each !== null && count === undefined)) return [];
    const inputs = [
      ...(count === undefined ? [] : [guideInput('things', `${headNoun(count.of)}s`, count)]),
      guideInput('rate', count === undefined ? 'PnL a day' : `daily PnL of each ${rate.each}`, rate),
      guideInput('outage', 'minutes of outage', figure),
    ];
    const stated = quantityOf(loss);
    const text = `${count === undefined ? '' : 'things * '}rate * outage / day`;
    const across = count === undefined ? '' : ` across ${showFigure(count)}`;
    return [
      {
        stem: 'outage-loss',
        figures: [figure, rate, loss, ...(count === undefined ? [] : [count])],
        claim: claim({
          says: `${showFigure(figure)} of outage${across}, ${count === undefined ? '' : 'each '}making ${rate.text} a day, cost ${loss.text}`,
          stated,
          statedText: loss.text,
          headline: true,
          span: loss.span,
          ...underHiddenDay(context, text, inputs, stated),
        }),
      },
    ];
  });

function counts(figure: Figure, noun: string | null): boolean {
  return figure.kind === 'count' && headNoun(figure.of) === noun;
}
