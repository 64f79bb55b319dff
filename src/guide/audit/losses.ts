import type {Span} from '../../base/index.ts';
import {payNamedIn, speaksOf} from '../../english/index.ts';
import {
  guideQuote,
  type Input,
  type Known,
  type Prose,
  say,
  styled,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {guideFigure, inWords} from '../stated.ts';
import type {Figure, Passage, Sentence} from '../types.ts';
import {type Divisor, yearLengths} from './divisors.ts';
import type {AuditCheck, AuditHit} from './rule.ts';
import {passagesOf, sentencesOfGuide} from './said.ts';

export const lossCalledPrevention: AuditCheck = {
  name: 'loss-called-prevention',
  severity: 'warning',
  says: 'money said to be protected by an availability, with no baseline to protect it from',
  *check(guide, _, {conventions}): Iterable<AuditHit> {
    const years = yearLengths(conventions);
    for (const sentence of sentencesOfGuide(guide)) {
      const up = sentence.figures.find(isAvailability);
      const stated = sentence.figures.findLast(figure => isProtected(sentence, figure));
      if (up === undefined || stated === undefined) continue;
      if (!speaksOf('prevents', sentence.text) || speaksOf('baseline', sentence.text)) continue;
      const left = lossLeft(sentence, up, stated, years);
      yield {
        message:
          left === null
            ? say`${inWords(stated, stated.text)} protected by ${inWords(up, up.text)}: against what availability?`
            : say`${inWords(stated, stated.text)} is what ${inWords(up, up.text)} still loses in ${left}, not what it prevents`,
        span: stated.span,
        hint: 'a prevented loss needs a baseline: the availability there was before, or that others have',
      };
    }
  },
};

/** How far before a sum the verb may stand that protects it. */
const REACH = 60;

/** "prevents $1.2M", "directly protecting the $2.5B", "$1.3M in PnL protection"; what is paid, or passes through, is no loss. */
function isProtected({text, figures}: Sentence, figure: Figure): boolean {
  const {kind, per, of} = figure;
  if (kind !== 'money' || per === 'minute' || speaksOf('passes', of ?? '')) return false;
  if (isPaid(of ?? '')) return false;
  if (speaksOf('prevents', of ?? '')) return true;
  const at = text.indexOf(figure.text);
  const between = figures.filter(({span}) => span.to <= figure.span.from).at(-1);
  const before = between === undefined ? 0 : text.indexOf(between.text) + between.text.length;
  const words = text.slice(Math.max(before, at - REACH, 0), Math.max(at, 0));
  return speaksOf('prevents', words) && !isPaid(words);
}

/** Whether words name pay; PnL is what the firm earns before anybody is paid of it. */
function isPaid(words: string): boolean {
  const pays = payNamedIn(words);
  return pays !== null && pays !== 'pnl';
}

function isAvailability({kind, low, of}: Figure): boolean {
  return kind === 'percent' && low >= 90 && low < 100 && (of === null || speaksOf('availability', of));
}

/** The year over which the stated sum is simply the downtime left over, in words; null where it is none. */
function lossLeft({figures}: Sentence, up: Figure, stated: Figure, years: readonly Divisor[]): Prose | null {
  const rate = figures.find(({kind, per}) => kind === 'money' && per === 'minute');
  if (rate === undefined) return null;
  const count =
    rate.each === null ? 1 : (figures.find(({kind, of}) => kind === 'count' && of === rate.each)?.low ?? 1);
  const lost = rate.low * count * (1 - up.low / 100);
  return years.find(({minutes}) => Math.abs((lost * minutes) / stated.low - 1) < 0.05)?.words ?? null;
}

/** A rate for one thing and one minute, with the words it comes from. */
interface MinuteRate {
  readonly rate: Known;
  readonly noun: string;
  readonly currency: NonNullable<Figure['currency']>;
  readonly words: Prose;
  readonly span: Span;
}

export const ratesContradict: AuditCheck = {
  name: 'rates-contradict',
  severity: 'warning',
  says: 'two rates per minute in one guide that cannot both be right',
  *check(guide): Iterable<AuditHit> {
    const nouns = new Set(
      sentencesOfGuide(guide).flatMap(({figures}) =>
        figures.flatMap(({each}) => (each === null ? [] : [each])),
      ),
    );
    // without "each pod" nothing is divided among pods
    if (nouns.size === 0) return;
    const rates = passagesOf(guide).flatMap(passage => [...minuteRates(passage, nouns)]);
    const [first] = rates;
    const other = rates.find(
      rate =>
        first !== undefined &&
        rate.noun === first.noun &&
        rate.currency === first.currency &&
        Math.max(times(rate, first), times(first, rate)) > 1.2,
    );
    if (first === undefined || other === undefined) return;
    yield {
      message: say`${worded(first)}, but ${worded(other)}`,
      span: other.span,
      hint: say`one ${guideQuote(first.noun)} loses one sum in a minute: say how many minutes the day has, and use one rate throughout`,
    };
  },
};

function times({rate}: MinuteRate, of: MinuteRate): number {
  return valueOf(rate) / valueOf(of.rate);
}

function worded({words, rate, noun}: MinuteRate): Prose {
  return say`${words} is ${styled(rate, 'money')} a ${guideQuote(noun)} and minute`;
}

/** Rates as stated ("$2K per minute each", "$170K a minute" across 85) and as an outage of so many minutes implies. */
function* minuteRates({sentences}: Passage, nouns: ReadonlySet<string>): Iterable<MinuteRate> {
  let count: Figure | undefined;
  for (const {figures} of sentences) {
    count = figures.find(({kind, of}) => kind === 'count' && nouns.has(lastWord(of))) ?? count;
    const outage = figures.find(({kind, unit}) => kind === 'duration' && unit === 'minute');
    for (const figure of figures) {
      if (figure.kind !== 'money' || figure.currency === null) continue;
      const {currency, span, text} = figure;
      const [money, stated] = [inputOf('money', 'the sum', figure), inWords(figure, text)];
      if (figure.per === 'minute' && figure.each !== null) {
        yield {rate: guideFigure(figure), noun: figure.each, currency, words: say`${stated}`, span};
        continue;
      }
      if (count === undefined) continue;
      const noun = lastWord(count.of);
      const [all, many] = [inputOf('all', `all ${noun}s`, count), inWords(count, String(count.low))];
      const common = {noun, currency, span};
      if (figure.per === 'minute')
        yield {
          ...common,
          rate: worked('money / all', [money, all]),
          words: say`${stated} over ${many} ${guideQuote(noun)}s`,
        };
      else if (figure.per === null && outage !== undefined && speaksOf('loss', figure.of ?? ''))
        yield {
          ...common,
          rate: worked('money / all / outage', [money, all, inputOf('outage', 'the outage', outage)]),
          words: say`${stated} in ${inWords(outage, String(outage.low))} minutes over ${many} ${guideQuote(noun)}s`,
        };
    }
  }
}

function inputOf(name: string, label: string, figure: Figure): Input {
  return {name, label, figure: guideFigure(figure)};
}

function lastWord(of: string | null): string {
  return of?.split(' ').at(-1)?.toLowerCase() ?? '';
}
