import type {Currency} from '../../base/index.ts';
import {type Known, type Prose, say, sentence, textOf, valueOf, worked} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import {type Leaving, type LeavingFrom, leavingOf} from '../leaving/leaving.ts';
import {conflictsOf, type StartConflict} from '../leaving/conflict.ts';
import type {Offer, Term} from '../types.ts';
import {type Check, checksOf} from '../words/checks.ts';
import {clauseOf} from '../words/clause.ts';
import {type Gap, gapsOf, offerGaps} from '../words/gaps.ts';
import {componentName} from '../words/names.ts';
import {type AfterTax, afterTaxOf, type Taxed} from './valued.ts';
import type {TaxPlace} from '../tax/facts.ts';
import {READINGS, type Reading} from '../years/reading.ts';
import {type Deferred, type TermYears, type YearPay, yearTable} from '../years/table.ts';

/** A sum in the currency of a report. */
export type Exchanging = (sum: Known, from: Currency) => Known;

/** One term, to hold against the letter. */
export interface TermReading {
  readonly term: string;
  readonly clause: Prose;
  /** What it does not say. */
  readonly unsaid: readonly string[];
  /** Its own figures, worked out from each other. */
  readonly checks: readonly Check[];
  /** What it comes to in each year at target; null in place of nothing. */
  readonly target: readonly (Known | null)[];
  /** Whether some of it is claimed and counts as nothing at target. */
  readonly isClaimed: boolean;
}

/** A year that pays less than the one before it, at target. */
export interface Fall {
  readonly year: number;
  readonly by: Known;
}

/** An offer as somebody reads it who stays: its terms in words, its years, what it leaves open, and what leaving it costs. */
export interface OfferReading {
  readonly id: string;
  readonly party: string;
  /** What tells it apart from the others: who made it, and where that is said of several the id. */
  readonly name: string;
  readonly kind: Offer['kind'];
  readonly role: string | null;
  readonly level: string | null;
  readonly region: string | null;
  readonly remote: string | null;
  readonly start: string | null;
  readonly expires: string | null;
  readonly scope: Offer['scope'];
  readonly evidence: Offer['evidence'];
  readonly terms: readonly TermReading[];
  readonly years: readonly YearPay[];
  readonly falls: readonly Fall[];
  readonly deferred: readonly Deferred[];
  /** What is left of each year at target; null where the place is none that is taxed here, or nobody says how one files. */
  readonly afterTax: AfterTax | null;
  /** Taxes and reliefs that its terms touch and no law here models. */
  readonly notModelled: readonly string[];
  /** Of today's job. */
  readonly leaving?: Pick<Leaving, 'total' | 'byNotice'> & {readonly isNoticeKnown: boolean};
  readonly questions: readonly {readonly term: string; readonly text: Prose}[];
}

/** What an offer says, in the currency of a report. */
export function offerReading(
  {offer, currency, ...composed}: Composed,
  today: string,
  years: number,
  exchange: Exchanging,
  taxed: Taxed | null,
): OfferReading {
  const table = yearTable({offer, currency, ...composed}, years);
  const into = (sum: Known) => exchange(sum, currency);
  const paid = table.years.map(({year, ...sums}) => ({year, ...mapped(sums, into)}));
  const {id, party, kind, role, level, region, remote, start, expires, scope, evidence} = offer;
  const gaps = offer.terms.map(term => ({term: term.component, gaps: gapsOf(term, offer)}));
  return {
    id,
    party,
    name: party,
    kind,
    role,
    level,
    region,
    remote,
    start,
    expires,
    scope,
    evidence,
    terms: offer.terms.map((term, at) => ({
      term: componentName(term.component),
      clause: clauseOf(term),
      unsaid: gaps[at]?.gaps.map(({what}) => what) ?? [],
      checks: checksOf(term, offer),
      isClaimed: isClaimed(table.terms[at]),
      target: table.terms[at]?.target.map(sum => (sum === null ? null : into(sum))) ?? [],
    })),
    years: paid,
    falls: fallsOf(paid),
    deferred: table.deferred.map(({year, guaranteed, target}) => ({
      year,
      guaranteed: guaranteed === null ? null : into(guaranteed),
      target: target === null ? null : into(target),
    })),
    afterTax: taxed === null ? null : taxesIn(afterTaxOf(taxed, table.years), into),
    notModelled: taxed === null ? [] : notModelledOf(offer, taxed.place),
    ...(kind === 'current' ? {leaving: leavingIn(leavingOf(offer, today), into)} : {}),
    questions: questionsOf(offer, gaps),
  };
}

