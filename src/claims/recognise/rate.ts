import {speaksOf} from '../../english/index.ts';
import {say} from '../../figure/index.ts';
import {type Figure, guideFigure, inWords} from '../../guide/index.ts';
import {claim, guideInput} from '../claim.ts';
import {around, type GuideContext, type Recognised, type Recogniser, yearInput} from './context.ts';
import {underHiddenDay} from './hidden-day.ts';

/**
 * "PnL of $42.5M a day; each minute costs $170K": money a day (or a year) spread over the minutes of the day. A rate
 * for each thing is checked against the guide's own daily figure for each such thing, wherever that stands.
 */
export const ratePerMinute: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure} = quote;
    if (figure.kind !== 'money' || (figure.per !== 'minute' && figure.per !== 'hour')) return [];
    const total = totalFor(context, figure, around(quote));
    if (total === undefined) return [];
    const what = figure.each === null ? 'PnL' : `PnL of each ${figure.each}`;
    const inputs = [
      guideInput('total', `${what} a ${total.per}`, total),
      ...(total.per === 'year' ? [yearInput(context.conventions.years[0])] : []),
    ];
    const daily = total.per === 'year' ? 'total / year' : 'total';
    const hourly = figure.per === 'hour' ? ' * 60[minute/hour]' : '';
    const subject = speaksOf('outage', quote.sentence.text) ? 'outage' : null;
    const stated = guideFigure(figure, subject ?? undefined);
    const told = inWords(figure, figure.text, subject ?? undefined);
    const each = figure.each === null ? null : ` for each ${figure.each}`;
    return [
      {
        stem: figure.each === null ? 'rate' : `rate-each-${figure.each}`,
        figures: [figure, total],
        claim: claim({
          kind: 'rate',
          subject,
          says: say`${inWords(total, total.text)} a ${total.per}${each} is ${told} ${a(figure.per)}`,
          stated,
          statedText: say`${told} ${a(figure.per)}`,
          headline: figure.each === null,
          span: figure.span,
          ...underHiddenDay(
            context,
            {formula: `${daily} / day${hourly}`, day: `${daily} / stated${hourly}`},
            inputs,
            stated,
          ),
        }),
      },
    ];
  });

/** The total that a rate spreads: of the same passage first; for a rate of each thing, of anywhere in the guide. */
function totalFor(context: GuideContext, rate: Figure, passage: readonly Figure[]): Figure | undefined {
  const fits = (one: Figure) =>
    one.kind === 'money' &&
    (one.per === 'day' || one.per === 'year') &&
    one.each === rate.each &&
    one.currency === rate.currency &&
    one.low > rate.low;
  const here = passage.filter(fits);
  const found =
    here.length > 0 || rate.each === null ? here : context.quotes.map(quote => quote.figure).filter(fits);
  return found.find(one => one.per === 'day') ?? found[0];
}

/** "a minute", "an hour". */
function a(period: 'minute' | 'hour'): string {
  return period === 'hour' ? 'an hour' : 'a minute';
}
