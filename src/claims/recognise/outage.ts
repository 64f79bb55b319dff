import {speaksOf} from '../../english/index.ts';
import {say} from '../../figure/index.ts';
import {type Figure, guideFigure, headNoun, inWords} from '../../guide/index.ts';
import {claim, guideInput} from '../claim.ts';
import {beside, type Recognised, type Recogniser} from './context.ts';
import {underHiddenDay} from './hidden-day.ts';

/** "A 15-minute outage across 50 pods, each making $500K a day, costs $520K": things × money a day × minutes ÷ the day's minutes. */
export const outageLoss: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure, sentence} = quote;
    if (figure.kind !== 'duration' || (figure.unit !== 'minute' && figure.unit !== 'hour')) return [];
    if (!speaksOf('outage', sentence.text) || !speaksOf('loss', sentence.text)) return [];
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
    const lost = `${count === undefined ? '' : 'things * '}rate * outage`;
    const across = count === undefined ? null : say` across ${inWords(count)}`;
    const each = count === undefined ? null : 'each ';
    return [
      {
        stem: 'outage-loss',
        figures: [figure, rate, loss, ...(count === undefined ? [] : [count])],
        claim: claim({
          kind: 'outage-loss',
          subject: 'outage',
          says: say`${inWords(figure)} of outage${across}, ${each}making ${inWords(rate, rate.text)} a day, cost ${inWords(loss, loss.text)}`,
          stated: guideFigure(loss, 'outage'),
          statedText: say`${inWords(loss, loss.text)}`,
          headline: true,
          span: loss.span,
          ...underHiddenDay(
            context,
            {formula: `${lost} / day`, day: `${lost} / stated`},
            inputs,
            guideFigure(loss),
          ),
        }),
      },
    ];
  });

function counts(figure: Figure, noun: string | null): boolean {
  return figure.kind === 'count' && headNoun(figure.of) === noun;
}
