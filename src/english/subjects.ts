import {type Subject, subjectOf} from '../figure/index.ts';
import {partNamed} from './parts.ts';
import {tokensOf} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** What people call what is measured when they rule it out; what is paid they call as asks do. */
const CALLED = new Vocabulary<readonly Subject[]>([
  [['uptime', 'downMinutes'], 'uptime/availability/reliability|up time'],
  [['downMinutes', 'outage'], 'downtime/outage/outages|down time'],
  [['quietQuarters', 'quartersWatched'], 'quiet quarter/quarters'],
  [['longestIncident'], 'longest incident/outage'],
  [['incidentsPerYear', 'medianIncident', 'longestIncident'], 'incident/incidents'],
  [
    ['deploymentTime', 'deploymentChange', 'deploymentsPerWeek'],
    'deploy/deploys/deployment/deployments (time/times)',
  ],
  [['leadTime'], 'lead time/times'],
  [['changeFailureRate'], '(change) failure rate/rates'],
  [['costPerMonth', 'costChange'], '(infrastructure) cost/costs'],
  [['heldVolume', 'peakLoadShare'], 'capacity/volume/volumes/load/loads'],
  [['pods'], 'pod/pods'],
  [['competing'], 'competing/other offer/offers'],
]);
const NOW = phrases('current~/present~/today~');
const EMPLOYED = phrases('pay/salary/compensation/job/employer');

/** The subjects that words name and nothing besides: "uptime", "my current pay"; none of "the uptime of others". */
export function subjectsNamed(words: string): readonly Subject[] {
  const tokens = tokensOf(words);
  const called = CALLED.at(tokens, 0);
  if (called !== null && called.to === tokens.count) return called.sense;
  const paid = subjectOf(partNamed(words) ?? '');
  if (paid !== undefined) return [paid];
  const now = NOW.first(tokens);
  return now !== null && EMPLOYED.first(tokens, now.to) !== null ? ['currentPay'] : [];
}
