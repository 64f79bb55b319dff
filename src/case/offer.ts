import {
  type Currency,
  type Disclosure,
  type Evidence,
  isCurrency,
  type Source,
  showMoney,
  type Span,
} from '../base/index.ts';
import type {Offer, Term} from '../terms/index.ts';
import {readAmount} from './amount.ts';
import {check} from './check.ts';
import {capped, finding, type Path, readYaml, show, soundParts, valueAt, type Yaml} from '../files/index.ts';
import type {CaseFinding} from './finding.ts';
import {OFFER, TERM, type TermFile} from './schema.ts';

export interface OfferReading {
  /** Null where anything in the file is an error: half an offer would be another offer. */
  readonly offer: Offer | null;
  readonly findings: readonly CaseFinding[];
}

/** What a term takes from around it where it says nothing itself. */
export interface TermDefaults {
  readonly currency: Currency | null;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
}

/** The day that dates are held against, and whether the case itself names it. */
export interface Clock {
  readonly today: string;
  /** A pinned day that contradicts another is a slip; the real one only says that time has passed. */
  readonly pinned: boolean;
}

/** Reads one file of `offers/`. `id` is the file's name without its ending. */
export function readOffer(source: Source, id: string, clock: Clock): OfferReading {
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {offer: null, findings: syntax};
  const rawTerms = valueAt(yaml.value, ['terms']);
  const home = valueAt(yaml.value, ['currency']);
  const currency = typeof home === 'string' && isCurrency(home) ? home : null;
  const findings = [
    ...syntax,
    ...check(OFFER, yaml),
    ...dates(yaml, clock),
    ...(Array.isArray(rawTerms)
      ? rawTerms.flatMap((_, at) => termFindings(yaml, ['terms', at], currency))
      : []),
  ];
  const parsed = OFFER.safeParse(yaml.value);
  if (!parsed.success || findings.some(one => one.severity === 'error')) {
    return {offer: null, findings: capped(findings)};
  }
  const file = parsed.data;
  const defaults = {
    currency: file.currency,
    evidence: file.evidence,
    disclosure: file.disclosure ?? 'private',
  };
  const offer: Offer = {
    id,
    party: file.party,
    kind: file.kind,
    role: file.role ?? null,
    region: file.region ?? null,
    made: file.made ?? null,
    expires: file.expires ?? null,
    evidence: file.evidence,
    disclosure: defaults.disclosure,
    scope: file.scope ?? [],
    terms: file.terms.map((term, at) => toTerm(term, yaml, ['terms', at], defaults)),
    span: yaml.valueSpan(['party']),
  };
  return {offer, findings: capped(findings)};
}

/** What is wrong with the term at `path` beyond its shape: its amount, its sign, having neither sum nor share. */
export function termFindings(yaml: Yaml, path: Path, home: Currency | null): CaseFinding[] {
  const {amount, currency, share} = soundParts(TERM, valueAt(yaml.value, path));
  const inner = [...path, 'amount'];
  const span = yaml.valueSpan(inner);
  const own = currency ?? home;
  if (typeof amount === 'string') {
    const read = readAmount(amount, own);
    if ('rule' in read) return [finding(read.rule, read.message, {span, hint: read.hint})];
    if (read.currency !== null && currency && read.currency !== currency) {
      const message = `amount ${show(amount)} is in ${read.currency}, but the term says ${currency}`;
      return [finding('ambiguous-amount', message, {span, hint: 'keep the right one of the two'})];
    }
    if (read.currency === null && own === null) return noCurrency(yaml, path);
    return [];
  }
  if (typeof amount === 'number') {
    const typed = yaml.typed(inner) ?? '';
    if (/^\d{1,3}\.\d{3}$/.test(typed)) {
      const hint = `write ${typed.replace('.', '')} or ${String(amount)}`;
      return [finding('ambiguous-amount', `amount ${typed} can be read in two ways`, {span, hint})];
    }
    return own === null ? noCurrency(yaml, path) : [];
  }
  if (valueAt(yaml.value, inner) === undefined || valueAt(yaml.value, inner) === null) {
    if (share === undefined || share === null) {
      const hint = 'add an amount, a share, or both';
      return [
        finding('missing-key', 'the term has neither amount nor share', {span: yaml.keySpan(path), hint}),
      ];
    }
    if (own === null) return noCurrency(yaml, path);
  }
  return [];
}

/** The term at `path`, which `termFindings` has found nothing wrong with. */
export function toTerm(term: TermFile, yaml: Yaml, path: Path, defaults: TermDefaults): Term {
  const own = term.currency ?? defaults.currency;
  const read = typeof term.amount === 'string' ? readAmount(term.amount, own) : null;
  const stated = read !== null && 'amount' in read ? read : null;
  const currency = stated?.currency ?? own;
  if (currency === null) throw new Error('a term without a currency passed its check');
  return {
    component: term.component,
    amount: stated?.amount ?? (typeof term.amount === 'number' ? term.amount : null),
    currency,
    per: term.per,
    guaranteed: term.guaranteed ?? null,
    written: term.written ?? null,
    share: term.share ?? null,
    condition: term.condition ?? null,
    evidence: term.evidence ?? defaults.evidence,
    disclosure: term.disclosure ?? defaults.disclosure,
    span: yaml.valueSpan(path),
    places: {amount: placeOf([...path, 'amount'], yaml), share: placeOf([...path, 'share', 'percent'], yaml)},
  };
}

/** Where a value stands; null where there is none. */
function placeOf(path: Path, yaml: Yaml): Span | null {
  return valueAt(yaml.value, path) == null ? null : yaml.valueSpan(path);
}

function noCurrency(yaml: Yaml, path: Path): CaseFinding[] {
  const parent = path.slice(0, -2);
  // A currency that is there but mistaken has its own finding.
  if (valueAt(yaml.value, [...parent, 'currency']) !== undefined) return [];
  if (valueAt(yaml.value, [...path, 'currency']) !== undefined) return [];
  const hint = `add currency: USD, or the sign: ${showMoney({amount: 210000, currency: 'USD'})}`;
  return [finding('missing-key', 'no currency is named for this amount', {span: yaml.keySpan(path), hint})];
}

function dates(yaml: Yaml, clock: Clock): CaseFinding[] {
  const {made, expires} = soundParts(OFFER, yaml.value);
  const found: CaseFinding[] = [];
  if (made && expires && expires < made) {
    const message = `expires ${expires} is before the offer was made, ${made}`;
    const hint = 'check both dates';
    found.push(finding('date-order', message, {span: yaml.valueSpan(['expires']), hint}));
  }
  if (made && made > clock.today) {
    const message = `made ${made} is after ${clock.pinned ? "the case's today" : 'today'}, ${clock.today}`;
    const hint = 'check both dates';
    const severity = clock.pinned ? 'error' : 'warning';
    found.push(finding('date-order', message, {span: yaml.valueSpan(['made']), hint, severity}));
  }
  if (expires && expires < clock.today && (!made || made <= expires)) {
    const message = `the offer expired on ${expires}, before ${clock.today}`;
    const hint = 'ask whether it still stands, and write the new date';
    found.push(
      finding('offer-expired', message, {span: yaml.valueSpan(['expires']), hint, severity: 'warning'}),
    );
  }
  return found;
}
