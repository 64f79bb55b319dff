import type {Evidence} from '../../base/index.ts';
import type {Style, Subject} from '../../figure/index.ts';

/** What a number is: its unit, where `money` is the currency around it; how it is told; and what it is about. */
type Kind = readonly [unit: string, style: Style, subject?: Subject];

const SHORT: Style = {as: 'short', digits: 3};
const POINTS: Style = {as: 'share', digits: 3};
const PERCENT: Style = {as: 'share', digits: 12};
const WHOLE: Style = {as: 'factor', digits: 12};
const ROUGH: Style = {as: 'factor', digits: 3};
const OFTEN: Style = {as: 'factor', digits: 2};
const MINUTES: Style = {as: 'minutes', digits: 3};

/** By the keys that lead to a number, without the end of an estimate; the first that fits. Any other is a bare number. */
const KINDS: readonly (readonly [keys: RegExp, ...kind: Kind])[] = [
  [/^clauses\/.*\/open$/, 'minute', WHOLE],
  [/^clauses\/.*\/(target|baseline\/uptime)$|\/baseline\/uptime$/, '1', PERCENT],
  [/^clauses\/.*\/allowed$|\/conflicts\/\d+\/(longest|outage)$/, 'minute', {as: 'duration'}],
  [/^clauses\/.*\/(down|longest|unknown)$/, 'minute', {as: 'minutes'}],
  [/\/step$/, 'second', {as: 'duration'}],
  [/\/uptime$/, '1', {as: 'uptime'}, 'uptime'],
  [/\/(exposed|exposure|given|errorTrade\/perYear)$/, '1', PERCENT],
  [/\/(perMinute|atRisk)\/minutes$/, 'minute/day', WHOLE],
  [/\/perMinute(\/\w+)?$|\/atRisk\/minute$/, 'money/minute', SHORT, 'atRiskPerMinute'],
  [/\/daily$/, 'money/day', SHORT],
  [/\/podDaily$/, 'money/pod/day', SHORT],
  [/\/(sessions|yearSessions|halfLife)$/, 'day', WHOLE],
  [/\/pods$/, 'pod', WHOLE, 'pods'],
  [/\/(annual|perYear)$/, 'money/year', SHORT],
  [/\/(total|pods\/\d+)\/lost(AtMost)?$/, 'money', SHORT, 'lost'],
  [/\/protected(\/\d+)?$/, 'money', SHORT, 'protected'],
  [/^money\/baselines\/\d+\/share$/, '1', POINTS, 'protectedShare'],
  [/\/identity\/difference$/, '1', {as: 'share', digits: 4}],
  [/^money\/year\/rate$/, 'outage/year', OFTEN],
  [/^money\/year\/outages$/, 'outage', WHOLE, 'outage'],
  [/^money\/year\/counted$/, 'year', ROUGH],
  [/\/quarters\/ratio$/, '1', OFTEN],
  [/\/(none|quietQuarter)$/, '1', {as: 'share', digits: 2}],
  [/\/fitted\/weight$/, '1', {as: 'share', digits: 2}],
  [/\/beyondCap$/, '1', POINTS],
  [/\/fitted\/(cap|.*\/median)$/, 'minute', MINUTES],
  [/\/quarters\/p$|\/fitted\/laws\/\d+\/(law\/\w+|aic|ks)$/, '1', ROUGH],
  [/^money\/(year|errorTrade\/\w+)\/mean$/, 'money', SHORT, 'yearLoss'],
  [/^(money|delivery\/change\/early)\//, 'money', SHORT],
  [/\/perWeek$/, 'deployment/week', ROUGH, 'deploymentsPerWeek'],
  [/Time\/unknown$|\/restore\/open$/, 'deployment', WHOLE],
  [/\/changeFailure\/rate$/, '1', POINTS, 'changeFailureRate'],
  [/\/(change|drift|driftBefore|trend)$/, '1', POINTS],
  [/\/(median|p90|overControl)\/(before|after)$/, 'week', WHOLE],
  [/^delivery\/.*\/(median|p90|start|before|after)$/, 'minute', MINUTES],
  [/^costs\/.*\/moving\//, 'money', SHORT],
  [/^costs\//, 'money/month', SHORT, 'costPerMonth'],
  [/\/(peak|usual|threshold|exceedance|returnLevel)$/, '1', POINTS],
  [/^capacity\/.*\/(unknown|minutes\/\w+)$/, 'minute', {as: 'minutes'}],
];

/** The kind of the number that these keys lead to: `money/pods/3/lost/mid`. */
export function kindOf(keys: string): Kind {
  const whole = keys.replace(/\/(low|mid|high)$/, '');
  const [, ...kind] = KINDS.find(([of]) => of.test(whole)) ?? [null, '1', ROUGH];
  return kind;
}

/** What the record alone stands behind. */
export const RECORDED: Evidence = {tier: 'measured', source: 'record.yaml'};

/** Seeds, counts of things, levels of intervals; and the points of a curve, which are all of the figure beside them. */
export const BARE = [
  ...(['seed', 'draws', 'n', 'level', 'findings', 'span', 'curve', 'idle', 'of', 'years', 'days'] as const),
  ...(['deployments', 'deploymentDays', 'weeks', 'dropped', 'failed', 'failedResults', 'apart'] as const),
  ...(['lag', 'months', 'changes', 'top', 'samples', 'passed', 'peaks', 'every'] as const),
] as const;

export const INSTANTS = ['from', 'to', 'until'] as const;
