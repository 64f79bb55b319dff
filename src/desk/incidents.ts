import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {type LoadedCase, measureFacts, RECORD_FILE} from '../case/index.ts';
import {isKnown} from '../figure/index.ts';
import {quarterDays} from '../record/index.ts';
import type {Assumptions, Offer} from '../terms/index.ts';
import {watchFacts} from './reading.ts';
import {askedOf, quartersBefore} from './record-asked.ts';
import type {World} from './world.ts';

/** The assumptions that a record knows better, and what it is asked. */
const ASKED = {incidentsPerYear: 'incidentsPerYear', incidentMinutes: 'medianIncident'} as const;

/** What the record of a case says of incidents in the last four whole quarters, where an offer hangs on them and there is one. */
export async function incidentsSeen(
  loaded: LoadedCase,
  offers: readonly Offer[],
  {progress}: World,
): Promise<Partial<Assumptions>> {
  const tested = offers.flatMap(({terms}) => terms.flatMap(({more}) => more?.when ?? []));
  const isAsked = tested.some(({what}) => what === 'uptime' || what === 'longestIncident');
  const {folder, situation} = loaded;
  const [offer] = offers;
  if (!isAsked || situation === null || offer === undefined) return {};
  if (!existsSync(join(folder, 'record', RECORD_FILE))) return {};
  const quarters = quartersBefore(situation.today, 4);
  const days = {
    from: quarterDays(quarters[0] ?? '').from,
    to: quarterDays(quarters.at(-1) ?? '').to,
  };
  const measures = Object.entries(ASKED).map(([name, what]) => askedOf(name, {what, ...days}, offer.span));
  const {situation: measured} = await measureFacts({...loaded, measures}, watchFacts(progress));
  const seen = (measured?.facts ?? []).filter(({name}) => Object.hasOwn(ASKED, name));
  return Object.fromEntries(seen.flatMap(({name, figure}) => (isKnown(figure) ? [[name, figure]] : [])));
}
