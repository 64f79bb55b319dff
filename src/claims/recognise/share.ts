import {type MoneyRange, showMoneyShort, showRange} from '../../base/index.ts';
import type {Figure} from '../../guide/index.ts';
import {claim, guideInput, work} from '../claim.ts';
import {headNoun, type Quote, quantityOf} from '../quote.ts';
import {showFactors, showResult} from '../show.ts';
import type {Input, Verdict, Working} from '../types.ts';
import {around, type Context, quarterInput, type Recognised, type Recogniser, yearInput} from './context.ts';

const PARTICIPATION = /\b(participation|share|percentage|profit|pnl|carry)\b/i;
const EVERYTHING = /\b(across|all|aggregate|blended|combined|every|firm-?wide)\b/i;

/**
 * "2.5% of the PnL of all pods": a share of everything in a year, held against what the guide's own table pays for
 * participation. The gap tells what the share can be a share of.
 */
export const shareOfAll: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure} = quote;
    if (figure.kind !== 'percent' || figure.high > 50 || !isParticipation(quote)) return [];
    const daily = dailyTotal(context, quote);
    if (daily === undefined) return [];
    const quarterly = figure.per === 'quarter';
    const inputs = [
      guideInput('share', 'share', figure),
      guideInput('daily', 'PnL of all a day', daily),
      quarterly ? quarterInput(context.conventions.years[0]) : yearInput(context.conventions.years[0]),
    ];
    const stated = quantityOf(figure);
    const paid = work(
      `share * daily * ${quarterly ? 'quarter' : 'year'}`,
      inputs,
      stated,
      quarterly ? 'one quarter' : 'one year',
    );
    const {participation} = context;
    return [
      {
        stem: 'share',
        figures: [figure, daily],
        claim: claim({
          says: `${figure.text} of all PnL, ${daily.text} a day, as participation${quarterly ? ' for each quarter' : ''}`,
          stated,
          statedText: figure.text,
          headline: quote.where === 'lever' && around(quote).includes(daily),
          span: figure.span,
          inputs,
          workings: [
            paid,
            ...(participation === null || quarterly ? [] : asBand(participation, inputs[0] as Input, figure)),
          ],
          verdict: verdictOf(paid, participation, figure, quarterly),
        }),
      },
    ];
  });

/** What the table's band would be a share of: band ÷ share, at both ends. */
function asBand(band: MoneyRange, share: Input, figure: Figure): readonly Working[] {
  return [band.low, band.high].map((amount, at) => {
    const input: Input = {
      name: 'band',
      label: `the guide's own participation, ${at === 0 ? 'low' : 'high'}`,
      quantity: {value: amount, unit: {[band.currency]: 1, year: -1}},
      share: false,
      evidence: {tier: 'guide', source: 'compensation table'},
      disclosure: 'public',
    };
    return work(
      'band / share',
      [input, share],
      quantityOf(figure),
      'the base that the band is this share of',
    );
  });
}

function verdictOf(paid: Working, band: MoneyRange | null, figure: Figure, quarterly: boolean): Verdict {
  const sum = showResult(paid.result);
  if (band === null)
    return {
      kind: 'cannot be checked',
      because: `it would pay ${sum}`,
      needs: 'what the firm pays for participation',
    };
  const yearly = quarterly ? paid.result.value * 4 : paid.result.value;
  const [low, high] = [yearly / band.high, yearly / band.low];
  if (high < 2) return {kind: 'holds', because: `it pays ${sum}, against a band of ${showRange(band)}`};
  const share = figure.low / 100;
  const base = [band.low, band.high].map(amount =>
    showMoneyShort({amount: amount / (quarterly ? 4 * share : share), currency: band.currency}, 2),
  );
  return {
    kind: 'does not hold',
    because: `${sum}, ${showFactors(low, high)} times the guide's own ${showRange(band)}`,
    instead: `${figure.text.trim()} of a base of ${base.join(' to ')} is what the band pays`,
  };
}

function isParticipation({figure, sentence}: Quote): boolean {
  const after = sentence.text.slice(
    figure.span.to - sentence.span.from,
    figure.span.to - sentence.span.from + 120,
  );
  return PARTICIPATION.test(figure.of ?? after) && (EVERYTHING.test(after) || EVERYTHING.test(sentence.text));
}

/** The total a day that the share is of: of the same passage, else the largest the guide names for all. */
function dailyTotal(context: Context, quote: Quote): Figure | undefined {
  const fits = (one: Figure) =>
    one.kind === 'money' && one.per === 'day' && one.each === null && headNoun(one.of) !== 'loss';
  const here = around(quote).find(fits);
  if (here !== undefined) return here;
  return context.quotes
    .map(one => one.figure)
    .filter(fits)
    .reduce<Figure | undefined>(
      (most, one) => (most === undefined || one.low > most.low ? one : most),
      undefined,
    );
}
