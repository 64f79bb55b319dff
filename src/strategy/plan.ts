import {type Component, type MoneyRange, type Span, TIERS} from '../base/index.ts';
import type {Conventions} from '../calendar/index.ts';
import {contextOf, ledger, redact, SPOKEN_FROM, sealOffer, secretsOf} from '../claims/index.ts';
import type {Guide} from '../guide/index.ts';
import {bandOf, matchRegion} from '../market/index.ts';
import type {Offer} from '../terms/index.ts';
import {asksFor} from './asks.ts';
import {keyOf, positionsFor, rulesFor} from './rules.ts';
import {stanceOn} from './stance.ts';
import {rangeIn, standingOf} from './standing.ts';
import type {Plan, Situation} from './types.ts';

/** The components a chart of bands shows, in reading order. */
const CHARTED: readonly Component[] = ['base', 'bonus', 'pnl', 'equity', 'total'];

/**
 * The plan for a case: where each offer stands, what the guide's rules say of it, what to ask for in which order, and
 * the ledger of every claim. Confidential figures are taken out before anything else looks at the case.
 */
export function makePlan(situation: Situation, conventions: Conventions): Plan {
  const sealed = sealSituation(situation);
  const guide = sealed.readings[0]?.guide ?? null;
  const region = guide === null ? undefined : matchRegion(guide, sealed.region);
  const target = latestOf(sealed.offers.filter(offer => offer.kind === 'target'));
  const currency = target?.terms[0]?.currency;
  const bands = guide === null || region === undefined ? [] : bandsOf(guide, region, currency);
  const participation = bands.find(band => band.component === 'pnl')?.band ?? null;
  const claims = ledger({
    guide: guide === null ? null : contextOf(guide, conventions, participation, sealed.offers),
    facts: situation.facts,
    claims: situation.claims,
    rules: situation.disclosure,
    secrets: secretsOf(situation.facts, situation.offers),
  });
  const rules = guide === null ? [] : rulesFor(guide, region, sealed.offers);
  const {who, role, company, today, deadline} = sealed;
  return {
    version: 1,
    who,
    role,
    company,
    region: region ?? sealed.region,
    today,
    deadline,
    guide: {path: guide?.path ?? '', role: guide?.role.value ?? '', company: guide?.company.value ?? ''},
    stance: stanceOn(target, rules),
    offers: sealed.offers.map(offer => standingOf(offer, guide, region, today)),
    bands,
    marks: guide === null ? [] : marksOf(guide, region),
    rules,
    asks: guide === null ? [] : asksFor(guide, region, target, claims, participation),
    ledger: claims,
    findings: sealed.readings.flatMap(reading => reading.findings),
    unread: guide?.unread.length ?? 0,
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
    offers: [...situation.offers].sort(byKind).map((offer): Offer => sealOffer(offer, secrets)),
  };
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

function bandsOf(guide: Guide, region: string, currency: string | undefined): Plan['bands'] {
  return CHARTED.flatMap(component => {
    const band = bandOf(guide, region, component);
    const range: MoneyRange | undefined = band === undefined ? undefined : rangeIn(band, currency);
    return band === undefined || range === undefined
      ? []
      : [{component, band: range, span: band.span satisfies Span}];
  });
}

function marksOf(guide: Guide, region: string | undefined): Plan['marks'] {
  const {strategy} = guide;
  if (strategy === null) return [];
  const sides = [
    ['anchor', strategy.anchor],
    ['accept', strategy.accept],
    ['walk away', strategy.walkAway],
  ] as const;
  return sides.flatMap(([side, positions]) =>
    positionsFor(positions, guide, region).flatMap(position => {
      const {component} = keyOf(position);
      if (component === null || position.unit !== 'money' || position.currency === null) return [];
      return [{component, side, amount: {amount: position.value, currency: position.currency}}];
    }),
  );
}
