import {type Quantity, quantity, showMoneyShort} from '../../base/index.ts';
import type {Figure} from '../../guide/index.ts';
import {solveFor} from '../agreement.ts';
import {claim, guideInput, work} from '../claim.ts';
import {formula} from '../formula.ts';
import {headNoun, type Quote, quantityOf} from '../quote.ts';
import {showResult, showShare} from '../show.ts';
import type {Claim, Input, Verdict, Working} from '../types.ts';
import {
  around,
  beside,
  type Context,
  dayInput,
  type Recognised,
  type Recogniser,
  yearInput,
} from './context.ts';

const PREVENTS = /\b(prevent|protect|sav(?:e|es|ed|ing)|avoid|avert|safeguard|preserv)/i;

/**
 * "99.99% uptime prevents $5.2M a year": a figure at an uptime is the loss left over at it, unless a baseline says
 * what would have been lost without. Protected = annual PnL × (uptime − baseline); minutes cancel where the rate and
 * the year share one day length.
 */
export const prevention: Recogniser = context =>
  context.quotes.flatMap((quote): readonly Recognised[] => {
    const {figure: sum} = quote;
    if (sum.kind !== 'money' || sum.each !== null || (sum.per !== 'year' && sum.per !== null)) return [];
    if (!PREVENTS.test(quote.sentence.text)) return [];
    const near = around(quote);
    const shares = near.filter(one => one.kind === 'percent' && one.low >= 90 && one.low < 100);
    const spoken = shares.filter(one => beside(quote).includes(one));
    const uptime = (spoken.length > 1 ? [...spoken].sort((a, b) => b.low - a.low) : shares)[0];
    const flow = uptime === undefined ? undefined : flowOf(context, quote, near);
    if (uptime === undefined || flow === undefined) return [];
    const up = guideInput('uptime', 'uptime', uptime);
    const named = beside(quote).find(one => one.kind === 'percent' && one.low >= 90 && one.low < uptime.low);
    const baseline = named === undefined ? undefined : guideInput('baseline', 'baseline uptime', named);
    const stated = perYear(quantityOf(sum));
    return [
      {
        stem: 'prevention',
        figures: [sum, uptime, ...flow.figures, ...(named === undefined ? [] : [named])],
        claim: claim({
          says: `${uptime.text} uptime prevents ${sum.text} of loss a year`,
          stated,
          statedText: `${sum.text} a year`,
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
  readonly inputs: readonly Input[];
  readonly needsDay: boolean;
  readonly figures: readonly Figure[];
}

/** A total a day needs no day length; a rate a minute, for each of so many things or in all, does. */
function flowOf(context: Context, quote: Quote, near: readonly Figure[]): Flow | undefined {
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
  const count = near.find(one => one.kind === 'count' && headNoun(one.of) === rate.each);
  if (rate.each === null || count === undefined)
    return rate.each === null
      ? {
          daily: 'rate * day',
          inputs: [guideInput('rate', 'PnL a minute', rate)],
          needsDay: true,
          figures: [rate],
        }
      : undefined;
  const inputs = [
    guideInput('things', `${rate.each}s`, count),
    guideInput('rate', `PnL a minute of each ${rate.each}`, rate),
  ];
  return {daily: 'things * rate * day', inputs, needsDay: true, figures: [count, rate]};
}

function judged(
  context: Context,
  flow: Flow,
  uptime: Input,
  named: Input | undefined,
  stated: Quantity,
): Pick<Claim, 'inputs' | 'workings' | 'verdict'> {
  const {days, years} = context.conventions;
  const left = formula(`${flow.daily} * year * (1 - uptime)`);
  const guarded = formula(`${flow.daily} * year * (uptime - baseline)`);
  const usual = [...flow.inputs, ...(flow.needsDay ? [dayInput(days[0])] : []), yearInput(years[0]), uptime];

  if (named !== undefined) {
    const inputs = [...usual, named];
    const working = work(
      guarded,
      inputs,
      stated,
      `protected against ${showShare(named.quantity.value)}, as the guide names it`,
    );
    const verdict: Verdict = working.agrees
      ? {kind: 'holds', because: working.shown}
      : {
          kind: 'does not hold',
          because: 'the baseline it names gives another figure',
          instead: working.shown,
        };
    return {inputs, workings: [working], verdict};
  }
  const leftUnder = (day: (typeof days)[number], year: (typeof years)[number]) =>
    work(
      left,
      [...flow.inputs, ...(flow.needsDay ? [dayInput(day)] : []), yearInput(year), uptime],
      stated,
      `loss left over, ${flow.needsDay ? `${day.minutes} minutes x ` : ''}${year.days} days`,
    );
  const usualLeft = leftUnder(days[0], years[0]);
  const otherLeft = years.flatMap(year =>
    (flow.needsDay ? days : days.slice(0, 1)).map(day => leftUnder(day, year)),
  );
  const asLeft = [usualLeft, ...otherLeft].find(one => one.agrees);

  const reference = nextNines(uptime.quantity.value);
  const against = (baseline: number, why: string) =>
    work(
      guarded,
      [...usual, baselineInput(baseline, why)],
      stated,
      `protected against ${showShare(baseline)}, ${why}`,
    );
  const nines = against(reference, 'one nine fewer');
  const solved = solveFor(guarded, [...usual, baselineInput(reference, '')], 'baseline', stated.value);
  const needed =
    solved !== undefined && solved > 0 && solved < 1 ? against(solved, 'solved from the figure') : undefined;
  return {
    inputs: usual,
    workings: [
      ...(asLeft === undefined ? [usualLeft] : asLeft === usualLeft ? [asLeft] : [asLeft, usualLeft]),
      nines,
      ...(needed === undefined ? [] : [needed]),
    ],
    verdict: verdictOf(stated, asLeft, nines, reference, solved),
  };
}

function verdictOf(
  stated: Quantity,
  asLeft: Working | undefined,
  nines: Working,
  reference: number,
  solved: number | undefined,
): Verdict {
  const other = `against ${showShare(reference)} it would be ${showResult(nines.result)}`;
  const need = solved === undefined ? '' : `; ${short(stated)} needs a baseline near ${showShare(solved)}`;
  if (asLeft !== undefined)
    return {
      kind: 'does not hold',
      because: `${showResult(asLeft.result)} is the loss left over (${asLeft.assumption.replace('loss left over, ', '')}), not a loss prevented`,
      instead: `a prevented loss needs a baseline: ${other}${need}`,
    };
  return {
    kind: 'does not hold',
    because: 'a prevented loss needs a baseline, and none is named',
    instead: `${other}${need}`,
  };
}

function baselineInput(value: number, why: string): Input {
  return {
    name: 'baseline',
    label: 'baseline uptime',
    quantity: quantity(value),
    share: true,
    evidence: {tier: 'assumed', source: why},
    disclosure: 'public',
  };
}

/** The next round number of nines below an uptime: 99.99% for 99.997%, 99.9% for 99.99%. */
function nextNines(uptime: number): number {
  const nines = Math.ceil(-Math.log10(1 - uptime) - 1e-6) - 1;
  return 1 - 10 ** -Math.max(1, nines);
}

/** A sum whose sentence says "annual" or says no period is a sum a year. */
function perYear(of: Quantity): Quantity {
  return {value: of.value, unit: {...of.unit, year: -1}};
}

function short(of: Quantity): string {
  const currency = Object.keys(of.unit).find(name => name !== 'year');
  return currency === undefined
    ? String(of.value)
    : showMoneyShort({amount: of.value, currency: currency as 'USD'});
}
