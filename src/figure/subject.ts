import {COMPONENTS} from '../base/index.ts';

/** What can be measured of a record, by the name that a case calls it. */
export const MEASURES = [
  /** The share of open minutes in which the systems were not down. */
  'uptime',
  /** Open minutes down. */
  'downMinutes',
  /** Quarters without an incident of over `longerThan` in open minutes. */
  'quietQuarters',
  /** Quarters of which the record can say whether they were quiet. */
  'quartersWatched',
  /** Minutes of open time that the longest incident took. */
  'longestIncident',
  /** Incidents in open time, down or degraded, by the year. */
  'incidentsPerYear',
  /** The median of their lengths, in open minutes. */
  'medianIncident',
  /** Minutes from the start of a deployment to its end. */
  'deploymentTime',
  /** Minutes from a commit to the end of the deployment that carries it. */
  'leadTime',
  'deploymentsPerWeek',
  /** The share of deployments that are declared to have caused an incident. */
  'changeFailureRate',
  /** The volume of the busiest session, as a multiple of the median one, that a system held. */
  'heldVolume',
  /** The highest load as a share of what the system could carry. */
  'peakLoadShare',
  /** By what share the time of deployments changed at the change that impact.yaml names, over its control. */
  'deploymentChange',
  /** What deploying sooner is worth since then, by the edge that impact.yaml states. */
  'earlierWorth',
  /** What the machines cost in a month, and by what share that changed at the change that impact.yaml names. */
  'costPerMonth',
  'costChange',
  /** PnL at risk in an open minute. */
  'atRiskPerMinute',
  /** What the outages of the period cost. */
  'lost',
  /** What would have been lost under a baseline, less what was: in money, and as a share of the PnL at risk. */
  'protected',
  'protectedShare',
  /** The mean loss of a simulated year: in money, and as a share of its PnL at risk. */
  'yearLoss',
  'yearLossShare',
] as const;

/**
 * What a figure measures or asks for. It is set where the figure is made, by the case's `what`, the recogniser or the
 * guide's heading; nothing finds it out afterwards from a label.
 */
export const SUBJECTS = [
  // What is paid.
  ...COMPONENTS,
  ...MEASURES,
  // What else a guide argues with, or a case speaks of.
  'competing',
  'currentPay',
  'outage',
  'pods',
  'level',
] as const;
export type Subject = (typeof SUBJECTS)[number];

const KNOWN: ReadonlySet<string> = new Set(SUBJECTS);

/** A word of a guide or a case as a subject, `base`; undefined for a heading of their own. */
export function subjectOf(word: string): Subject | undefined {
  return KNOWN.has(word) ? (word as Subject) : undefined;
}

/** The arguments that levers are made of. */
const TOPICS = ['uptime', 'competing', 'on-call', 'modernisation', 'capacity', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

const TOPIC_OF: Readonly<Partial<Record<Subject, Topic>>> = {
  uptime: 'uptime',
  downMinutes: 'uptime',
  outage: 'uptime',
  atRiskPerMinute: 'uptime',
  lost: 'uptime',
  protected: 'uptime',
  protectedShare: 'uptime',
  yearLoss: 'uptime',
  yearLossShare: 'uptime',
  onCall: 'on-call',
  quietQuarters: 'on-call',
  quartersWatched: 'on-call',
  longestIncident: 'on-call',
  incidentsPerYear: 'on-call',
  medianIncident: 'on-call',
  deploymentTime: 'modernisation',
  leadTime: 'modernisation',
  deploymentsPerWeek: 'modernisation',
  changeFailureRate: 'modernisation',
  deploymentChange: 'modernisation',
  earlierWorth: 'modernisation',
  costPerMonth: 'modernisation',
  costChange: 'modernisation',
  milestone: 'modernisation',
  heldVolume: 'capacity',
  peakLoadShare: 'capacity',
  competing: 'competing',
};

/** The argument that a subject belongs to: `quietQuarters` to on-call; `other` for none, or for no subject. */
export function topicOf(subject: Subject | undefined): Topic {
  return subject === undefined ? 'other' : (TOPIC_OF[subject] ?? 'other');
}
