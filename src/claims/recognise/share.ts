import {type MoneyRange, quantity, showMoneyShort, showRange} from '../../base/index.ts';
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
    const text = `share * daily * ${quarterly ? 'quarter' : 'year'}`;
    const paid = work(text, inputs, stated, quarterly ? 'one quarter' : 'one year');
    const most = inputs.map(input =>
      input.name === 'share' ? {...input, quantity: quantity(figure.high / 100)} : input,
    );
    const paidAtMost = figure.high === figure.low ? [] : [work(text, most, stated, 'at the high end')];
    const band = bandIn(context, daily.currency);
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
            ...paidAtMost,
            ...(band === null || quarterly ? [] : asBand(band, inputs[0] as Input, figure)),
          ],
          verdict: verdictOf([paid, ...paidAtMost], band, figure, quarterly),
        }),
      },
    ];
  });

/** The guide's own band for participation, in the currency of the PnL; null where it states none in that currency. */
function bandIn({participation}: Context, currency: Figure['currency']): MoneyRange | null {
  if (participation === null || currency === null) return null;
  const {low, high, alt} = participation;
  if (participation.currency === currency && high !== null) return {low, high, currency};
  return alt?.currency === currency ? alt : null;
}

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

/** A share is plausible where what it pays overlaps the band, give or take a factor of two. */
function verdictOf(
  paid: readonly Working[],
  band: MoneyRange | null,
  figure: Figure,
  quarterly: boolean,
): Verdict {
  const sums = paid.map(working => working.result.value * (quarterly ? 4 : 1));
  const told = paid.map(working => showResult(working.result)).join(' to ');
  if (band === null)
    return {
      kind: 'cannot be checked',
      because: `it would pay ${told}`,
      needs: 'what the firm pays for participation',
    };
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  if (most >= band.low / 2 && least <= band.high * 2)
    return {kind: 'holds', because: `it pays ${told}, against a band of ${showRange(band)}`};
  const [low, high] = [least / band.high, most / band.low];
  const times =
    least > band.high ? `${showFactors(low, high)} times` : `a fraction (${showFactors(low, high)}) of`;
  const share = (figure.low / 100) * (quarterly ? 4 : 1);
  const base = [band.low, band.high].map(amount =>
    showMoneyShort({amount: amount / share, currency: band.currency}, 2),
  );
  return {
    kind: 'does not hold',
    because: `${told}, ${times} the guide's own ${showRange(band)}`,
    instead: `${figure.low}% of a base of ${base.join(' to ')} is what the band pays`,
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
