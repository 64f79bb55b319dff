import type {Source} from '../base/index.ts';
import type {Finding} from '../figure/index.ts';
import type {Offer} from '../terms/index.ts';
import {check} from './check.ts';
import {capped, readYaml, soundParts} from '../files/index.ts';
import {atValue, placed, type Problems} from './problem.ts';
import {OFFER} from './schema.ts';
import {termFindings} from './term-problems.ts';
import {toTerm} from './term-reading.ts';

export interface OfferReading {
  /** Null where anything in the file is an error: half an offer would be another offer. */
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
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
  const {currency: _, terms, remote, ...file} = parsed.data;
  const offer: Offer = {
    id,
    ...file,
    remote: typeof remote === 'number' ? `${remote} days a week` : remote,
    terms: terms.map((term, at) => toTerm(term, yaml, ['terms', at], parsed.data)),
    span: yaml.valueSpan(['party']),
  };
  return {offer, findings: capped(findings)};
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
