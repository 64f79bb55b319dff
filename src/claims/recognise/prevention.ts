import {ONE, quantity, sameUnit, UnitError} from '../../base/index.ts';
import {daysOf, minutesOf} from '../../calendar/index.ts';
import {speaksOf} from '../../english/index.ts';
import {
  type Figure as AnyFigure,
  assumed,
  FormulaError,
  type Input,
  type Known,
  type Prose,
  type ReadFigure,
  say,
  show,
  styled,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {type Figure, guideFigure, headNoun, inWords} from '../../guide/index.ts';
import {claim, guideInput, type Placed, work, type Worked} from '../claim.ts';
import type {QuotedFigure} from '../quote.ts';
import type {Verdict} from '../types.ts';
import {
  alone,
  around,
  beside,
  dayInput,
  type GuideContext,
  type Recognised,
  type Recogniser,
  yearInput,
} from './context.ts';

/**
 * "99.99% uptime prevents $5.2M a year": a figure at an uptime is the loss left over at it, unless a baseline says
 * what would have been lost without. Protected = annual PnL × (uptime − baseline); minutes cancel where the rate and
 * the year share one day length.
 */
export const prevention: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure: sum} = quote;
    if (sum.kind !== 'money' || sum.each !== null || (sum.per !== 'year' && sum.per !== null)) return [];
    if (!speaksOf('prevents', quote.sentence.text)) return [];
    const near = around(quote);
    const shares = near.filter(one => one.kind === 'percent' && one.low >= 90 && one.low < 100);
    const spoken = shares.filter(one => beside(quote).includes(one));
    const uptime = (spoken.length > 1 ? [...spoken].sort((a, b) => b.low - a.low) : shares)[0];
    const flow = uptime === undefined ? undefined : flowOf(quote, near);
    if (uptime === undefined || flow === undefined) return [];
    const up = guideInput('uptime', 'uptime', uptime, 'uptime');
    const named = beside(quote).find(one => one.kind === 'percent' && one.low >= 90 && one.low < uptime.low);
    const baseline =
      named === undefined ? undefined : guideInput('baseline', 'baseline uptime', named, 'uptime');
    // A sum whose sentence says "annual" or says no period is a sum a year.
    const yearly: Figure = {...sum, per: 'year'};
    const stated = guideFigure(yearly, 'uptime');
    const told = inWords(yearly, sum.text, 'uptime');
    return [
      {
        stem: 'prevention',
        figures: [sum, uptime, ...flow.figures, ...(named === undefined ? [] : [named])],
        claim: claim({
          kind: 'prevention',
          subject: 'uptime',
          says: say`${inWords(uptime, uptime.text, 'uptime')} uptime prevents ${told} of loss a year`,
          stated,
          statedText: say`${told} a year`,
          headline: true,
          span: sum.span,
          ...judged(context, flow, up, baseline, stated),
        }),
      },
    ];
  });

/** Where the money flows from: a formula for money a day, its inputs, and whether it depends on the day's length. */
interface Flow {
  readonly daily: string;
  readonly inputs: readonly Placed[];
  readonly needsDay: boolean;
  readonly figures: readonly Figure[];
}

/** A total a day needs no day length; a rate a minute, for each of so many things or in all, does. */
function flowOf(quote: QuotedFigure, near: readonly Figure[]): Flow | undefined {
  const sum = quote.figure;
  const daily = near.find(
    one => one.kind === 'money' && one.per === 'day' && one.each === null && one !== sum,
  );
  if (daily !== undefined)
    return {
      daily: 'daily',
      inputs: [guideInput('daily', 'PnL a day', daily)],
      needsDay: false,
      figures: [daily],
    };
  const rate = near.find(one => one.kind === 'money' && one.per === 'minute' && one !== sum);
  if (rate === undefined) return undefined;
  if (rate.each === null) {
    const inputs = [guideInput('rate', 'PnL a minute', rate)];
    return {daily: 'rate * day', inputs, needsDay: true, figures: [rate]};
  }
  const count = near.find(one => one.kind === 'count' && headNoun(one.of) === rate.each);
  if (count === undefined) return undefined;
  const inputs = [
    guideInput('things', `${rate.each}s`, count),
    guideInput('rate', `PnL a minute of each ${rate.each}`, rate),
  ];
  return {daily: 'things * rate * day', inputs, needsDay: true, figures: [count, rate]};
}

/** A loss left over under one length of day and year, and which they were. */
interface Left {
  readonly working: Worked;
  readonly under: Prose;
}

