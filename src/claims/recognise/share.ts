import type {MoneyRange, Span} from '../../base/index.ts';
import {isShareOfAll} from '../../english/index.ts';
import {
  type Input,
  join,
  type Known,
  type Prose,
  say,
  show,
  styled,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {type Figure, guideFigure, guideRange, guideSum, headNoun, inWords} from '../../guide/index.ts';
import {claim, guideInput, work, type Worked} from '../claim.ts';
import type {QuotedFigure} from '../quote.ts';
import type {Verdict} from '../types.ts';
import {
  around,
  type GuideContext,
  placeOf,
  quarterInput,
  type Recognised,
  type Recogniser,
  yearInput,
} from './context.ts';

/**
 * "2.5% of the PnL of all pods": a share of everything in a year, held against what the guide's own table pays for
 * participation. The gap tells what the share can be a share of.
 */
export const shareOfAll: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure} = quote;
    if (figure.kind !== 'percent' || figure.high > 50) return [];
    if (!isShareOfAll(quote.sentence.text, placeOf(quote), figure.of)) return [];
    const daily = dailyTotal(context, quote);
    if (daily === undefined) return [];
    const quarterly = figure.per === 'quarter';
    const share = guideInput('share', 'share', figure, 'pnl');
    const inputs = [
      share,
      guideInput('daily', 'PnL of all a day', daily),
      quarterly ? quarterInput(context.conventions.years[0]) : yearInput(context.conventions.years[0]),
    ];
    const stated = guideFigure(figure, 'pnl');
    const text = `share * daily * ${quarterly ? 'quarter' : 'year'}`;
    const paid = work(text, inputs, stated, quarterly ? say`one quarter` : say`one year`);
    const most = inputs.map(input =>
      input === share ? {...input, figure: guideFigure(figure, 'pnl', 'high')} : input,
    );
    const paidAtMost = figure.high === figure.low ? [] : [work(text, most, stated, say`at the high end`)];
    const band = bandIn(context, daily.currency);
    const told = inWords(figure, figure.text, 'pnl');
    return [
      {
        stem: 'share',
        figures: [figure, daily],
        claim: claim({
          kind: 'share',
          subject: 'pnl',
          says: say`${told} of all PnL, ${inWords(daily, daily.text)} a day, as participation${quarterly ? ' for each quarter' : null}`,
          stated,
          statedText: say`${told}`,
          headline: quote.where === 'lever' && around(quote).includes(daily),
          span: figure.span,
          inputs,
          workings: [
            paid,
            ...paidAtMost,
            ...(band === null || quarterly ? [] : ENDS.map(end => asBand(band, share, end))),
          ],
          verdict: verdictOf([paid, ...paidAtMost], band, share, quarterly),
        }),
      },
    ];
  });

const ENDS = ['low', 'high'] as const;

/** A band of the guide's table, and where it stands. */
interface Stated extends MoneyRange {
  readonly span: Span;
}

/** The guide's own band for participation, in the currency of the PnL; null where it states none in that currency. */
function bandIn({participation}: GuideContext, currency: Figure['currency']): Stated | null {
  if (participation === null || currency === null) return null;
  const {low, high, alt, span} = participation;
  if (participation.currency === currency && high !== null) return {low, high, currency, span};
  return alt?.currency === currency ? {...alt, span} : null;
}

/** An end of the band as an input. */
function endOf(band: Stated, end: (typeof ENDS)[number]): Input {
  const figure = guideSum(band[end], `${band.currency}/year`, band.span, 'pnl');
  return {name: 'band', label: `the guide's own participation, ${end}`, figure};
}

/** What an end of the table's band would be a share of: band ÷ share. */
function asBand(band: Stated, share: Input, end: (typeof ENDS)[number]): Worked {
  const assumption = say`the base that the band is this share of`;
  return work('band / share', [endOf(band, end), share], share.figure as Known, assumption);
}

/** A share is plausible where what it pays overlaps the band, give or take a factor of two. */
function verdictOf(paid: readonly Worked[], band: Stated | null, share: Input, quarterly: boolean): Verdict {
  const results = paid.map(working => working.result.quantityOf);
  const told = join(
    results.map(result => say`${result}`),
    ' to ',
  );
  if (band === null)
    return {
      kind: 'cannot be checked',
      because: say`it would pay ${told}`,
      needs: say`what the firm pays for participation`,
    };
  const times = quarterly ? 4 : 1;
  const [least, most] = [...results].sort((a, b) => valueOf(a) - valueOf(b)) as [Known, Known?];
  const [lowest, highest] = [valueOf(least) * times, valueOf(most ?? least) * times];
  const range = guideRange(band, band.span, 'pnl');
  if (highest >= band.low / 2 && lowest <= band.high * 2)
    return {kind: 'holds', because: say`it pays ${told}, against a band of ${range}`};
  const factors = between(
    factor(least, endOf(band, 'high'), quarterly),
    factor(most ?? least, endOf(band, 'low'), quarterly),
  );
  const size = lowest > band.high ? say`${factors} times` : say`a fraction (${factors}) of`;
  const bases = ENDS.map(end => say`${base(endOf(band, end), share, quarterly)}`);
  return {
    kind: 'does not hold',
    because: say`${told}, ${size} the guide's own ${range}`,
    instead: say`${styled(share.figure, 'share', {digits: 12})} of a base of ${join(bases, ' to ')} is what the band pays`,
  };
}

/** How many times an end of the band what the share pays in a year is: `3,000`. */
function factor(pays: Known, band: Input, quarterly: boolean): Known {
  const inputs = [{name: 'pays', label: 'what the share pays', figure: pays}, band];
  return worked(quarterly ? 'pays * 4[quarter/year] / band' : 'pays / band', inputs, {style: {as: 'factor'}});
}

/** What an end of the band is this share of: `$2M`. */
function base(band: Input, share: Input, quarterly: boolean): Known {
  const text = quarterly ? 'band / (share * 4)' : 'band / share';
  return worked(text, [band, share], {style: {as: 'short', digits: 2}});
}

/** `3,000 to 5,400`, or one number where both are printed alike. */
function between(low: Known, high: Known): Prose {
  return show(low) === show(high) ? say`${low}` : say`${low} to ${high}`;
}

/** The total a day that the share is of: of the same passage, else the largest the guide names for all. */
function dailyTotal(context: GuideContext, quote: QuotedFigure): Figure | undefined {
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
