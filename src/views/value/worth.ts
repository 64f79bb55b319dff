import {type Figure, isKnown, join, listed, named, type Prose, say, valueOf} from '../../figure/index.ts';
import {type Block, type Section, text} from '../../page/index.ts';
import type {ValuedReading, ValueReport} from '../../terms/index.ts';
import {dotsChart, dotsStrips} from '../chart/dots.ts';
import {paragraph} from '../words.ts';
import {nameOf} from './offer.ts';

/** What the offers are worth over what chance may do: first over the assumptions, then over chance. */
export function worthSection(report: ValueReport): Section {
  const {offers, order} = report;
  const sorted = order.flatMap(id => offers.filter(one => one.id === id));
  return {
    id: 'worth',
    heading: say`What they are worth`,
    blocks: [
      paragraph(basisWords(report), 'muted'),
      {
        block: 'table',
        caption: say`What each offer is worth today`,
        columns: [
          {head: say`offer`, least: 12},
          {head: say`for certain`, figures: true, least: 8},
          {head: say`by assumptions`, least: 10},
          {head: say`by chance, eight in ten`, least: 10},
          {head: say`mean`, figures: true, least: 8},
        ],
        rows: sorted.map(offer => ({
          cells: [
            {text: [{text: nameOf(offer)}]},
            {text: text`${offer.value.certain}`},
            {text: text`${offer.range.low} to ${offer.range.high}`},
            {text: text`${offer.value.p10} to ${offer.value.p90}`},
            {text: text`${offer.value.mean}`, under: text`± ${offer.value.standardError}`},
          ],
        })),
      },
      pictureOf(report),
      ...beatsOf(report),
      ...turnsOf(report),
      ...breakEvenOf(report),
      ...sorted.flatMap(termsOf),
    ],
  };
}

/** Quantile dots of the offers, best first. */
function pictureOf({offers, order, currency}: ValueReport): Block {
  const rows = order.flatMap(id =>
    offers
      .filter(one => one.id === id)
      .map(({name, dots, value}) => ({name, payoffs: dots.payoffs, certain: valueOf(value.certain)})),
  );
  return {
    block: 'picture',
    chart: width => dotsChart({rows, currency}, width),
    strips: width => dotsStrips({rows, currency}, width),
    caption: text`What each offer comes to over chance, on one scale; the bar is what it is worth for certain.`,
  };
}

function basisWords({horizonYears, offers}: ValueReport): Prose {
  const basis = offers[0]?.value.basis ?? 'before tax';
  return say`Over ${String(horizonYears)} years, ${basis}, in money of today. For certain is the sum without risk that is worth as much to you; by assumptions is how far it moves when each assumption below goes to its corners.`;
}

function partyOf(id: string, {offers}: ValueReport): Prose {
  const offer = offers.find(one => one.id === id);
  return say`${named(offer?.name ?? id)}`;
}

/** Which offer beats which, how often. */
function beatsOf(report: ValueReport): readonly Block[] {
  const {beats} = report;
  if (beats.length === 0) return [];
  const pairs = beats.map(
    ({a, b, probability: {numberOf}}) =>
      say`${partyOf(a, report)} pays more than ${partyOf(b, report)} in ${numberOf} of all paths`,
  );
  return [paragraph(say`${join(pairs, '; ')}.`)];
}

/** What would change the order, and whether the best may be called so. */
function turnsOf(report: ValueReport): readonly Block[] {
  const {order, turns, isDecided, offers} = report;
  const [first, second] = order;
  if (first === undefined || second === undefined) return [];
  const best = isDecided
    ? say`${partyOf(first, report)} is the best of them on these assumptions.`
    : say`None of them can be called the best: the assumptions move them further than chance does, and not all agree.`;
  const words = turns.map(
    ({assumption, from, to, order: other}) =>
      say`${named(WORDS[assumption] ?? assumption)} ${to.numberOf} in place of ${from.numberOf} puts ${partyOf(other[0] ?? '', report)} first, then ${listed(other.slice(1).map(id => partyOf(id, report)))}`,
  );
  const turning =
    words.length === 0
      ? say`No corner of an assumption changes the order${offers.length > 2 ? ' of any of them' : ''}.`
      : say`What changes the order: ${join(words, '; ')}.`;
  return [paragraph(best, isDecided ? 'plain' : 'unknown'), paragraph(turning)];
}

