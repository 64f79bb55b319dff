import type {MoneyRange} from '../../base/index.ts';
import {topicIn} from '../../english/index.ts';
import {type Input, join, say, type Subject, SUBJECTS} from '../../figure/index.ts';
import {
  type Band,
  type Figure,
  type Guide,
  guideFigure,
  guideRange,
  guideSum,
  headNoun,
  inWords,
  totalChecks,
} from '../../guide/index.ts';
import {claim, guideInput, work, type Worked} from '../claim.ts';
import type {Verdict} from '../types.ts';
import {beside, type Recognised, type Recogniser} from './context.ts';

/** "From 4 hours to 15 minutes … the reclaimed 3.75 hours": a difference of two durations stated as a third. */
export const durationSaved: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const durations = beside(quote).filter(one => one.kind === 'duration' && isClock(one));
    const [before, after, saved] = durations;
    if (before === undefined || after === undefined || saved === undefined || quote.figure !== saved)
      return [];
    const subject =
      topicIn(quote.sentence.text) === 'modernisation' ? ('deploymentTime' as const) : undefined;
    const inputs = [
      guideInput('before', 'before', before, subject),
      guideInput('after', 'after', after, subject),
    ];
    const stated = guideFigure(saved, subject);
    const told = inWords(saved, undefined, subject);
    const working = work('before - after', inputs, stated, say`as stated`);
    return [
      {
        stem: 'time-saved',
        figures: [before, after, saved],
        claim: claim({
          kind: 'time-saved',
          subject: subject ?? null,
          says: say`${inWords(before)} less ${inWords(after)} is ${told}`,
          stated,
          statedText: say`${told}`,
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
    const stated = guideFigure(total);
    const told = say`${inWords(total, total.text)} a ${total.per}`;
    const working = work('each * things', inputs, stated, say`each ${noun} as elsewhere in the guide`);
    return [
      {
        stem: 'total-of-each',
        figures: [total, count],
        claim: claim({
          kind: 'total-of-each',
          subject: null,
          says: say`${inWords(count)} make ${told}`,
          stated,
          statedText: told,
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
    const told = guideRange(range, total.span, 'total');
    const level = total.level === null ? null : say`, ${total.level}`;
    return [
      {
        stem: 'total',
        figures: [],
        claim: claim({
          kind: 'total',
          subject: 'total',
          says: say`${total.region}${level}: ${told} in all`,
          stated: endOf(total, 'low'),
          statedText: say`${told}`,
          span: total.span,
          inputs: [],
          workings: ends,
          verdict: held
            ? {kind: 'holds', because: say`the parts add up to it at both ends`}
            : rounded(context.guide, total, ends),
        }),
      },
    ];
  });
};

/** Near its parts, as the audit sees it, a total is rounding or leaves something out; farther off it is wrong. */
function rounded(guide: Guide, total: Band, ends: readonly Worked[]): Verdict {
  const instead = join(
    ends.map(working => working.resultText),
    ' to ',
  );
  const near = totalChecks(guide).find(check => check.span === total.span)?.verdict === 'holds';
  if (near)
    return {
      kind: 'holds only if',
      assumption: say`a difference of up to a tenth is rounding`,
      instead: say`its parts give ${instead}`,
    };
  return {kind: 'does not hold', because: say`the parts add up to something else`, instead};
}

function sumAt(parts: readonly Band[], total: Band, end: 'low' | 'high'): Worked {
  const inputs = parts.map(
    (band, at): Input => ({name: `part${at}`, label: band.component, figure: endOf(band, end)}),
  );
  return work(inputs.map(input => input.name).join(' + '), inputs, endOf(total, end), say`the ${end} end`);
}

/** One end of a band, as it stands in the guide's table. */
function endOf({low, high, currency, span, component}: Band, end: 'low' | 'high') {
  const subject: Subject | undefined = SUBJECTS.find(one => one === component);
  return guideSum(end === 'low' ? low : (high ?? low), `${currency}/year`, span, subject);
}

function plainVerdict(working: Worked): Verdict {
  if (working.agrees) return {kind: 'holds', because: working.shown};
  const because = say`its own parts give another figure`;
  return {kind: 'does not hold', because, instead: working.shown};
}

function isClock(figure: Figure): boolean {
  return figure.unit === 'minute' || figure.unit === 'hour';
}
