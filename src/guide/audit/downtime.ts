import type {Currency} from '../../base/index.ts';
import {speaksOf} from '../../english/index.ts';
import {guideQuote, type Known, type Prose, say, styled, valueOf, worked} from '../../figure/index.ts';
import {guideFigure, inWords} from '../stated.ts';
import type {Figure, Passage, Sentence} from '../types.ts';
import {type Divisor, dayLengths, yearLengths} from './divisors.ts';
import {passagesOf} from './said.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** Sums of money so near to each other are one sum, rounded. */
const NEAR = 0.05;
/** Money lost or made in a stretch of time, with the words it comes from. */
interface Flow {
  /** Of a range the low end. */
  readonly amount: number;
  readonly high: number;
  readonly currency: Currency;
  /** The minutes it is over; null for a day or a year, whose minutes nobody stated. */
  readonly minutes: number | null;
  readonly over: 'day' | 'year' | null;
  readonly words: Prose;
  readonly figure: Figure;
  /** What goes into the flow beside its sum: how many of a thing share it, how long it lasts. */
  readonly by?: Figure | undefined;
}

export const downtimeRecomputed: AuditCheck = {
  name: 'downtime-recomputed',
  severity: 'warning',
  says: 'a cost of downtime that is not what the guide’s own figures give',
  *check(guide, _, {conventions}): Iterable<AuditHit> {
    const lengths = {day: dayLengths(conventions), year: yearLengths(conventions)};
    for (const passage of passagesOf(guide)) {
      for (const {long, short} of pairsOf(passage)) {
        const found = judge(long, short, long.over === 'year' ? lengths.year : lengths.day);
        if (found !== null) yield found;
      }
    }
  },
};

/** Each cost of downtime with the yearly or daily sum last told before it, or in the same sentence. */
function* pairsOf({sentences}: Passage): Iterable<{long: Flow; short: Flow}> {
  let long: Flow | undefined;
  for (const sentence of sentences) {
    long = longFlow(sentence) ?? long;
    if (long === undefined) continue;
    const short = shortFlow(sentence);
    if (short !== undefined && long.currency === short.currency) yield {long, short};
  }
}

/** "50 pods, each averaging $500K in daily PnL", "$8B in annual revenue". */
function longFlow({figures}: Sentence): Flow | undefined {
  const figure = figures.find(({kind, per}) => kind === 'money' && (per === 'day' || per === 'year'));
  if (figure === undefined || figure.currency === null || speaksOf('passes', figure.of ?? ''))
    return undefined;
  const count = figure.each === null ? undefined : figures.find(one => counts(one, figure.each ?? ''));
  if (figure.each !== null && count === undefined) return undefined;
  return {
    amount: figure.low * (count?.low ?? 1),
    high: figure.high * (count?.high ?? 1),
    currency: figure.currency,
    minutes: null,
    over: figure.per === 'day' ? 'day' : 'year',
    words: say`${count === undefined ? null : say`${inWords(count, count.text)} ${guideQuote(figure.each ?? '')}s of `}${inWords(figure, figure.text)} a ${figure.per}`,
    figure,
    by: count,
  };
}

function counts({kind, of}: Figure, noun: string): boolean {
  return kind === 'count' && of?.split(' ').at(-1)?.toLowerCase() === noun.toLowerCase();
}

/** "a 15-minute outage costs $520K", "downtime costs $16M an hour", "a minute of downtime costs $170K". */
function shortFlow({text, figures}: Sentence): Flow | undefined {
  const rate = figures.find(
    ({kind, per, each}) => kind === 'money' && each === null && (per === 'minute' || per === 'hour'),
  );
  const minutes = rate?.per === 'hour' ? 60 : 1;
  if (rate !== undefined && rate.currency !== null && speaksOf('outage', text))
    return {
      amount: rate.low,
      high: rate.high,
      currency: rate.currency,
      minutes,
      over: null,
      words: say`${inWords(rate, rate.text)} ${rate.per === 'hour' ? 'an hour' : 'a minute'}`,
      figure: rate,
    };
  const outage = figures.find(
    ({kind, unit}) => kind === 'duration' && (unit === 'minute' || unit === 'hour'),
  );
  const loss = figures.find(({kind, per, each}) => kind === 'money' && per === null && each === null);
  if (outage === undefined || loss === undefined || loss.currency === null) return undefined;
  if (!speaksOf('outage', text) || !speaksOf('loss', text)) return undefined;
  const long = outage.low * (outage.unit === 'hour' ? 60 : 1);
  return {
    amount: loss.low,
    high: loss.high,
    currency: loss.currency,
    minutes: long,
    over: null,
    words: say`${inWords(loss, loss.text)} in ${inWords(outage, String(long))} minutes`,
    figure: loss,
    by: outage,
  };
}

/** Null where the usual minutes of a day or year give the stated sum. */
function judge(long: Flow, short: Flow, lengths: readonly Divisor[]): AuditHit | null {
  const [usual] = lengths;
  if (usual === undefined || short.minutes === null) return null;
  const minutes = short.minutes;
  const fits = lengths.find(one => {
    const due = (sum: number) => (sum / one.minutes) * minutes;
    return due(long.high) >= short.amount * (1 - NEAR) && due(long.amount) <= short.high * (1 + NEAR);
  });
  if (fits === usual) return null;
  const due = dueOf(long, short, usual);
  return {
    message: say`${short.words}, of ${long.words}: a ${long.over} of ${usual.words} gives ${due}${fits === undefined ? null : say`; the stated sum takes a ${long.over} of ${fits.words}`}`,
    span: short.figure.span,
    hint: say`say how many minutes the ${long.over} has, and work the sum out from it`,
  };
}

/** What the sum of a day or year comes to in the minutes of the other: `$41,667`, `$1.04M`. */
function dueOf(long: Flow, short: Flow, {formula, inputs}: Divisor): Known {
  const due = worked(
    `money${long.by === undefined ? '' : ' * all'} / ${formula} * ${short.by === undefined ? `${short.minutes}[minute]` : 'outage'}`,
    [
      {name: 'money', label: 'the sum in the guide', figure: guideFigure(long.figure)},
      ...(long.by === undefined ? [] : [{name: 'all', label: 'how many', figure: guideFigure(long.by)}]),
      ...inputs,
      ...(short.by === undefined
        ? []
        : [{name: 'outage', label: 'the outage', figure: guideFigure(short.by)}]),
    ],
  );
  return valueOf(due) < 1e6 ? styled(due, 'money') : styled(due, 'short', {digits: 3});
}
