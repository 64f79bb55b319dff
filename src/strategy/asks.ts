import {
  type Component,
  type Currency,
  type Money,
  type MoneyRange,
  showMoney,
  showRange,
} from '../base/index.ts';
import type {SealedClaim} from '../claims/index.ts';
import type {Figure, Guide, Sentence} from '../guide/index.ts';
import {type Offer, termsOf, yearly, yearlyTotal} from '../terms/index.ts';
import {keyOf, positionsFor, showPosition} from './rules.ts';
import {componentName} from './standing.ts';
import type {Ask} from './types.ts';

type Draft = Omit<Ask, 'order'>;

/** What to ask for, in the order of the guide's strategy: its anchor first, then what it says to request. */
export function asksFor(
  guide: Guide,
  region: string | undefined,
  offer: Offer | undefined,
  ledger: readonly SealedClaim[],
  participation: MoneyRange | null,
): readonly Ask[] {
  if (guide.strategy === null) return [];
  // A figure without a sign is in the currency of the reader's own row.
  const home = guide.bands.find(band => band.region === region)?.currency ?? 'USD';
  const floors = positionsFor(guide.strategy.accept, guide, region);
  const floorOf = (component: Ask['component']) => {
    const floor = floors.find(position => keyOf(position).component === component);
    return floor === undefined
      ? null
      : `accept at ${showPosition(floor)}${floor.guaranteed ? ', guaranteed' : ''}${floor.written ? ', in writing' : ''}`;
  };
  const anchors = positionsFor(guide.strategy.anchor, guide, region)
    .filter(position => position.unit === 'money' && keyOf(position).component !== null)
    .map((position): Draft => {
      const component = keyOf(position).component as Component;
      const amount: Money = {amount: position.value, currency: position.currency ?? home};
      const guaranteed = position.guaranteed ? `guaranteed ${position.firstYear ? 'first-year ' : ''}` : '';
      return {
        component,
        text: `${showMoney(amount)} ${guaranteed}${componentName(component)}`,
        amount,
        now: nowOf(offer, component),
        why: "the guide's anchor; an ask is yours to make and needs no proof",
        floor: floorOf(component),
        span: position.span,
      };
    });
  const share =
    ledger.find(claim => claim.id.startsWith('share') && claim.headline) ??
    ledger.find(claim => claim.id.startsWith('share'));
  const requests = guide.strategy.asks.flatMap(sentence =>
    requestsOf(sentence, offer, share, participation, floorOf, home),
  );
  return [...anchors, ...requests].map((ask, at) => ({order: at + 1, ...ask}));
}

/** One ask for each figure that a request names; for a request without a figure, one ask in its own words. */
function requestsOf(
  sentence: Sentence,
  offer: Offer | undefined,
  share: SealedClaim | undefined,
  participation: MoneyRange | null,
  floorOf: (component: Ask['component']) => string | null,
  home: Currency,
): readonly Draft[] {
  const sums = sentence.figures.filter(figure => figure.kind === 'money' || figure.kind === 'percent');
  if (sums.length === 0) return [plainRequest(sentence)];
  return sums.map(figure => {
    const component = componentOf(sentence, figure);
    if (figure.kind === 'percent')
      return participationAsk(figure, offer, share, participation, floorOf(component));
    const amount: Money = {amount: figure.high, currency: figure.currency ?? home};
    return {
      component,
      text: `${showMoney(amount)} ${figure.of ?? componentName(component)}${figure.per === null ? '' : ` a ${figure.per}`}`,
      amount,
      now: nowOf(offer, component),
      why: 'the guide asks for it; name who measures it and when it is paid',
      floor: floorOf(component),
      span: figure.span,
    };
  });
}

/** A share of everything is asked for as money: the band in dollars, with the base of the share to be named. */
function participationAsk(
  figure: Figure,
  offer: Offer | undefined,
  share: SealedClaim | undefined,
  band: MoneyRange | null,
  floor: string | null,
): Draft {
  const wrong = share !== undefined && share.verdict.kind === 'does not hold' ? share.verdict : undefined;
  const asMoney =
    wrong === undefined || band === null
      ? null
      : `participation that pays ${showRange(band)} a year, as a share of a base named in the letter`;
  return {
    component: 'pnl',
    text: asMoney ?? `${figure.text} participation, of a base named in the letter`,
    amount: asMoney === null || band === null ? null : {amount: band.high, currency: band.currency},
    now: nowOf(offer, 'pnl'),
    why:
      wrong === undefined
        ? 'the guide asks for it; a share means nothing before its base is named'
        : `${figure.text} of all PnL would be ${wrong.because}; ${wrong.instead}`,
    floor,
    span: figure.span,
  };
}

function plainRequest(sentence: Sentence): Draft {
  const escalator = /escalat|kicker|accelerat|climbs?\b|linked to|-linked/i.test(sentence.text);
  return {
    component: escalator ? 'escalator' : 'other',
    text: withoutVerb(sentence.text),
    amount: null,
    now: 'not stated',
    why: 'the guide asks for it without a figure: settle the measure, the hours it counts and what it pays',
    floor: null,
    span: sentence.span,
  };
}

/** "Push for uptime-linked escalators." is the ask "uptime-linked escalators". */
function withoutVerb(text: string): string {
  const bare = text.replace(
    /^(?:also\s+)?(?:push for|request|demand|ask for|insist on|negotiate for|seek|secure)\s+(?:an?\s+|the\s+)?/i,
    '',
  );
  return bare.replace(/[.;]\s*$/, '');
}

const KINDS: readonly (readonly [RegExp, Ask['component']])[] = [
  [/on-?call|pager/i, 'onCall'],
  [/sign-?(?:on|ing)/i, 'signOn'],
  [/completion|milestone|project|moderni[sz]ation/i, 'milestone'],
  [/escalat|kicker/i, 'escalator'],
  [/participation|pnl|profit/i, 'pnl'],
  [/rsu|equity|stock|option|grant/i, 'equity'],
  [/bonus/i, 'bonus'],
  [/base|salary/i, 'base'],
];

/** By the words that follow the figure, else by the words of its sentence. */
function componentOf(sentence: Sentence, figure: Figure): Ask['component'] {
  const after = sentence.text.slice(figure.span.to - sentence.span.from);
  const clause = after.split(/\band\b|[,;.]/)[0] ?? '';
  const by = (text: string) => KINDS.find(([words]) => words.test(text))?.[1];
  return by(figure.of ?? '') ?? by(clause) ?? by(sentence.text) ?? 'other';
}

function totalNow(offer: Offer): string {
  if (offer.terms.some(term => term.disclosure === 'confidential')) return 'confidential';
  const sum = yearlyTotal(offer);
  return sum === null ? 'not stated' : `${showMoney(sum)} so far`;
}

function nowOf(offer: Offer | undefined, component: Ask['component']): string {
  if (offer === undefined) return 'no offer yet';
  if (component === 'escalator' || component === 'other') return 'not stated';
  if (component === 'total') return totalNow(offer);
  const terms = termsOf(offer, component);
  if (terms.some(term => term.disclosure === 'confidential')) return 'confidential';
  const sum = yearly(offer, component);
  const once = terms.find(term => term.amount !== null && term.per === 'once');
  if (sum !== null && sum.amount > 0) return showMoney(sum);
  return once?.amount == null ? 'not stated' : showMoney({amount: once.amount, currency: once.currency});
}
