import {COMPONENTS} from '../base/index.ts';

/**
 * What a figure measures or asks for. It is set where the figure is made, by the case's `what`, the recogniser or the
 * guide's heading; nothing finds it out afterwards from a label.
 */
export const SUBJECTS = [
  // What is paid.
  ...COMPONENTS,
  // What a record is asked.
  'uptime',
  'downMinutes',
  'quietQuarters',
  'quartersWatched',
  'deploymentTime',
  'leadTime',
  'deploymentsPerWeek',
  'changeFailureRate',
  'heldVolume',
  'peakLoadShare',
  'deploymentChange',
  'earlierWorth',
  'costPerMonth',
  'costChange',
  'atRiskPerMinute',
  'lost',
  'protected',
  'protectedShare',
  'yearLoss',
  'yearLossShare',
  // What else a guide argues with, or a case speaks of.
  'competing',
  'currentPay',
  'outage',
  'pods',
  'level',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The arguments that levers are made of. */
export const TOPICS = ['uptime', 'competing', 'on-call', 'modernisation', 'capacity', 'other'] as const;
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
