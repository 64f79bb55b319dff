import {atLeast, type Component, quantity, sameUnit} from '../base/index.ts';
import {type Claim, SPOKEN_FROM} from '../claims/index.ts';
import {
  about,
  endOf,
  guideQuote,
  head,
  isKnown,
  isSecret,
  type Known,
  named,
  type Prose,
  read,
  reaching,
  say,
  styled,
  tierOf,
  valueOf,
} from '../figure/index.ts';
import {type Figure, type Position, type Sentence, type Slot, slotsWithin} from '../guide/index.ts';
import {currencyIn, guaranteeOf, type Offer, once, type Term, yearly, yearlyTotal} from '../terms/index.ts';
import {componentNamed, componentOf, conditionAfter, isEscalator, withoutVerb} from './asked.ts';
import {atHome, type Frame, guideEvidence} from './frame.ts';
import {figureOf} from './judge.ts';
import {currenciesOf, keyOf, positionsFor} from './rules.ts';
import {bandIn, componentName, rangeIn, subjectOf} from './standing.ts';
import type {Ask} from './types.ts';

type Draft = Omit<Ask, 'order'>;
type Part = Ask['component'];

/** What the asks are made from. */
interface Asking {
  readonly frame: Frame;
  readonly offer: Offer | undefined;
  /** What the ledger says of a share of everything. */
  readonly share: Claim | undefined;
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
  ledger: readonly Claim[],
): readonly Ask[] {
  const {strategy} = frame.guide;
  if (strategy === null) return [];
  const shares = ledger.filter(claim => claim.kind === 'share');
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
  const all = [...anchors, ...requests.filter(request => !anchors.some(anchor => isSame(anchor, request)))];
  return all.map((ask, at) => ({order: at + 1, ...ask}));
}

/** A guide that opens with a sum and requests it again asks for it once. */
function isSame(anchor: Draft, request: Draft): boolean {
  if (anchor.component !== request.component || !isKnown(anchor.amount) || !isKnown(request.amount))
    return false;
  return (
    valueOf(anchor.amount) === valueOf(request.amount) &&
    sameUnit(anchor.amount.quantity.unit, request.amount.quantity.unit)
  );
}

/** A placeholder without a sum of its own: nothing in the case fills it, so the request goes unsaid. */
function leavesOpen(sentence: Sentence, slots: readonly Slot[]): boolean {
  return slotsWithin(slots, sentence.span).some(({asks, low}) => asks !== 'money' || low === null);
}

function anchorAsk(position: Position, asking: Asking): Draft {
  const key = keyOf(position);
  const component = key.component as Component;
  const grant = key.grant === true;
  const {sum, note} = atHome(styled(figureOf(position, key), 'money'), asking.frame);
  const noun = `${position.guaranteed ? `guaranteed ${position.firstYear ? 'first-year ' : ''}` : ''}${componentName(component)}${grant ? ' grant' : ''}`;
  const table = tableOf(asking.offer, component, grant);
  const draft = {
    component,
    floor: floorOf(component, grant, table, asking),
    span: position.span,
    about: aboutOf(component),
  };
  if (
    table !== null &&
    position.guaranteed &&
    reaches(table, sum) &&
    !isGuaranteed(asking.offer, component)
  ) {
    // What the offer is only guessed to pay is not said aloud.
    const asked = tierOf(table) === 'assumed' ? sum : table;
    return {
      ...draft,
      text: head(say`a guarantee of the ${asked} ${componentName(component)}`),
      amount: asked,
      now:
        guaranteeOf(asking.offer as Offer, component as Term['component']) === false
          ? say`${table}, not guaranteed`
          : say`${table}, and no word of a guarantee`,
      met: false,
      why: say`the offer has as much as the guide’s anchor already: ask that all of it is guaranteed`,
    };
  }
  const rival = heldHigher(sum, component, grant, asking);
  const ask = {...draft, ...against(rival?.sum ?? sum, table, asking.offer, component, grant)};
  if (rival === null || ask.met)
    return {
      ...ask,
      text: head(say`${sum} ${noun}`),
      amount: sum,
      why: withNote(
        ask.met ? MET : say`the guide's anchor; an ask is yours to make and needs no proof`,
        note,
      ),
    };
  return {
    ...ask,
    text: head(say`more than ${rival.sum} ${noun}`),
    amount: rival.sum,
    why: say`the guide's anchor${sameSum(sum, rival.sum)}, but ${named(rival.party)} offers ${rival.sum} on paper: ask for more than you hold`,
  };
}

