import {type Currency, rateOn, type Rates, shippedRates} from '../base/index.ts';
import {type LoadedCase, loadCase} from '../case/index.ts';
import {finding, type Finding, isKnown, rateInput, say} from '../figure/index.ts';
import {exchangeInto, type Names, placesIn, shippedNames} from '../market/index.ts';
import {
  assumptionsOf,
  currencyOfOffer,
  type Offer,
  TAX_PLACES,
  type TaxPlace,
  valueReport,
  type ValueReport,
} from '../terms/index.ts';
import {incidentsSeen} from './incidents.ts';
import {isOfferFile, readOfferFile} from './offer-file.ts';
import type {Question, World} from './world.ts';

interface ValueInput {
  /** The case; null where only files are asked about. */
  readonly folder: string | null;
  /** Ids of offers of the case, or paths of files; all of the case where there are none. */
  readonly offers: readonly string[];
  /** Of the simulation; that of the case, else 1, unless told. */
  readonly seed?: number | undefined;
}

/** What offers say and what they are worth, side by side: those of a case, or of files. */
export const value: Question<ValueInput, ValueReport> = async (input, world) => {
  const {offers, today, findings, isMisasked, loaded = null} = offersOf(input, world);
  const situation = loaded?.situation ?? null;
  if (offers === null || findings.some(one => one.severity === 'error'))
    return {report: null, findings, isMisasked};
  const currency = currencyOf(offers);
  const rates = shippedRates();
  const exchange = exchangeInto(rates, currency, today);
  const names = shippedNames();
  const foreign = [...new Set(offers.map(currencyOfOffer))].filter(from => from !== currency);
  const known = foreign.flatMap(from => rateTo(rates, from, currency, today));
  const strange = offers.filter(offer => {
    const from = currencyOfOffer(offer);
    return from !== currency && known.every(one => one.from !== from);
  });
  if (strange.length > 0) return {report: null, findings: [...findings, ...strange.map(noRate)]};
  const status = situation?.filing ?? null;
  const seen = loaded === null ? {} : await incidentsSeen(loaded, offers, world);
  const places = new Map(offers.map(offer => [offer, placeOf(names, offer.region)]));
  const report = valueReport(offers, {
    today,
    currency,
    exchange: (sum, from) => exchange.of({low: sum, high: null, currency: from}).low,
    rates: known,
    placeOf: offer => places.get(offer) ?? null,
    status,
    assumptions: assumptionsOf({...seen, ...situation?.assumptions}),
    seed: input.seed ?? situation?.seed ?? 1,
  });
  const isUntaxed =
    status === null && [...places.values()].some(place => place !== null && place !== 'london');
  const notices = isUntaxed
    ? ['offers are compared before tax: write taxes: {status: single} or joint into case.yaml']
    : [];
  return {report, findings, notices};
};

/** What one unit of a currency is worth in another, at the last rate by a day; nothing where none is known. */
function rateTo(rates: Rates, from: Currency, to: Currency, today: string) {
  const dated = rateOn(rates, from, to, today);
  const rate = dated === undefined ? undefined : rateInput(dated).figure;
  return dated === undefined || !isKnown(rate) ? [] : [{from, rate, day: dated.day}];
}

function noRate({id, span, ...offer}: Offer): Finding {
  const message = say`no rate of exchange is known for ${currencyOfOffer({id, span, ...offer})}`;
  return finding('unknown-currency', 'error', message, {span, hint: `value ${id} by itself`});
}

/** The place that an offer's pay is taxed in, where it is one that is known here: a region that names that city and no other. */
function placeOf(names: Names, region: string | null): TaxPlace | null {
  const [place, ...more] = region === null ? [] : placesIn(names, region);
  if (place === undefined || more.length > 0) return null;
  return (Object.keys(TAX_PLACES) as TaxPlace[]).find(one => TAX_PLACES[one].name === place.name) ?? null;
}

interface Found {
  readonly offers: readonly Offer[] | null;
  readonly today: string;
  readonly findings: readonly Finding[];
  readonly isMisasked: boolean;
  /** The case, where the offers are of one. */
  readonly loaded?: LoadedCase | null;
}

function offersOf({folder, offers: names}: ValueInput, {today}: World): Found {
  const files = names.filter(isOfferFile);
  const loaded = folder === null ? null : loadCase(folder, {today, log: false});
  const day = loaded?.situation?.today ?? today;
  const read = files.map(path => readOfferFile(path, day));
  const findings = [...(loaded?.findings ?? []), ...read.flatMap(one => one.findings)];
  if (loaded !== null && loaded.situation === null)
    return {offers: null, today: day, findings, isMisasked: false};
  const own = loaded?.situation?.offers ?? [];
  const ids = names.filter(name => !isOfferFile(name));
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
  return {offers: all, today: day, findings, isMisasked: false, loaded};
}

/** The currency of the offer that is negotiated about, else of the first one. */
function currencyOf(offers: readonly Offer[]): Currency {
  const meant = offers.find(({kind}) => kind === 'target') ?? offers[0];
  return meant === undefined ? 'USD' : currencyOfOffer(meant);
}
