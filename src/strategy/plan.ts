import {type Component, type MoneyRange, type Rates, TIERS} from '../base/index.ts';
import type {Conventions} from '../calendar/index.ts';
import {
  contextOf,
  ledger,
  redact,
  SPOKEN_FROM,
  sealedPictures,
  sealOffer,
  secretsOf,
} from '../claims/index.ts';
import {matchRegion} from '../market/index.ts';
import type {Offer} from '../terms/index.ts';
import {asksFor} from './asks.ts';
import {atHome, type Frame} from './frame.ts';
import {keyOf, positionsFor, rulesFor} from './rules.ts';
import {stanceOn} from './stance.ts';
import {bandIn, rangeIn, standingOf} from './standing.ts';
import type {Plan, Situation} from './types.ts';

/** The components a chart of bands shows, in reading order. */
const CHARTED: readonly Component[] = ['base', 'bonus', 'pnl', 'equity', 'total'];

/**
 * The plan for a case: where each offer stands, what the guide's rules say of it, what to ask for in which order, and
 * the ledger of every claim. Confidential figures are taken out before anything else looks at the case.
 */
export function makePlan(
  situation: Situation,
  {conventions, rates}: {conventions: Conventions; rates: Rates},
): Plan {
  const sealed = sealSituation(situation);
  const guide = sealed.readings[0]?.guide;
  if (guide == null) throw new Error('no guide to plan by: checkSituation says so first');
  const {who, role, company, today, deadline, level} = sealed;
  const region = matchRegion(guide, sealed.region);
  const target = latestOf(sealed.offers.filter(offer => offer.kind === 'target'));
  const home =
    target?.terms[0]?.currency ?? guide.bands.find(band => band.region === region)?.currency ?? 'USD';
  const frame: Frame = {guide, region, level, rates, today, home};
  const bands = bandsOf(frame);
  const secrets = secretsOf(situation.facts, situation.offers);
  const claims = ledger({
    guide: contextOf(guide, conventions, bandIn(frame, 'pnl') ?? null, sealed.offers),
    facts: situation.facts,
    claims: situation.claims,
    rules: situation.disclosure,
    secrets,
  });
  const rules = rulesFor(frame, sealed.offers);
  return {
    version: 1,
    who,
    role,
    company,
    region: region ?? sealed.region,
    today,
    deadline,
    guide: {path: guide.path, role: guide.role.value, company: guide.company.value},
    stance: stanceOn(target, rules, today),
    offers: sealed.offers.map(offer => standingOf(offer, frame)),
    bands,
    marks: marksOf(frame),
    rules,
    asks: asksFor(
      frame,
      target,
      sealed.offers.filter(offer => standingOf(offer, frame).speakable && offer.kind === 'competing'),
      claims,
    ),
    ledger: claims,
    pictures: sealedPictures(situation.facts, claims, {secrets, neverSay: situation.neverSay}),
    // Whose the competing offers are, the ledger says of each: it knows the case.
    findings: sealed.readings
      .flatMap(reading => reading.findings)
      .filter(one => one.rule !== 'offer-not-yours'),
    unread: guide.unread.length,
    spokenFrom: SPOKEN_FROM,
  };
}

/** The situation with every confidential amount gone and every text of the reader's free of them. Facts keep their numbers for the ledger alone. */
export function sealSituation(situation: Situation): Situation {
  const secrets = secretsOf(situation.facts, situation.offers);
  const clean = (text: string) => redact(text, secrets);
  return {
    ...situation,
    who: clean(situation.who),
    role: clean(situation.role),
    company: clean(situation.company),
    region: clean(situation.region),
    neverSay: situation.neverSay.map(clean),
    offers: [...situation.offers]
      .filter(offer => offer.kind !== 'current' || !keepsPay(situation))
      .sort(byKind)
      .map((offer): Offer => sealOffer(offer, secrets)),
  };
}

/** Whether the case rules today's pay out: then it stands in no document that may lie on the table. */
function keepsPay({neverSay}: Situation): boolean {
  return neverSay.some(
    subject =>
      /\b(?:current|present|today)/i.test(subject) && /\b(?:pay|salary|compensation|job)/i.test(subject),
  );
}

/** The offer that stands: of several by one firm, the one made last. */
function latestOf(offers: readonly Offer[]): Offer | undefined {
  return [...offers].sort((a, b) => (b.made ?? '').localeCompare(a.made ?? ''))[0];
}

const KINDS: readonly Offer['kind'][] = ['target', 'competing', 'current'];

/** The firm's own offer first, then the others, then today's job; within a kind, those on the firmest ground first. */
function byKind(a: Offer, b: Offer): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    TIERS.indexOf(a.evidence.tier) - TIERS.indexOf(b.evidence.tier)
  );
}

function bandsOf(frame: Frame): Plan['bands'] {
  return CHARTED.flatMap(component => {
    const band = bandIn(frame, component);
    const range: MoneyRange | undefined = band === undefined ? undefined : rangeIn(band, frame.home);
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
      const {component} = keyOf(position);
      if (component === null || position.unit !== 'money' || position.currency === null) return [];
      const {money} = atHome({amount: position.value, currency: position.currency}, frame);
      return [{component, side, amount: money}];
    }),
  );
}
