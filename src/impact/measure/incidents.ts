import {LEVEL, quantileEstimate, rateOf} from '../../stats/index.ts';
import {incidentLengths} from './quarters.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {openMinutesOf, overWords, together, type Watched} from './systems.ts';

const DAY_MS = 86_400_000;
/** Days of a mean year. */
const YEAR = 365.25;

/**
 * How many incidents, down or degraded, the systems had in open time, by the year, with exact Poisson bounds; or the median of their
 * lengths in open minutes, with the interval of order statistics. An incident of several systems at once is one.
 */
export function measureIncidents(watched: Watched, question: MeasureQuestion): Measurement | Unmeasured {
  const {from, to} = question.period;
  const lengths = incidentLengths(together(watched.timelines), {from, to}, watched).filter(one => one > 0);
  const over = overWords(watched, question);
  const known = {over, turns: null, sources: watched.sources};
  if (openMinutesOf(watched) === 0)
    return {because: 'no market was open in the period', needs: 'a period with sessions'};
  if (question.what === 'incidentsPerYear') {
    const time = (to - from) / DAY_MS / YEAR;
    return {estimate: rateOf({events: lengths.length, time}, LEVEL), ...known};
  }
  const estimate = quantileEstimate(lengths, 0.5);
  if (estimate === null)
    return {because: 'there was no incident in open time', needs: 'an incident, or a longer period'};
  return {estimate, ...known};
}
