import {existsSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import {type Currency, shippedRates} from '../base/index.ts';
import {loadCase, readOffer} from '../case/index.ts';
import {finding, type Finding, say} from '../figure/index.ts';
import {LIMITS, readText} from '../files/index.ts';
import {exchangeInto} from '../market/index.ts';
import {currencyOfOffer, type Offer, valueReport, type ValueReport} from '../terms/index.ts';
import type {Question, World} from './world.ts';

interface ValueInput {
  /** The case; null where only files are asked about. */
  readonly folder: string | null;
  /** Ids of offers of the case, or paths of files; all of the case where there are none. */
  readonly offers: readonly string[];
}

/** How many years offers are compared over. */
const YEARS = 4;

/** What offers say and what they are worth, side by side: those of a case, or of files. */
export const value: Question<ValueInput, ValueReport> = async (input, world) => {
  const {offers, today, findings, isMisasked} = offersOf(input, world);
  if (offers === null || findings.some(one => one.severity === 'error'))
    return {report: null, findings, isMisasked};
  const currency = currencyOf(offers);
  const exchange = exchangeInto(shippedRates(), currency, today);
  const report = valueReport(offers, {
    today,
    years: YEARS,
    currency,
    exchange: (sum, from) => exchange.of({low: sum, high: null, currency: from}).low,
  });
  return {report, findings};
};

interface Found {
  readonly offers: readonly Offer[] | null;
  readonly today: string;
  readonly findings: readonly Finding[];
  readonly isMisasked: boolean;
}

function offersOf({folder, offers: names}: ValueInput, {today}: World): Found {
  const files = names.filter(isFile);
  const loaded = folder === null ? null : loadCase(folder, {today, log: false});
  const day = loaded?.situation?.today ?? today;
  const read = files.map(path => readOfFile(path, day));
  const findings = [...(loaded?.findings ?? []), ...read.flatMap(one => one.findings)];
  if (loaded !== null && loaded.situation === null)
    return {offers: null, today: day, findings, isMisasked: false};
  const own = loaded?.situation?.offers ?? [];
  const ids = names.filter(name => !isFile(name));
  const unknown = ids.filter(id => own.every(offer => offer.id !== id));
  if (unknown.length > 0) {
    const hint =
      own.length === 0 ? 'name the files of offers' : `there are ${own.map(({id}) => id).join(', ')}`;
    const missing = unknown.map(id => finding('unknown-word', 'error', say`there is no offer ${id}`, {hint}));
    return {offers: null, today: day, findings: missing, isMisasked: true};
  }
  const chosen = names.length === 0 ? own : own.filter(({id}) => ids.includes(id));
  const all = [...chosen, ...read.flatMap(({offer}) => (offer === null ? [] : [offer]))];
  if (all.length === 0 && findings.length === 0) {
    const hint = 'write one into offers/, as docs/terms.md shows, or name its file';
    return {
      offers: null,
      today: day,
      findings: [finding('missing-file', 'error', 'there is no offer yet', {hint})],
      isMisasked: false,
    };
  }
  return {offers: all, today: day, findings, isMisasked: false};
}

function isFile(name: string): boolean {
  return (name.endsWith('.yaml') || name.endsWith('.yml')) && existsSync(name);
}

function readOfFile(path: string, today: string) {
  const attempt = readText(dirname(path), basename(path), LIMITS.yaml);
  if (!attempt.ok) return {offer: null, findings: attempt.findings};
  return readOffer(attempt.value, basename(path).replace(/\.ya?ml$/, ''), {today, pinned: false});
}

/** The currency of the offer that is negotiated about, else of the first one. */
function currencyOf(offers: readonly Offer[]): Currency {
  const meant = offers.find(({kind}) => kind === 'target') ?? offers[0];
  return meant === undefined ? 'USD' : currencyOfOffer(meant);
}
