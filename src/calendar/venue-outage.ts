import {readFact} from '../base/index.ts';

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
  const {outages} = readFact('outages.json') as {readonly outages: readonly VenueOutage[]};
  const found = outages.find(one => one.id === id);
  if (found === undefined) throw new Error(`outages.json: no outage ${id}`);
  return found;
}

/** Whole minutes that it lasted by the clock. */
export function minutesOut({from, to}: Pick<VenueOutage, 'from' | 'to'>): number {
  const [start = Number.NaN, end = Number.NaN] = [from, to].map(time => {
    const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
    return 60 * hours + minutes;
  });
  return end - start;
}
