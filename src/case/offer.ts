import {
  type Currency,
  type Disclosure,
  type Evidence,
  showMoney,
  type Source,
  type Span,
} from '../base/index.ts';
import type {Finding} from '../figure/index.ts';
import type {Offer, Term} from '../terms/index.ts';
import {readAmount} from './amount.ts';
import {check} from './check.ts';
import {capped, type Path, readYaml, showValue, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {atKey, atValue, placed, type Problems} from './problem.ts';
import {OFFER, TERM, type TermFile} from './schema.ts';

export interface OfferReading {
  /** Null where anything in the file is an error: half an offer would be another offer. */
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
}

/** What a term takes from around it where it says nothing itself. */
export interface TermDefaults {
  readonly currency: Currency | null;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
}

/** The day that dates are held against, and whether the case itself names it. */
export interface CaseDay {
  readonly today: string;
  /** A pinned day that contradicts another is a slip; the real one only says that time has passed. */
  readonly pinned: boolean;
}

/** Reads one file of `offers/`. `id` is the file's name without its ending. */
export function readOffer(source: Source, id: string, clock: CaseDay): OfferReading {
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {offer: null, findings: syntax};
  const sound = soundParts(OFFER, yaml.value);
  const findings = [
    ...syntax,
    ...check(OFFER, yaml),
    ...placed(dates(sound.made, sound.expires, clock), yaml),
    ...termFindings(yaml, sound.currency ?? null),
  ];
  const parsed = OFFER.safeParse(yaml.value);
  if (!parsed.success || findings.some(one => one.severity === 'error')) {
    return {offer: null, findings: capped(findings)};
  }
  const {currency: _, terms, ...file} = parsed.data;
  const offer: Offer = {
    id,
    ...file,
    terms: terms.map((term, at) => toTerm(term, yaml, ['terms', at], parsed.data)),
    span: yaml.valueSpan(['party']),
  };
  return {offer, findings: capped(findings)};
}

/** What is wrong with terms beyond their shape: an amount, its sign, having neither sum nor share. `home` is the currency around them. */
export function termFindings(yaml: Yaml, home: Currency | null): Finding[] {
  const terms = valueAt(yaml.value, ['terms']);
  return Array.isArray(terms)
    ? terms.flatMap((_, at) => placed(termProblems(yaml, ['terms', at], home), yaml))
    : [];
}

function* termProblems(yaml: Yaml, path: Path, home: Currency | null): Problems {
  const {amount, currency, share} = soundParts(TERM, valueAt(yaml.value, path));
  const inner = [...path, 'amount'];
  const own = currency ?? home;
  const read = typeof amount === 'string' ? readAmount(amount, own) : {currency: null};
  if ('rule' in read) return yield atValue(inner, read.rule, read.message, read.hint);
  if (read.currency !== null && currency && read.currency !== currency) {
    const message = `amount ${showValue(amount)} is in ${read.currency}, but the term says ${currency}`;
    return yield atValue(inner, 'ambiguous-amount', message, 'keep the right one of the two');
  }
  const typed = typeof amount === 'number' ? (yaml.typed(inner) ?? '') : '';
  if (/^\d{1,3}\.\d{3}$/.test(typed)) {
    const hint = `write ${typed.replace('.', '')} or ${String(amount)}`;
    return yield atValue(inner, 'ambiguous-amount', `amount ${typed} can be read in two ways`, hint);
  }
  if (amount === null && share == null)
    return yield atKey(
      path,
      'missing-key',
      'the term has neither amount nor share',
      'add an amount, a share, or both',
    );
  // A currency that is there but mistaken has its own finding, and so has an amount that is none.
  const mistaken = [[], path].some(of => valueAt(yaml.value, [...of, 'currency']) !== undefined);
  if (amount === undefined || (read.currency ?? own) !== null || mistaken) return;
  const hint = `add currency: USD, or the sign: ${showMoney({amount: 210000, currency: 'USD'})}`;
  yield atKey(path, 'missing-key', 'no currency is named for this amount', hint);
}

/** The term at `path`, which `termFindings` has found nothing wrong with. */
export function toTerm(term: TermFile, yaml: Yaml, path: Path, defaults: TermDefaults): Term {
  const own = term.currency ?? defaults.currency;
  const read = typeof term.amount === 'string' ? readAmount(term.amount, own) : null;
  const stated = read !== null && 'amount' in read ? read : null;
  const currency = stated?.currency ?? own;
  if (currency === null) throw new Error('a term without a currency passed its check');
  return {
    ...term,
    amount: stated?.amount ?? (typeof term.amount === 'number' ? term.amount : null),
    currency,
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

function* dates(
  made: string | null | undefined,
  expires: string | null | undefined,
  clock: CaseDay,
): Problems {
  const {today, pinned} = clock;
  const hint = 'check both dates';
  if (made && expires && expires < made)
    yield atValue(
      ['expires'],
      'date-order',
      `expires ${expires} is before the offer was made, ${made}`,
      hint,
    );
  if (made && made > today) {
    const message = `made ${made} is after ${pinned ? "the case's today" : 'today'}, ${today}`;
    yield atValue(['made'], 'date-order', message, hint, pinned ? 'error' : 'warning');
  }
  if (expires && expires < today && (!made || made <= expires)) {
    const message = `the offer expired on ${expires}, before ${today}`;
    yield atValue(
      ['expires'],
      'offer-expired',
      message,
      'ask whether it still stands, and write the new date',
      'warning',
    );
  }
}
