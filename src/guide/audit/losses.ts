import {showMoney} from '../../base/index.ts';
import {say} from '../../figure/index.ts';
import type {Figure, Passage, Sentence} from '../types.ts';
import {type Minutes, yearsOf} from './minutes.ts';
import type {Found, Rule} from './rule.ts';
import {passagesOf, sentencesOfGuide} from './said.ts';

const PREVENTS = /\b(?:prevent\w*|protect\w*|sav(?:e|es|ed|ing|ings)|avoid\w*|safeguard\w*)\b/i;
const BASELINE = /\b(?:baseline|compared (?:to|with)|versus|vs\.?|against|up from|instead of|rather than)\b/i;
const AVAILABILITY = /\b(?:uptime|availab\w+|reliab\w+)\b/i;
export const lossCalledPrevention: Rule = {
  name: 'loss-called-prevention',
  severity: 'warning',
  says: 'money said to be protected by an availability, with no baseline to protect it from',
  *check(guide, _, {conventions}): Iterable<Found> {
    const years = yearsOf(conventions);
    for (const sentence of sentencesOfGuide(guide)) {
      const up = sentence.figures.find(isAvailability);
      const stated = sentence.figures.filter(({kind, per}) => kind === 'money' && per !== 'minute').at(-1);
      if (up === undefined || stated === undefined) continue;
      if (!PREVENTS.test(sentence.text) || BASELINE.test(sentence.text)) continue;
      const left = lossLeft(sentence, up, stated, years);
      yield {
        message:
          left === null
            ? say`${stated.text} protected by ${up.text}: against what availability?`
            : say`${stated.text} is what ${up.text} still loses in ${left}, not what it prevents`,
        span: stated.span,
        hint: 'a prevented loss needs a baseline: the availability there was before, or that others have',
      };
    }
  },
};

function isAvailability({kind, low, of}: Figure): boolean {
  return kind === 'percent' && low >= 90 && low < 100 && (of === null || AVAILABILITY.test(of));
}

/** The year over which the stated sum is simply the downtime left over, in words; null where it is none. */
function lossLeft({figures}: Sentence, up: Figure, stated: Figure, years: readonly Minutes[]): string | null {
  const rate = figures.find(({kind, per}) => kind === 'money' && per === 'minute');
  if (rate === undefined) return null;
  const count =
    rate.each === null ? 1 : (figures.find(({kind, of}) => kind === 'count' && of === rate.each)?.low ?? 1);
  const lost = rate.low * count * (1 - up.low / 100);
  return years.find(({minutes}) => Math.abs((lost * minutes) / stated.low - 1) < 0.05)?.words ?? null;
}

/** A rate for one thing and one minute, with the words it comes from. */
interface MinuteRate {
  readonly amount: number;
  readonly noun: string;
  readonly currency: NonNullable<Figure['currency']>;
  readonly words: string;
  readonly figure: Figure;
}

export const ratesContradict: Rule = {
  name: 'rates-contradict',
  severity: 'warning',
  says: 'two rates per minute in one guide that cannot both be right',
  *check(guide): Iterable<Found> {
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
        Math.max(rate.amount / first.amount, first.amount / rate.amount) > 1.2,
    );
    if (first === undefined || other === undefined) return;
    yield {
      message: say`${worded(first)}, but ${worded(other)}`,
      span: other.figure.span,
      hint: say`one ${first.noun} loses one sum in a minute: say how many minutes the day has, and use one rate throughout`,
    };
  },
};

function worded({words, amount, currency, noun}: MinuteRate): string {
  return `${words} is ${showMoney({amount, currency})} a ${noun} and minute`;
}

/** Rates as stated ("$2K per minute each", "$170K a minute" across 85) and as an outage of so many minutes implies. */
function* minuteRates({sentences}: Passage, nouns: ReadonlySet<string>): Iterable<MinuteRate> {
  let count: Figure | undefined;
  for (const {figures} of sentences) {
    count = figures.find(({kind, of}) => kind === 'count' && nouns.has(lastWord(of))) ?? count;
    const noun = lastWord(count?.of ?? null);
    const outage = figures.find(({kind, unit}) => kind === 'duration' && unit === 'minute');
    for (const figure of figures) {
      if (figure.kind !== 'money' || figure.currency === null) continue;
      const {currency, low, text} = figure;
      if (figure.per === 'minute' && figure.each !== null)
        yield {amount: low, noun: figure.each, currency, words: text, figure};
      else if (count === undefined) continue;
      else if (figure.per === 'minute')
        yield {amount: low / count.low, noun, currency, words: `${text} over ${count.low} ${noun}s`, figure};
      else if (
        figure.per === null &&
        outage !== undefined &&
        /\bloss\b|\blost\b|\bcosts?\b/i.test(figure.of ?? '')
      )
        yield {
          amount: low / count.low / outage.low,
          noun,
          currency,
          words: `${text} in ${outage.low} minutes over ${count.low} ${noun}s`,
          figure,
        };
    }
  }
}

function lastWord(of: string | null): string {
  return of?.split(' ').at(-1)?.toLowerCase() ?? '';
}
