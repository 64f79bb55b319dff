import {CURRENCY_SIGNS, closestSpelling, quantity, source} from '../base/index.ts';
import {hastyAmount, readAmount} from '../case/index.ts';
import {type Finding, finding, isFinding, type Known, read, say} from '../figure/index.ts';
import {
  type FilingStatus,
  STATUSES,
  TAX_PLACES,
  type TaxPlace,
  type TaxReport,
  taxReport,
  taxYears,
  yearName,
} from '../terms/index.ts';
import type {Question} from './world.ts';

/** As somebody typed it: null where it was left out. */
interface TaxInput {
  readonly place: string | null;
  /** The present one unless told. */
  readonly year: string | null;
  readonly status: string | null;
  readonly wages: string | null;
}

/** What a household keeps of its wages. A year after the last that is known is no mistake of who asks, and has no report. */
export const tax: Question<TaxInput, TaxReport> = async (input, {today}) => {
  const place = placeOf(input.place);
  if (isFinding(place)) return misasked(place);
  const asked = [
    yearOf(input.year ?? presentYear(place, today), place),
    statusOf(input.status, place),
    wagesOf(input.wages, place),
  ] as const;
  const wrong = asked.filter(isFinding);
  if (wrong.length > 0) return misasked(...wrong);
  const [year, status, wages] = asked as [number, FilingStatus | null, Known];
  const last = taxYears(place).at(-1) ?? year;
  if (year > last) return {report: null, findings: [beyond(place, year, last)]};
  const idle = status === null && input.status !== null;
  const notices = idle
    ? [`${TAX_PLACES[place].name} taxes each person alone: --status counts for nothing there`]
    : [];
  return {report: taxReport({place, year, status}, wages), findings: [], notices};
};

function misasked(...findings: readonly Finding[]) {
  return {report: null, findings, isMisasked: true};
}

const PLACES = Object.keys(TAX_PLACES) as TaxPlace[];

/** `nyc`, or by its name: "New York". */
function placeOf(typed: string | null): TaxPlace | Finding {
  const word = folded(typed ?? '');
  const meant = PLACES.find(place => place === word || folded(TAX_PLACES[place].name) === word);
  return meant ?? unknownWord('place', typed, PLACES);
}

function statusOf(typed: string | null, place: TaxPlace): FilingStatus | null | Finding {
  if (place === 'london') return null;
  return STATUSES.find(one => one === folded(typed ?? '')) ?? unknownWord('status', typed, STATUSES);
}

/** `2026`; `2026/27` of a place whose years begin in April. Those that are still to come are years all the same. */
function yearOf(typed: string, place: TaxPlace): number | Finding {
  const year = Number(typed.slice(0, 4));
  const known = taxYears(place);
  const isYear = /^\d{4}$/.test(typed) || typed.replace('-', '/') === yearName(place, year);
  if (isYear && year >= (known[0] ?? 0)) return year;
  return unknownWord('year', typed, known.map(String));
}

/** Wages in the currency of a place: `315K`, `$315,000`, `£120K a year`. */
function wagesOf(typed: string | null, place: TaxPlace): Known | Finding {
  const {currency, name} = TAX_PLACES[place];
  const example = `write --wages 315K, or ${CURRENCY_SIGNS[currency]}315,000, for a year`;
  if (typed === null) return finding('missing-key', 'error', say`--wages is missing`, {hint: example});
  const amount = readAmount(typed, {home: currency, per: 'year'});
  if ('rule' in amount)
    return finding(amount.rule, 'error', say`--wages: ${amount.message}`, {hint: amount.hint});
  const hasty = hastyAmount(typed);
  if (hasty !== null)
    return finding('ambiguous-amount', 'error', say`--wages: ${hasty.message}`, {hint: hasty.hint});
  if (amount.currency !== null && amount.currency !== currency) {
    const message = say`--wages ${typed} is in ${amount.currency}, and ${name} pays in ${currency}`;
    return finding('unknown-currency', 'error', message, {hint: example});
  }
  const typedAt = source('--wages', typed).span(0, typed.length);
  const evidence = {tier: 'stated', source: 'the wages that were asked about'} as const;
  return read(quantity(amount.amount, currency), typedAt, evidence, {
    disclosure: 'private',
    style: {as: 'money'},
  });
}

function unknownWord(what: string, typed: string | null, known: readonly string[]): Finding {
  if (typed === null)
    return finding('missing-key', 'error', say`--${what} is missing`, {
      hint: say`one of ${known.join(', ')}`,
    });
  const near = closestSpelling(typed, known);
  const hint = near === undefined ? say`choose one of them` : say`did you mean ${near}?`;
  return finding('unknown-word', 'error', say`no ${what} "${typed}" is known, expected ${known.join(', ')}`, {
    hint,
  });
}

function beyond(place: TaxPlace, year: number, last: number): Finding {
  const {name} = TAX_PLACES[place];
  const message = say`the taxes of ${name} in ${yearName(place, year)} are not known, the last year is ${yearName(place, last)}`;
  const hint = say`ask for --year ${String(last)}, or take a Parley whose data/tax.json has the year`;
  return finding('beyond-tax-facts', 'error', message, {hint});
}

/** The year that a day lies in: of London from 6 April on. */
function presentYear(place: TaxPlace, today: string): string {
  const year = Number(today.slice(0, 4));
  return String(place === 'london' && today.slice(5) < '04-06' ? year - 1 : year);
}

function folded(word: string): string {
  return word.trim().toLowerCase();
}
