import {speaksBeside} from '../../english/index.ts';
import {say} from '../../figure/index.ts';
import {guideFigure, inWords} from '../../guide/index.ts';
import {claim, guideInput} from '../claim.ts';
import {beside, placeOf, type Recognised, type Recogniser} from './context.ts';

/** "I will protect $42.5M a day": the money at stake called the money saved. What is at stake is no loss prevented. */
export const exposureCalledProtection: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure} = quote;
    const uptime = beside(quote).some(one => one.kind === 'percent' && one.low >= 90);
    if (figure.kind !== 'money' || figure.per !== 'day' || uptime) return [];
    if (!speaksBeside('guards', quote.sentence.text, placeOf(quote))) return [];
    const told = inWords(figure, figure.text);
    return [
      {
        stem: 'exposure',
        figures: [figure, ...beside(quote).filter(one => one.kind === 'count')],
        claim: claim({
          kind: 'exposure',
          subject: null,
          says: say`the infrastructure protects ${told} a day`,
          stated: guideFigure(figure),
          statedText: say`${told} a day`,
          span: figure.span,
          inputs: [guideInput('daily', 'PnL a day', figure)],
          workings: [],
          verdict: {
            kind: 'does not hold',
            because: say`${told} is all that is made in a day, as if every day without you were lost whole`,
            instead: say`say what stops for each minute of downtime, against a named baseline`,
          },
        }),
      },
    ];
  });