/** The anchor, told beside the higher sum that takes its place. */
function sameSum(anchor: Known, rival: Known): Prose | null {
  return valueOf(anchor) === valueOf(rival) ? null : say` is ${anchor}`;
}

const MET = say`met: the offer has as much already`;

/** What is on the table for an ask, and whether that is as much: what is met is no ask any more. */
function against(
  sum: Known,
  table: Known | null,
  offer: Offer | undefined,
  component: Part,
  grant: boolean,
): Pick<Ask, 'now' | 'met'> {
  const met = table !== null && reaches(table, sum);
  const now = nowOf(offer, component, grant, table);
  return {met, now: met ? say`${now}, which meets it` : now};
}

/** Nothing is decided by a secret: whoever sees the decision would know something of it. */
function reaches(table: Known, sum: Known): boolean {
  return !isSecret(table) && currencyIn(table) === currencyIn(sum) && valueOf(table) >= valueOf(sum);
}

function isGuaranteed(offer: Offer | undefined, component: Component): boolean {
  return offer !== undefined && component !== 'total' && guaranteeOf(offer, component) === true;
}

/** Asking for less than one holds on paper gives the paper away. */
function heldHigher(
  anchor: Known,
  component: Component,
  grant: boolean,
  {others}: Asking,
): {readonly party: string; readonly sum: Known} | null {
  if (component === 'total' || component === 'signOn' || grant) return null;
  const onPaper = (term: Term) => atLeast(term.evidence.tier, SPOKEN_FROM) && term.written !== false;
  const held = others.flatMap(({party, ...one}) => {
    const sum = yearly({party, ...one}, component, onPaper);
    if (sum === null || isSecret(sum) || currencyIn(sum) !== currencyIn(anchor)) return [];
    return valueOf(sum) > valueOf(anchor) ? [{party, sum}] : [];
  });
  return held.sort((a, b) => valueOf(b.sum) - valueOf(a.sum))[0] ?? null;
}

/**
 * The floor of the same part and the same period: a grant over years is no floor of a sum by the year. Where the table has as
 * much already there is none to keep.
 */
function floorOf(
  component: Part,
  grant: boolean,
  table: Known | null,
  {floors, frame}: Asking,
): Prose | null {
  const floor = floors.find(position => {
    const key = keyOf(position);
    return key.component === component && (key.grant === true) === grant;
  });
  if (floor === undefined) return null;
  const figure = figureOf(floor, keyOf(floor));
  const {sum, note} = floor.unit === 'money' ? atHome(figure, frame) : {sum: figure, note: null};
  const kept = floor.guaranteed || floor.written || floor.unit === 'percent';
  if (!kept && table !== null && reaches(table, sum)) return null;
  const terms = [
    floor.guaranteed ? 'guaranteed' : '',
    floor.written ? 'in writing' : '',
    floor.unit === 'percent' ? 'of a base that the letter names' : '',
  ].filter(term => term !== '');
  const shown = note === null ? sum : styled(sum, 'money');
  const told = say`accept at ${shown}${terms.map(term => `, ${term}`).join('')}`;
  return reaching(withNote(told, note), 'call');
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
    return sumAsk(figure, component, sentence, asking);
  });
}

/** The guide's own words for what is paid, "completion bonus"; the part's name where they name none, as in "a minimum". */
function nounOf(figure: Figure, component: Part): Prose {
  const named = figure.of !== null && (component === 'other' || componentNamed(figure) !== undefined);
  return named ? say`${guideQuote(figure.of ?? '')}` : say`${componentName(component)}`;
}

/** Paid once, unless the guide says by what period: a grant, a sign-on, a milestone. */
const SINGLE: ReadonlySet<Part> = new Set(['equity', 'signOn', 'milestone']);

function sumAsk(figure: Figure, component: Part, sentence: Sentence, asking: Asking): Draft {
  const {frame, offer} = asking;
  const grant = component === 'equity' && figure.per === null;
  const {sum, note} = atHome(sumOf(figure, component, frame), frame);
  const per = figure.per === null ? '' : ` a ${figure.per}`;
  const table = tableOf(offer, component, grant);
  const ask = against(sum, table, offer, component, grant);
  return {
    component,
    about: aboutOf(component),
    text: head(say`${sum} ${nounOf(figure, component)}${per}`),
    amount: sum,
    ...ask,
    why: withNote(ask.met ? MET : reasonOf(figure, component, sentence, asking), note),
    floor: floorOf(component, grant, table, asking),
    span: figure.span,
  };
}