function taxesIn({years, ...of}: AfterTax, into: (sum: Known) => Known): AfterTax {
  return {...of, years: years.map(into)};
}

function isClaimed(of: TermYears | undefined): boolean {
  const sum = (sums: readonly (Known | null)[] = []) =>
    sums.reduce((total, one) => total + (one === null ? 0 : valueOf(one)), 0);
  return sum(of?.claimed) > sum(of?.target);
}

/** What of taxes is not modelled where a term touches it. */
function notModelledOf({terms, remote}: Offer, place: TaxPlace): readonly string[] {
  const has = (...components: readonly Term['component'][]) =>
    terms.some(({component}) => components.includes(component));
  const isAmerican = place !== 'london';
  return [
    ...(has('options') && isAmerican
      ? ['the alternative minimum tax and elections under section 83(b)']
      : []),
    ...(has('equity') ? ['withholding on vesting shares, which is not the tax'] : []),
    ...(isAmerican && terms.some(({more}) => more?.into === 'fund')
      ? ['deferred pay from offshore funds (457A)']
      : []),
    ...(has('pension') ? ['relief for pensions'] : []),
    ...(remote !== null && isAmerican ? ['days worked in another state (the convenience rule)'] : []),
  ];
}

/** What to ask, each once: two grants have one question about leaving. */
function questionsOf(
  offer: Offer,
  gaps: readonly {readonly term: Term['component']; readonly gaps: readonly Gap[]}[],
): OfferReading['questions'] {
  const slips = offer.terms.flatMap(term =>
    checksOf(term, offer)
      .filter(({holds}) => !holds)
      .map(({says}) => ({term: term.component, text: say`${sentence(says)}: which of the two holds?`})),
  );
  const all = [
    ...slips,
    ...offerGaps(offer).map(({ask}) => ({term: 'offer', text: ask})),
    ...gaps.flatMap(({term, gaps: of}) => of.map(({ask}) => ({term, text: ask}))),
  ];
  const texts = all.map(({text}) => textOf(text));
  return all.filter((_, at) => texts.indexOf(texts[at] as string) === at);
}

/** What an early start of other offers costs today's job; none where there is no such job among them. */
export function startConflicts(offers: readonly Offer[], today: string): readonly StartConflict[] {
  return offers
    .filter(({kind}) => kind === 'current')
    .flatMap(job => conflictsOf(leavingOf(job, today), offers, today));
}

function mapped(sums: Omit<YearPay, 'year'>, into: (sum: Known) => Known): Record<Reading, Known> {
  return Object.fromEntries(READINGS.map(reading => [reading, into(sums[reading])])) as Record<
    Reading,
    Known
  >;
}

function fallsOf(years: readonly YearPay[]): readonly Fall[] {
  return years.flatMap(({year, target}, at) => {
    const before = years[at - 1]?.target;
    if (before === undefined || valueOf(before) <= valueOf(target)) return [];
    const inputs = [
      {name: 'before', label: 'at target, the year before', figure: before},
      {name: 'after', label: 'at target', figure: target},
    ];
    return [{year, by: worked('before - after', inputs, {style: {as: 'money'}})}];
  });
}

function leavingIn({total, byNotice, notice}: Leaving, into: (sum: Known) => Known) {
  const row = ({from, total: sum, parts}: LeavingFrom): LeavingFrom => ({
    from,
    total: into(sum),
    parts: parts.map(({what, amount}) => ({what, amount: into(amount)})),
  });
  return {total: into(total), byNotice: byNotice.map(row), isNoticeKnown: notice !== null};
}
