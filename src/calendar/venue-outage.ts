import {factPlace, readFact, type Span} from '../base/index.ts';

/** That an exchange stood still in a session. Sessions are not shortened by it: it is here to be spoken of. */
export interface VenueOutage {
  readonly id: string;
  /** "the NYSE". */
  readonly exchange: string;
  readonly day: string;
  /** Clock times of one day in `zone`: `11:32`. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Whether what it lists could be traded on other exchanges meanwhile. */
  readonly elsewhere: boolean;
  readonly source: string;
}

/** The outage of this id that ships with Parley, with its source. Throws where there is none. */
export function venueOutage(id: string): VenueOutage {
  return shipped()[placeOf(id)] as VenueOutage;
}

/** Where a part of it stands in data/outages.json. */
export function outagePlace(id: string, part: 'day' | 'from' | 'to'): Span {
  return factPlace('outages.json', ['outages', placeOf(id), part]);
}

function shipped(): readonly VenueOutage[] {
  return (readFact('outages.json') as {readonly outages: readonly VenueOutage[]}).outages;
}

function placeOf(id: string): number {
  const at = shipped().findIndex(one => one.id === id);
  if (at < 0) throw new Error(`outages.json: no outage ${id}`);
  return at;
}

/** Minutes from midnight to a time of the clock: 692 for `11:32`. */
export function minuteOfDay(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
