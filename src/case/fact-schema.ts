import * as z from 'zod';
import {DISCLOSURES, TIERS} from '../base/index.ts';
import {MEASURES, SUBJECTS} from '../figure/index.ts';
import {day, maybe, text} from './vocabulary.ts';

export const EVIDENCE = z.strictObject({
  tier: z
    .enum(TIERS)
    .describe(
      'How strong: measured (worked out from your data), documented (letter, contract), published (open to everybody), stated (word of mouth), guide (only the guide has it), assumed (a guess).',
    ),
  source: text.describe('Where it can be looked up: a letter with its date, an export, a page, a call.'),
});

/** What stands behind something that is named. */
export const evidence = (of: string) => EVIDENCE.describe(`What stands behind ${of}.`);

export const disclosure = z.enum(DISCLOSURES);
export const DISCLOSURE_WORDS =
  "public (anybody may hear it), private (yours to tell) or confidential (an employer's: told by your disclosure rules or not at all).";

/** What a stated number may be of. Today's pay and offers of others are no facts: they stand in offers/. */
const FACT_SUBJECTS = SUBJECTS.filter(one => one !== 'currentPay' && one !== 'competing');

/** Without a disclosure the fact is private. */
export const FACT = z.strictObject({
  label: text.describe('What the number is, in words: "uptime of the systems I ran".'),
  value: z.number().describe('The number, as plain digits: 19700000, or 99.997 with the unit percent.'),
  unit: text.describe(
    'What it counts: USD, USD/day, minute, pod, USD/pod/minute, percent, or 1 for a bare number. Words are singular.',
  ),
  evidence: evidence('the number'),
  subject: maybe(
    z.enum(FACT_SUBJECTS),
    'What the number is of, so that it is told at the fitting lever: uptime, onCall, deploymentTime, pods and so on. Of nothing that a lever is about unless told.',
  ),
  disclosure: maybe(disclosure, `Who may hear it: ${DISCLOSURE_WORDS} private unless told.`),
});

const names = (description: string) =>
  maybe(z.array(text.describe('One name.')).min(1, 'name one or leave it out'), description);

/** What the record is asked. */
export const MEASURE = z.strictObject({
  what: z
    .enum(MEASURES)
    .describe(
      'What the record shows by itself: uptime, downMinutes, quietQuarters, quartersWatched, longestIncident, incidentsPerYear, medianIncident, deploymentTime, leadTime, deploymentsPerWeek, changeFailureRate, heldVolume or peakLoadShare; with impact.yaml: deploymentChange, earlierWorth, costPerMonth, costChange, atRiskPerMinute, lost, protected, protectedShare, yearLoss or yearLossShare.',
    ),
  from: day.describe('The first day: YYYY-MM-DD.'),
  to: day.describe('The last day, all of it: YYYY-MM-DD.'),
  calendar: maybe(
    text,
    'The exchange whose sessions count: XNYS, or 24x7; the first of record.yaml unless told.',
  ),
  systems: names('The systems of record.yaml that count; all of them unless told.'),
  together: maybe(
    z.enum(['all', 'mean']),
    'How several systems make one uptime: all (only minutes in which none was down are up; unless told) or mean (minutes of single systems).',
  ),
  longerThan: maybe(
    z.string().regex(/^\d+(?:\.\d+)?\s?[smh]$/),
    'How long an incident of a quiet quarter may last in sessions: 5m (unless told), 90s or 1h.',
  ),
  sources: names('The sources of record.yaml whose deployments count; all of them unless told.'),
  services: names('The services whose deployments count; all of them unless told.'),
  at: maybe(
    z.enum(['median', 'p90']),
    'Which of the times of deployments: median (half took no longer; unless told) or p90 (nine in ten took no longer).',
  ),
  against: maybe(
    text,
    'Of protected and protectedShare, the baseline of impact.yaml: own, control, target or reference; where there are several of a kind, the source of one, or its systems.',
  ),
});

/** A fact whose number is worked out from the record. Without a disclosure it is as secret as the strictest source. */
export const MEASURED_FACT = z.strictObject({
  label: text.describe('What the number is, in words: "uptime of the systems I ran".'),
  measure: MEASURE.describe('What is asked of record/record.yaml, in place of value, unit and evidence.'),
  record: maybe(
    text,
    'What the record is called where others hear of it: "the exports of my team\'s tools".',
  ),
  disclosure: maybe(
    disclosure,
    'Who may hear the number worked out: private says that it is yours to tell, whatever the exports are. As strict as the strictest source unless told; a sum of money is confidential unless told.',
  ),
});

export type FactFile = z.output<typeof FACT>;
export type MeasureFile = z.output<typeof MEASURE>;
