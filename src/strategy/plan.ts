import {type Component, currencyOf, type Rates, type Span} from '../base/index.ts';
import type {Conventions} from '../calendar/index.ts';
import {type Claim, contextOf, ledger, SPOKEN_FROM, sealedPictures} from '../claims/index.ts';
import {
  type Figure,
  type Finding,
  figuresOf,
  type Guarded,
  type Known,
  styled,
  worked,
} from '../figure/index.ts';
import type {Guide} from '../guide/index.ts';
import {matchRegion} from '../market/index.ts';
import {asksFor} from './asks.ts';
import {atHome, type Frame} from './frame.ts';
import {type Key, positionFigure} from './judge.ts';
import {inOrder, targetOf} from './offers.ts';
import {positionKey, positionsFor, rulesFor} from './rules.ts';
import {stanceOn} from './stance.ts';
import {bandIn, isSpeakable, rangeIn, standingOf} from './standing.ts';
import {sumOf} from './sum.ts';
import type {Plan, Situation} from './types.ts';

/** The components a chart of bands shows, in reading order. */
const CHARTED: readonly Component[] = ['base', 'bonus', 'pnl', 'equity', 'total'];

/**
 * The plan for a case: where each offer stands, what the guide's rules say of it, what to ask for in which order, and
 * the ledger of every claim. It holds confidential figures, and is sealed before anybody sees it; nothing in it is
 * decided by one, so that what is left tells nothing of them.
 */
export function makePlan(
  situation: Situation,
  {conventions, rates}: {conventions: Conventions; rates: Rates},
): Plan {
  const guide = situation.readings[0]?.guide;
  if (guide == null) throw new Error('no guide to plan by: checkSituation says so first');
  const {who, role, company, today, deadline, level} = situation;
  const offers = inOrder(situation.offers);
  const region = matchRegion(guide, situation.region);
  const target = targetOf(offers);
  const home =
    target?.terms[0]?.currency ?? guide.bands.find(band => band.region === region)?.currency ?? 'USD';
  const frame: Frame = {guide, region, level, rates, today, home};
  const claims = ledger({
    guide: contextOf(guide, conventions, bandIn(frame, 'pnl') ?? null, offers),
    facts: situation.facts,
    claims: situation.claims,
    rules: situation.disclosure,
    today,
  });
  const rules = rulesFor(frame, offers);
  const rivals = offers.filter(offer => offer.kind === 'competing' && isSpeakable(offer, today));
  const asks = asksFor(frame, target, rivals, claims);
  return {
    version: 1,
    who,
    role,
    company,
    region: region ?? situation.region,
    today,
    deadline,
    guide: {path: guide.path, role: guide.role.value, company: guide.company.value},
    stance: stanceOn(target, rules, asks, today),
    offers: offers.map(offer => standingOf(offer, frame)),
    bands: bandsOf(frame),
    marks: marksOf(frame),
    rules,
    asks,
    sum: sumOf(asks, target, frame),
    ledger: claims.map(one => guardedLine(one, guide)),
    pictures: sealedPictures(situation.facts, claims, situation.neverSay),
    // Whose the competing offers are, the ledger says of each: it knows the case.
    findings: situation.readings
      .flatMap(reading => reading.findings)
      .filter(one => one.rule !== 'offer-not-yours')
      .map(one => guardedFinding(one, guide)),
    unread: guide.unread.length,
    spokenFrom: SPOKEN_FROM,
  };
}

/** What a guide says of the sum at which I would accept, or stop, is as much my own as the sum. */
function guardedLine(claim: Claim, guide: Guide): Claim {
  return claim.by === 'guide' && isLine(claim.span, guide) ? {...claim, reach: 'call'} : claim;
}

/** So is what the audit says of it. */
function guardedFinding(finding: Finding, guide: Guide): Finding & Guarded {
  const speaksOf = (figure: Figure): boolean =>
    (figure.figure === 'read' && isLine(figure.span, guide)) ||
    ('inputs' in figure && figure.inputs.some(input => speaksOf(input.figure)));
  return figuresOf(finding.message).some(speaksOf) ? {...finding, reach: 'call'} : finding;
}

/** Whether a sum at which the guide would have me accept, or stop, stands there. */
function isLine(span: Span | undefined, {strategy}: Guide): boolean {
  const lines = [...(strategy?.accept ?? []), ...(strategy?.walkAway ?? [])];
  return lines.some(line => line.span.from === span?.from);
}

function bandsOf(frame: Frame): Plan['bands'] {
  return CHARTED.flatMap(component => {
    const band = bandIn(frame, component);
    const range = band === undefined ? undefined : rangeIn(band, frame.home);
    return band === undefined || range === undefined ? [] : [{component, band: range, span: band.span}];
  });
}

function marksOf(frame: Frame): Plan['marks'] {
  const {strategy} = frame.guide;
  if (strategy === null) return [];
  const sides = [
    ['anchor', strategy.anchor],
    ['accept', strategy.accept],
    ['walk away', strategy.walkAway],
  ] as const;
  return sides.flatMap(([side, positions]) =>
    positionsFor(positions, frame.guide, frame.region).flatMap(position => {
      const key = positionKey(position);
      const {component} = key;
      if (component === null || position.unit !== 'money' || position.currency === null) return [];
      const amount = byBand(styled(atHome(positionFigure(position, key), frame).sum, 'short'), key, frame);
      if (amount === null) return [];
      const reach = side === 'anchor' ? {} : {reach: 'call' as const};
      return currencyOf(amount.quantity.unit) === undefined ? [] : [{...reach, component, side, amount}];
    }),
  );
}

/** A mark as the band of its component counts: of a grant over four years a quarter, and none where the band says no years. */
function byBand(amount: Known, {component, grant}: Key, frame: Frame): Known | null {
  if (grant !== true) return amount;
  if (component === null || bandIn(frame, component)?.basis !== '4yr') return null;
  const inputs = [{name: 'grant', label: 'the grant over four years', figure: amount}];
  return worked('grant / 4[year]', inputs, {subject: amount.subject, style: amount.style});
}