/** What each other offer would need to be worth as much as the best. */
function breakEvenOf(report: ValueReport): readonly Block[] {
  const {breakEven} = report;
  if (breakEven.length === 0) return [];
  const others = [...new Set(breakEven.map(({offer}) => offer))];
  return others.map(id => {
    const own = breakEven.filter(({offer}) => offer === id);
    const ways = own.map(({term, what, from, to}) =>
      what === 'growth'
        ? say`the share grew ${to.numberOf} a year, in place of ${from.numberOf}`
        : say`its ${named(term ?? '')} were ${to.numberOf}, in place of ${from.numberOf}`,
    );
    return paragraph(
      say`${partyOf(id, report)} would be worth as much as ${partyOf(own[0]?.against ?? '', report)} if ${join(ways, ', or if ')}.`,
    );
  });
}

/** Which terms an offer is worth by, and which count as nothing. */
function termsOf(offer: ValuedReading): readonly Block[] {
  const paying = offer.byTerm.filter(({certain}) => Math.round(valueOf(certain)) !== 0);
  const parts = paying.map(({term, certain}) => say`${term} ${certain}`);
  const missing = offer.unvalued.map(({term, needs}) => say`${term} (nobody says ${needs.join(', ')})`);
  return [
    ...(parts.length < 2
      ? []
      : [paragraph(say`${nameOf(offer)}, what each term adds: ${listed(parts)}.`, 'muted')]),
    ...(missing.length === 0
      ? []
      : [paragraph(say`${nameOf(offer)}, counted as nothing: ${listed(missing)}.`, 'unknown')]),
  ];
}

/** What the values rest on: one number each, with its corners. */
export function assumptionsSection({assumptions}: ValueReport): Section {
  return {
    id: 'assumptions',
    heading: say`What the values rest on`,
    blocks: [
      paragraph(
        say`None of these stands in a letter. They are guesses until you state your own in case.yaml, under assumptions.`,
        'muted',
      ),
      {
        block: 'table',
        caption: say`What the values rest on`,
        columns: [
          {head: say`assumption`, least: 12},
          {head: say`is`, figures: true, least: 6},
          {head: say`corners`, least: 8},
          {head: say`why`, least: 20},
        ],
        rows: assumptions.map(({name, value: {numberOf: figure}, corners, tier}) => ({
          cells: [
            {text: text`${named(name)}`, ...(tier === 'assumed' ? {} : {under: text`${tier}`})},
            {text: text`${figure}`},
            {text: text`${corners[0]?.numberOf} to ${corners[1]?.numberOf}`},
            {
              text: text`${whyOf(figure)}`,
            },
          ],
        })),
      },
    ],
  };
}

/** Why an assumption is what it is: our reason, or where the user's number stands. */
function whyOf(figure: Figure): string {
  if (!isKnown(figure)) return '';
  return figure.figure === 'assumed' ? figure.why : figure.evidence.source;
}

/** Assumptions as a sentence says them. */
const WORDS: Readonly<Record<string, string>> = {
  horizon: 'a horizon of',
  riskAversion: 'an aversion to risk of',
  wealth: 'years of base pay saved of',
  discountRate: 'a discount of',
  quit: 'a chance to quit of',
  dismissed: 'a chance to be let go of',
  cause: 'a chance to be let go for cause of',
  podClosed: 'a chance that the pod closes of',
  commonFactor: 'a common factor of',
  podSharpe: 'a Sharpe ratio of the pod of',
  generosity: 'a generosity of',
  generositySpread: 'a spread of bonuses of',
  shareGrowth: 'a growth of the share of',
  shareVolatility: 'a volatility of the share of',
  fundGrowth: 'a growth of the fund of',
  fundVolatility: 'a volatility of the fund of',
  fxVolatility: 'a volatility of exchange of',
  incidentsPerYear: 'outages of',
  incidentMinutes: 'a median outage of',
  incidentSpread: 'a spread of outages of',
};
