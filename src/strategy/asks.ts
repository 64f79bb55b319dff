import {atLeast, type Component, type Money, type MoneyRange, showMoney, showRange} from '../base/index.ts';
import {type SealedClaim, SPOKEN_FROM} from '../claims/index.ts';
import {type Figure, type Position, type Sentence, type Slot, slotsWithin} from '../guide/index.ts';
import {type Offer, once, type Term, termsOf, yearly, yearlyTotal} from '../terms/index.ts';
import {atHome, type Frame} from './frame.ts';
import {currenciesOf, keyOf, positionsFor, showPosition} from './rules.ts';
import {bandIn, componentName, rangeIn} from './standing.ts';
import type {Ask} from './types.ts';

type Draft = Omit<Ask, 'order'>;

/** What the asks are made from. */
interface Asking {
  readonly frame: Frame;
  readonly offer: Offer | undefined;
  /** What the ledger says of a share of everything. */
  readonly share: SealedClaim | undefined;
  readonly floors: readonly Position[];
  /** Every offer of the case that may be spoken of. */
  readonly others: readonly Offer[];
  readonly anchors: readonly Position[];
}

/** What to ask for, in the order of the guide's strategy: its anchor first, then what it says to request. */
export function asksFor(
  frame: Frame,
  offer: Offer | undefined,
  others: readonly Offer[],
  ledger: readonly SealedClaim[],
): readonly Ask[] {
  const {strategy} = frame.guide;
  if (strategy === null) return [];
  const shares = ledger.filter(claim => claim.id.startsWith('share'));
  const share = shares.find(claim => claim.headline) ?? shares[0];
  const mine = (positions: readonly Position[]) => positionsFor(positions, frame.guide, frame.region);
  const opened = mine(strategy.anchor).filter(
    position => position.unit === 'money' && keyOf(position).component !== null,
  );
  const asking: Asking = {frame, offer, share, floors: mine(strategy.accept), others, anchors: opened};
  const anchors = opened.map(position => anchorAsk(position, asking));
  const requests = strategy.asks
    .filter(sentence => !leavesOpen(sentence, strategy.slots))
    .flatMap(sentence => requestsOf(sentence, asking));
  return [...anchors, ...requests].map((ask, at) => ({order: at + 1, ...ask}));
}

/** A placeholder without a sum of its own: nothing in the case fills it, so the request goes unsaid. */
function leavesOpen(sentence: Sentence, slots: readonly Slot[]): boolean {
  return slotsWithin(slots, sentence.span).some(({asks, low}) => asks !== 'money' || low === null);
}

function anchorAsk(position: Position, asking: Asking): Draft {
  const {frame, offer} = asking;
  const component = keyOf(position).component as Component;
  const {money, note} = atHome({amount: position.value, currency: position.currency ?? frame.home}, frame);
  const grant = keyOf(position).grant === true ? ' grant' : '';
  const guaranteed = position.guaranteed ? `guaranteed ${position.firstYear ? 'first-year ' : ''}` : '';
  return {
    component,
    text: `${showMoney(money)} ${guaranteed}${componentName(component)}${grant}`,
    amount: money,
    now: nowOf(offer, component),
    why: withNote(
      heldHigher(money, component, asking) ??
        "the guide's anchor; an ask is yours to make and needs no proof",
      note,
    ),
    floor: floorOf(component, asking),
    span: position.span,
  };
}

/** Asking for less than one holds on paper gives the paper away. */
function heldHigher(money: Money, component: Component, {others}: Asking): string | null {
  if (component === 'total' || component === 'signOn') return null;
  const higher = others.flatMap(one => {
    const onPaper = (term: Term) => atLeast(term.evidence.tier, SPOKEN_FROM) && term.written !== false;
    const sum = yearly(one, component, onPaper);
    return sum !== null && sum.currency === money.currency && sum.amount > money.amount
      ? [{party: one.party, sum}]
      : [];
  })[0];
  if (higher === undefined) return null;
  return `the guide's anchor, but ${higher.party} offers ${showMoney(higher.sum)} on paper: ask for more than you hold`;
}

