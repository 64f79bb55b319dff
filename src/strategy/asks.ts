import {type Component, type MoneyRange, showMoney, showRange} from '../base/index.ts';
import type {SealedClaim} from '../claims/index.ts';
import type {Figure, Position, Sentence} from '../guide/index.ts';
import {type Offer, once, termsOf, yearly, yearlyTotal} from '../terms/index.ts';
import {atHome, type Frame} from './frame.ts';
import {keyOf, positionsFor, showPosition} from './rules.ts';
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
}

/** What to ask for, in the order of the guide's strategy: its anchor first, then what it says to request. */
export function asksFor(
  frame: Frame,
  offer: Offer | undefined,
  ledger: readonly SealedClaim[],
): readonly Ask[] {
  const {strategy} = frame.guide;
  if (strategy === null) return [];
  const shares = ledger.filter(claim => claim.id.startsWith('share'));
  const share = shares.find(claim => claim.headline) ?? shares[0];
  const mine = (positions: readonly Position[]) => positionsFor(positions, frame.guide, frame.region);
  const asking: Asking = {frame, offer, share, floors: mine(strategy.accept)};
  const anchors = mine(strategy.anchor)
    .filter(position => position.unit === 'money' && keyOf(position).component !== null)
    .map(position => anchorAsk(position, asking));
  const requests = strategy.asks.flatMap(sentence => requestsOf(sentence, asking));
  return [...anchors, ...requests].map((ask, at) => ({order: at + 1, ...ask}));
}

function anchorAsk(position: Position, asking: Asking): Draft {
  const {frame, offer} = asking;
  const component = keyOf(position).component as Component;
  const {money, note} = atHome({amount: position.value, currency: position.currency ?? frame.home}, frame);
  const guaranteed = position.guaranteed ? `guaranteed ${position.firstYear ? 'first-year ' : ''}` : '';
  return {
    component,
    text: `${showMoney(money)} ${guaranteed}${componentName(component)}`,
    amount: money,
    now: nowOf(offer, component),
    why: withNote("the guide's anchor; an ask is yours to make and needs no proof", note),
    floor: floorOf(component, asking),
    span: position.span,
  };
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
  const sums = sentence.figures.filter(figure => figure.kind === 'money' || figure.kind === 'percent');
  if (sums.length === 0) return [plainRequest(sentence)];
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
      why: withNote('the guide asks for it; name who measures it and when it is paid', note),
      floor: floorOf(component, asking),
      span: figure.span,
    };
  });
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
