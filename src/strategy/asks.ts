import {atLeast, type Component, sameUnit} from '../base/index.ts';
import {type Claim, SPOKEN_FROM} from '../claims/index.ts';
import {head, isKnown, isSecret, type Known, named, say, styled, tierOf, valueOf} from '../figure/index.ts';
import {type Position, type Sentence, type Slot, slotsWithin} from '../guide/index.ts';
import {currencyIn, guaranteeOf, type Offer, type Term, yearly, componentName} from '../terms/index.ts';
import {aboutOf, type Asking, type Draft, MET, withNote} from './ask-draft.ts';
import {floorOf} from './floor.ts';
import {atHome, type Frame} from './frame.ts';
import {positionFigure} from './judge.ts';
import {requestsOf} from './requests.ts';
import {positionKey, positionsFor} from './rules.ts';
import {against, covers, offerTable} from './table.ts';
import type {Ask} from './types.ts';

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
    position => position.unit === 'money' && positionKey(position).component !== null,
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

/** A sum that the guide opens with; where the table or a rival's paper has as much, what is left to ask for above it. */
function anchorAsk(position: Position, asking: Asking): Draft {
  const key = positionKey(position);
  const component = key.component as Component;
  const grant = key.grant === true;
  const {sum, note} = atHome(styled(positionFigure(position, key), 'money'), asking.frame);
  const table = offerTable(asking.offer, component, grant);
  const draft = {
    component,
    floor: floorOf(component, grant, table, asking),
    span: position.span,
    about: aboutOf(component),
  };
  if (table !== null && position.guaranteed && covers(table, sum) && guarantee(asking, component) !== true)
    return {...draft, ...guaranteeAsk(sum, table, component, guarantee(asking, component))};
  const noun = `${position.guaranteed ? `guaranteed ${position.firstYear ? 'first-year ' : ''}` : ''}${componentName(component)}${grant ? ' grant' : ''}`;
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
    why: say`the guide's anchor is ${sum}, but ${named(rival.party)} offers ${rival.sum} on paper: ask for more than you hold`,
  };
}

/** The sum is there; that all of it is guaranteed is not. */
function guaranteeAsk(sum: Known, table: Known, component: Component, said: boolean | null) {
  // What the offer is only guessed to pay is not said aloud.
  const asked = tierOf(table) === 'assumed' ? sum : table;
  return {
    text: head(say`a guarantee of the ${asked} ${componentName(component)}`),
    amount: asked,
    now: said === false ? say`${table}, not guaranteed` : say`${table}, and no word of a guarantee`,
    met: false,
    why: say`the offer has as much as the guide’s anchor already: ask that all of it is guaranteed`,
  };
}

/** Whether the firm's offer guarantees a part; null where nobody has said. */
function guarantee({offer}: Asking, component: Component): boolean | null {
  return offer === undefined || component === 'total' ? null : guaranteeOf(offer, component);
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
