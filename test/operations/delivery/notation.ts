import type {Deployment, Interval, Period} from '../../../src/record/index.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Monday, the first day of the tests' time. */
export const MONDAY = Date.UTC(2026, 0, 5);

export function days(from: number, to: number): Period {
  return {from: MONDAY + from * DAY, to: MONDAY + to * DAY};
}

/** A deployment that ends `day` days after the Monday, `lead` minutes after its commit. */
export function deployment(day: number, lead: number | null, more: Partial<Deployment> = {}): Deployment {
  const finishedAt = MONDAY + day * DAY;
  return {
    service: 'orders',
    environment: 'production',
    committedAt: lead === null ? null : finishedAt - lead * MINUTE,
    startedAt: finishedAt - 2 * MINUTE,
    finishedAt,
    result: 'success',
    version: null,
    caused: null,
    source: 'ci',
    evidence: {id: null, place: {file: 'ci.csv', line: 1}},
    ...more,
  };
}

/** An outage that begins `day` days after the Monday and lasts `minutes`, or lasts still. */
export function outage(
  day: number,
  minutes: number | null,
  id = 'INC-1',
  more: Partial<Interval> = {},
): Interval {
  const start = MONDAY + day * DAY;
  return {
    system: 'orders',
    start,
    end: minutes === null ? null : start + minutes * MINUTE,
    state: 'down',
    severity: null,
    source: 'pager',
    evidence: {id, place: {file: 'pager.csv', line: 1}},
    ticket: null,
    ...more,
  };
}
