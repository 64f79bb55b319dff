import {type MoneyRange, showRange} from '../../base/index.ts';
import {type Band, type Figure, type Guide, totalChecks} from '../../guide/index.ts';
import {claim, guideInput, work} from '../claim.ts';
import {headNoun, quantityOf, showFigure} from '../quote.ts';
import {showResult} from '../show.ts';
import type {Input, Verdict, Working} from '../types.ts';
import {beside, type Recognised, type Recogniser} from './context.ts';

/** "From 4 hours to 15 minutes … the reclaimed 3.75 hours": a difference of two durations stated as a third. */
export const durationSaved: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const durations = beside(quote).filter(one => one.kind === 'duration' && isClock(one));
    const [before, after, saved] = durations;
    if (before === undefined || after === undefined || saved === undefined || quote.figure !== saved)
      return [];
    const inputs = [guideInput('before', 'before', before), guideInput('after', 'after', after)];
    const stated = quantityOf(saved);
    const working = work('before - after', inputs, stated, 'as stated');
    return [
      {
        stem: 'time-saved',
        figures: [before, after, saved],
        claim: claim({
          says: `${showFigure(before)} less ${showFigure(after)} is ${showFigure(saved)}`,
          stated,
          statedText: showFigure(saved),
          span: saved.span,
          inputs,
          workings: [working],
          verdict: plainVerdict(working),
        }),
      },
    ];
  });

/** "85 pods, $42.5M a day" beside "each pod averaging $500K a day": a total, a count and a rate of each that must agree. */
export const totalOfEach: Recogniser = context => {
  const figures = context.quotes.map(quote => quote.figure);
  return context.quotes.flatMap((quote): readonly Recognised[] => {
    const total = quote.figure;
    if (total.kind !== 'money' || total.per === null || total.each !== null) return [];
    const count = beside(quote).find(one => one.kind === 'count');
    const noun = headNoun(count?.of ?? null);
    const each = figures.find(one => one.kind === 'money' && one.each === noun && one.per === total.per);
    if (count === undefined || noun === null || each === undefined) return [];
    const inputs = [
      guideInput('each', `PnL of each ${noun} a ${total.per}`, each),
      guideInput('things', `${noun}s`, count),
    ];
    const stated = quantityOf(total);
    const working = work('each * things', inputs, stated, `each ${noun} as elsewhere in the guide`);
    return [
      {
        stem: 'total-of-each',
        figures: [total, count],
        claim: claim({
          says: `${showFigure(count)} make ${total.text} a ${total.per}`,
          stated,
          statedText: `${total.text} a ${total.per}`,
          span: total.span,
          inputs,
          workings: [working],
          verdict: plainVerdict(working),
        }),
      },
    ];
  });
};

/** A row's total is the sum of its parts, at its low end and at its high end. */
export const rowTotals: Recogniser = context => {
  const totals = context.guide.bands.filter(band => band.component === 'total' && band.unit === 'money');
  return totals.flatMap((total): readonly Recognised[] => {
    const parts = context.guide.bands.filter(
      band => band.region === total.region && band.level === total.level && band.component !== 'total',
    );
    const addable = parts.every(
      band =>
        band.unit === 'money' &&
        band.basis === 'annual' &&
        band.currency === total.currency &&
        band.high !== null,
    );
    if (parts.length === 0 || !addable || total.high === null) return [];
    const ends = (['low', 'high'] as const).map(end => sumAt(parts, total, end));
    const held = ends.every(working => working.agrees);
    const range: MoneyRange = {low: total.low, high: total.high, currency: total.currency};
    return [
      {
        stem: 'total',
        figures: [],
        claim: claim({
          says: `${total.region}${total.level === null ? '' : `, ${total.level}`}: ${showRange(range)} in all`,
          stated: {value: total.low, unit: {[total.currency]: 1, year: -1}},
          statedText: showRange(range),
          span: total.span,
          inputs: [],
          workings: ends,
          verdict: held
            ? {kind: 'holds', because: 'the parts add up to it at both ends'}
            : rounded(context.guide, total, ends),
        }),
      },
    ];
  });
};

/** Near its parts, as the audit sees it, a total is rounding or leaves something out; farther off it is wrong. */
function rounded(guide: Guide, total: Band, ends: readonly Working[]): Verdict {
  const instead = ends.map(working => showResult(working.result)).join(' to ');
  const near = totalChecks(guide).find(check => check.span === total.span)?.verdict === 'holds';
  if (near)
    return {
      kind: 'holds only if',
      assumption: 'a difference of up to a tenth is rounding',
      instead: `its parts give ${instead}`,
    };
  return {kind: 'does not hold', because: 'the parts add up to something else', instead};
}

function sumAt(parts: readonly Band[], total: Band, end: 'low' | 'high'): Working {
  const inputs = parts.map(
    (band, at): Input => ({
      name: `part${at}`,
      label: band.component,
      quantity: {value: band[end] ?? band.low, unit: {[band.currency]: 1, year: -1}},
      share: false,
      evidence: {tier: 'guide', source: `${band.span.file}:${band.span.line}`},
      disclosure: 'public',
      span: band.span,
    }),
  );
  const stated = {value: total[end] ?? total.low, unit: {[total.currency]: 1, year: -1}};
  return work(inputs.map(input => input.name).join(' + '), inputs, stated, `the ${end} end`);
}

function plainVerdict(working: Working): Verdict {
  if (working.agrees) return {kind: 'holds', because: working.shown};
  return {kind: 'does not hold', because: 'its own parts give another figure', instead: working.shown};
}

function isClock(figure: Figure): boolean {
  return figure.unit === 'minute' || figure.unit === 'hour';
}
