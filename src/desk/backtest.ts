import {type LoadedCase, loadCase, measureFacts} from '../case/index.ts';
import {finding, type Finding, isKnown, type Known, say, worked} from '../figure/index.ts';
import {quarterDays} from '../record/index.ts';
import {
  backtest as testTerms,
  type BacktestReport,
  type Offer,
  type ObservedName,
  type ObservedQuarter,
} from '../terms/index.ts';
import {isOfferFile, readOfferFile} from './offer-file.ts';
import {watchFacts} from './reading.ts';
import {askedOf, quartersBefore} from './record-asked.ts';
import type {Question} from './world.ts';

interface BacktestInput {
  readonly folder: string;
  /** The id of the offer, or the path of its file; that of the firm of the case unless told. */
  readonly offer: string | null;
  /** Ids of record.yaml that count; all of them where there are none. */
  readonly systems: readonly string[];
}

/** How many whole quarters before today are looked at: two years. */
const QUARTERS = 8;

/** What a quarter is asked for what a term hangs on. */
const MEASURE_OF: Readonly<Record<ObservedName, LoadedCase['measures'][number]['asks']['what']>> = {
  uptime: 'uptime',
  longestIncident: 'longestIncident',
  deploymentTime: 'deploymentTime',
  cost: 'costPerMonth',
  protected: 'protected',
};

/** What the terms of an offer would have paid on the record of a case, quarter by quarter. */
export const backtest: Question<BacktestInput, BacktestReport> = async (
  {folder, offer: id, systems},
  world,
) => {
  const loaded = loadCase(folder, {today: world.today, log: false});
  const {situation} = loaded;
  if (situation === null) return {report: null, findings: loaded.findings};
  const read = id !== null && isOfferFile(id) ? readOfferFile(id, situation.today) : null;
  const own = situation.offers.find(one => (id === null ? one.kind === 'target' : one.id === id));
  const offer = read === null ? own : (read.offer ?? undefined);
  if (read !== null && offer === undefined) return {report: null, findings: read.findings};
  if (offer === undefined)
    return {report: null, findings: [noOffer(id, situation.offers)], isMisasked: id !== null};
  const needed = neededBy(offer);
  if (needed.length === 0) {
    const hint = 'a term hangs on it through when, as docs/terms.md shows';
    const message = say`no term of ${offer.id} hangs on the record`;
    return {
      report: null,
      findings: [...loaded.findings, finding('missing-key', 'error', message, {span: offer.span, hint})],
    };
  }
  const names = quartersBefore(situation.today, QUARTERS);
  const measures = names.flatMap(quarter => needed.map(name => asked(quarter, name, offer, systems)));
  const {situation: measured, findings} = await measureFacts(
    {...loaded, measures},
    watchFacts(world.progress),
  );
  const all = [...loaded.findings, ...findings.filter(({rule}) => rule !== 'not-measured')];
  if (measured === null) return {report: null, findings: all};
  const known = names.map((quarter): ObservedQuarter => {
    const entries = needed.flatMap((name): [ObservedName, Known][] => {
      const fact = measured.facts.find(one => one.name === nameOf(quarter, name));
      return fact !== undefined && isKnown(fact.figure) ? [[name, ofQuarter(name, fact.figure)]] : [];
    });
    return {quarter, observed: Object.fromEntries(entries)};
  });
  const first = known.findIndex(({observed}) => Object.keys(observed).length > 0);
  if (first === -1) {
    const untold = findings.find(({rule}) => rule === 'not-measured');
    return {report: null, findings: untold === undefined ? all : [...all, {...untold, severity: 'error'}]};
  }
  return {report: testTerms(offer, known.slice(first), situation.today), findings: all};
};

function noOffer(id: string | null, offers: readonly Offer[]): Finding {
  const there = offers.map(one => one.id).join(', ');
  const hint = there === '' ? 'write one into offers/' : `there are ${there}`;
  return id === null
    ? finding('missing-file', 'error', 'there is no offer of the firm of the case', {hint})
    : finding('unknown-word', 'error', say`there is no offer ${id}`, {hint});
}

/** What of the record the terms of an offer hang on. */
function neededBy({terms}: Offer): readonly ObservedName[] {
  const tests = terms.flatMap(({more}) => more?.when ?? []).map(({what}) => what);
  const asked = new Set<ObservedName>(tests.filter(what => what !== 'tenure'));
  if (terms.some(({more}) => more?.scope === 'protected')) asked.add('protected');
  return [...asked];
}

/** Costs are measured by the month. */
function ofQuarter(name: ObservedName, figure: Known): Known {
  if (name !== 'cost') return figure;
  return worked('monthly * 3[month]', [{name: 'monthly', label: 'costs of a month', figure}], {
    style: {as: 'money'},
  });
}

function nameOf(quarter: string, name: ObservedName): string {
  return `${name}${quarter.replace('-', '')}`;
}

/** One question to the record about a quarter. */
function asked(
  quarter: string,
  name: ObservedName,
  {span}: Offer,
  systems: readonly string[],
): LoadedCase['measures'][number] {
  const isOfAll = systems.length === 0 || name === 'deploymentTime' || name === 'cost';
  return askedOf(
    nameOf(quarter, name),
    {
      what: MEASURE_OF[name],
      ...quarterDays(quarter),
      systems: isOfAll ? null : [...systems],
      against: name === 'protected' ? 'own' : null,
    },
    span,
  );
}