function floorOf(component: Ask['component'], {floors, frame}: Asking): string | null {
  const floor = floors.find(position => keyOf(position).component === component);
  if (floor === undefined) return null;
  const {money, note} =
    floor.unit === 'money' && floor.currency !== null
      ? atHome({amount: floor.value, currency: floor.currency}, frame)
      : {money: null, note: null};
  const shown = money === null || note === null ? showPosition(floor) : showMoney(money);
  const terms = [
    floor.guaranteed ? 'guaranteed' : '',
    floor.written ? 'in writing' : '',
    floor.unit === 'percent' ? 'of a base that the letter names' : '',
  ];
  return withNote(['accept at ' + shown, ...terms.filter(term => term !== '')].join(', '), note);
}

/** One ask for each figure that a request names; for a request without a figure, one ask in its own words. */
function requestsOf(sentence: Sentence, asking: Asking): readonly Draft[] {
  const known = currenciesOf(asking.frame.guide, asking.frame.region);
  const stated = sentence.figures.filter(figure => figure.kind === 'money' || figure.kind === 'percent');
  const sums = stated.filter(
    figure => figure.currency === null || known.size === 0 || known.has(figure.currency),
  );
  if (stated.length === 0) return [plainRequest(sentence)];
  return sums.map(figure => {
    const component = componentOf(sentence, figure);
    if (figure.kind === 'percent') return shareAsk(figure, component, asking);
    const {frame, offer} = asking;
    const {money, note} = atHome({amount: figure.high, currency: figure.currency ?? frame.home}, frame);
    return {
      component,
      text: `${showMoney(money)} ${figure.of ?? componentName(component)}${figure.per === null ? '' : ` a ${figure.per}`}`,
      amount: money,
      now: nowOf(offer, component),
      why: withNote(reasonOf(figure, component, sentence, asking), note),
      floor: floorOf(component, asking),
      span: figure.span,
    };
  });
}

/** Why a request stands: below an anchor of its own component it is the least to hold out for; a condition of the guide's is told with it. */
function reasonOf(
  figure: Figure,
  component: Ask['component'],
  sentence: Sentence,
  {anchors}: Asking,
): string {
  const above = anchors.some(
    position =>
      keyOf(position).component === component &&
      position.currency === figure.currency &&
      position.value >= figure.high,
  );
  if (above) return 'less than the anchor above: the part of it to hold out for if the whole is refused';
  const condition = /\b(?:if|provided that|when)\b[^.;]*/i.exec(
    sentence.text.slice(figure.span.to - sentence.span.from),
  )?.[0];
  return condition === undefined
    ? 'the guide asks for it; name who measures it and when it is paid'
    : `the guide asks for it ${condition.trim()}: ask only where that is so`;
}

/** A share of everything is asked for as money: the band, with the base of the share to be named. Another percent is asked for as it is. */
function shareAsk(figure: Figure, component: Ask['component'], asking: Asking): Draft {
  const {frame, offer, share} = asking;
  const found = bandIn(frame, 'pnl');
  const band: MoneyRange | undefined = found === undefined ? undefined : rangeIn(found, frame.home);
  const wrong = component === 'pnl' && share?.verdict.kind === 'does not hold' ? share.verdict : undefined;
  const asMoney = wrong !== undefined && band !== undefined;
  return {
    component,
    text: asMoney
      ? `participation that pays ${showRange(band)} a year, as a share of a base named in the letter`
      : `${figure.text} ${figure.of ?? componentName(component)}, of a base named in the letter`,
    amount: asMoney ? {amount: band.high, currency: band.currency} : null,
    now: nowOf(offer, component),
    why:
      wrong === undefined
        ? 'the guide asks for it; a share means nothing before its base is named'
        : `${figure.text} of all PnL would be ${wrong.because}; ${wrong.instead}`,
    floor: floorOf(component, asking),
    span: figure.span,
  };
}

function withNote(text: string, note: string | null): string {
  return note === null ? text : `${text} (${note})`;
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
  const sum = yearly(offer, component) ?? once(offer, component);
  return sum === null ? 'not stated' : showMoney(sum);
}