/** The sum that a request names, of a range the most. */
function sumOf({high, currency, per, span}: Figure, component: Part, {home}: Frame): Known {
  const unit = per ?? (SINGLE.has(component) ? null : 'year');
  const code = currency ?? home;
  return read(quantity(high, unit === null ? code : `${code}/${unit}`), span, guideEvidence(span), {
    subject: subjectOf(component),
    style: {as: 'money'},
  });
}

/** Why a request stands: below an anchor of its own component it is the least to hold out for; a condition of the guide's is told with it. */
function reasonOf(figure: Figure, component: Part, sentence: Sentence, {anchors}: Asking): Prose {
  const above = anchors.some(
    position =>
      keyOf(position).component === component &&
      position.currency === figure.currency &&
      position.value >= figure.high,
  );
  // How far I would come down is my own.
  if (above)
    return reaching(
      say`less than the anchor above: the part of it to hold out for if the whole is refused`,
      'call',
    );
  const condition = conditionAfter(sentence, figure);
  return condition === undefined
    ? say`the guide asks for it; name who measures it and when it is paid`
    : say`the guide asks for it ${guideQuote(condition)}: ask only where that is so`;
}

/** A share of everything is asked for as money: the band, with the base of the share to be named. Another percent is asked for as it is. */
function shareAsk(figure: Figure, component: Part, asking: Asking): Draft {
  const {frame, offer, share} = asking;
  const found = bandIn(frame, 'pnl');
  const band = found === undefined ? undefined : rangeIn(found, frame.home);
  const wrong = component === 'pnl' && share?.verdict.kind === 'does not hold' ? share.verdict : undefined;
  const asMoney = wrong !== undefined && band !== undefined;
  const percent = read(
    {low: figure.low / 100, high: figure.high / 100, unit: {}},
    figure.span,
    guideEvidence(figure.span),
    {subject: subjectOf(component), style: {as: 'written', text: figure.text}},
  );
  const most = asMoney ? styled(endOf(band, 'high'), 'money') : null;
  const table = asMoney ? tableOf(offer, component, false) : null;
  const ask = against(most ?? percent, table, offer, component, false);
  return {
    component,
    about: aboutOf(component),
    text: head(
      asMoney
        ? say`participation that pays ${band} a year, as a share of a base named in the letter`
        : say`${percent} ${figure.of === null ? componentName(component) : guideQuote(figure.of)}, of a base named in the letter`,
    ),
    amount: most,
    ...ask,
    why: ask.met
      ? MET
      : wrong === undefined
        ? say`the guide asks for it; a share means nothing before its base is named`
        : say`${percent} of all PnL would be ${wrong.because}; ${wrong.instead}`,
    floor: floorOf(component, false, table, asking),
    span: figure.span,
  };
}

function withNote(text: Prose, note: Prose | null): Prose {
  return note === null ? text : say`${text} (${note})`;
}

function plainRequest(sentence: Sentence): Draft {
  const component = isEscalator(sentence) ? 'escalator' : 'other';
  return {
    component,
    text: head(say`${guideQuote(withoutVerb(sentence.text), sentence.span)}`),
    amount: null,
    now: say`not stated`,
    met: false,
    why: say`the guide asks for it without a figure: settle the measure, the hours it counts and what it pays`,
    floor: null,
    span: sentence.span,
  };
}

function aboutOf(component: Part) {
  const subject = subjectOf(component);
  return subject === undefined ? [] : [subject];
}

/** What the firm's offer states of the same part, by the same period; null where it states none. */
function tableOf(offer: Offer | undefined, component: Part, grant: boolean): Known | null {
  if (offer === undefined || component === 'escalator' || component === 'other') return null;
  if (component === 'total') return yearlyTotal(offer);
  if (grant || component === 'signOn' || component === 'milestone') return once(offer, component);
  const sum = yearly(offer, component) ?? (component === 'equity' ? null : once(offer, component));
  return sum === null ? null : about(sum, subjectOf(component));
}

function nowOf(offer: Offer | undefined, component: Part, grant: boolean, table: Known | null): Prose {
  if (offer === undefined) return say`no offer yet`;
  if (table !== null) return component === 'total' ? say`${table} so far` : say`${table}`;
  const byYear = grant ? yearly(offer, 'equity') : component === 'equity' ? once(offer, 'equity') : null;
  if (byYear === null) return say`not stated`;
  return grant
    ? say`${byYear} a year, which is no whole grant: ask over how many years`
    : say`a grant of ${byYear} in all: ask over how many years it vests`;
}