function judged(
  context: GuideContext,
  flow: Flow,
  uptime: Placed,
  named: Placed | undefined,
  stated: ReadFigure,
): {readonly inputs: readonly Placed[]; readonly workings: readonly Worked[]; readonly verdict: Verdict} {
  const {days, years} = context.conventions;
  const guarded = `${flow.daily} * year * (uptime - baseline)`;
  const lengths = (day: (typeof days)[number], year: (typeof years)[number]): readonly Input[] => [
    ...(flow.needsDay ? [dayInput(minutesOf(day))] : []),
    yearInput(year),
  ];
  const usual = [...flow.inputs, ...lengths(days[0], years[0]), uptime];
  if (named !== undefined) {
    const against = say`protected against ${styled(named.figure, 'share')}, as the guide names it`;
    const working = work(guarded, [...usual, named], stated, against);
    return {inputs: [...usual, named], workings: [working], verdict: underNamed(working)};
  }
  const leftUnder = (day: (typeof days)[number], year: (typeof years)[number]): Left => {
    const minutes = flow.needsDay ? say`${alone(minutesOf(day))} minutes x ` : null;
    const under = say`${minutes}${alone(daysOf(year))} days`;
    const inputs = [...flow.inputs, ...lengths(day, year), uptime];
    const text = `${flow.daily} * year * (1 - uptime)`;
    return {under, working: work(text, inputs, stated, say`loss left over, ${under}`)};
  };
  const usualLeft = leftUnder(days[0], years[0]);
  const otherLeft = years.flatMap(year =>
    (flow.needsDay ? days : days.slice(0, 1)).map(day => leftUnder(day, year)),
  );
  const asLeft = [usualLeft, ...otherLeft].find(({working}) => working.agrees);
  const against = (baseline: Known, why: string) =>
    work(guarded, [...usual, baselineInput(baseline)], stated, say`protected against ${baseline}, ${why}`);
  const reference = nextNines(uptime.figure);
  const nines = against(reference, 'one nine fewer');
  const solved = solvedBaseline(flow, usual, stated);
  const isShare = solved !== undefined && valueOf(solved) > 0 && valueOf(solved) < 1;
  return {
    inputs: usual,
    workings: [
      ...(asLeft === undefined || asLeft === usualLeft ? [] : [asLeft.working]),
      usualLeft.working,
      nines,
      ...(isShare ? [against(solved, 'solved from the figure')] : []),
    ],
    verdict: verdictOf(stated, asLeft, nines, reference, solved),
  };
}

function underNamed(working: Worked): Verdict {
  if (working.agrees) return {kind: 'holds', because: working.shown};
  const because = say`the baseline it names gives another figure`;
  return {kind: 'does not hold', because, instead: working.shown};
}

/** The baseline at which the figure would be what was kept; undefined where its currency is another than that of its inputs. */
function solvedBaseline(flow: Flow, usual: readonly Input[], stated: ReadFigure): Known | undefined {
  const inputs = [...usual, {name: 'stated', label: 'the figure', figure: stated}];
  try {
    const solved = worked(`uptime - stated / (${flow.daily} * year)`, inputs, {style: {as: 'share'}});
    return sameUnit(solved.quantity.unit, ONE) ? solved : undefined;
  } catch (error) {
    if (!(error instanceof FormulaError || error instanceof UnitError)) throw error;
    return undefined;
  }
}

function verdictOf(
  stated: ReadFigure,
  asLeft: Left | undefined,
  nines: Worked,
  reference: Known,
  solved: Known | undefined,
): Verdict {
  const other = say`against ${reference} it would be ${nines.resultText}`;
  const sum = styled(stated, 'short');
  const need = solved === undefined ? null : say`; ${sum} needs a baseline near ${solved}`;
  if (asLeft !== undefined)
    return {
      kind: 'does not hold',
      because: say`${asLeft.working.resultText} is the loss left over (${asLeft.under}), not a loss prevented`,
      instead: say`a prevented loss needs a baseline: ${other}${need}`,
    };
  return {
    kind: 'does not hold',
    because: say`a prevented loss needs a baseline, and none is named`,
    instead: say`${other}${need}`,
  };
}

function baselineInput(figure: Known): Input {
  return {name: 'baseline', label: 'baseline uptime', figure};
}

/** The next round number of nines below an uptime: 99.99% for 99.997%, 99.9% for 99.99%. Nobody named it: it is a guess. */
function nextNines(uptime: AnyFigure): Known {
  const nines = Math.ceil(-Math.log10(1 - valueOf(uptime)) - 1e-6) - 1;
  const share = quantity(1 - 10 ** -Math.max(1, nines));
  return assumed(share, `one nine fewer than ${show(uptime)}`, {style: {as: 'share'}, subject: 'uptime'});
}
