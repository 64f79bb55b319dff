import * as z from 'zod';
import {COMPONENTS, DISCLOSURES, TIERS} from '../base/index.ts';
import {MEASURES} from '../impact/index.ts';
import {currency, day, maybe, text} from './vocabulary.ts';

/** The version of the case format that this code reads. */
export const FORMAT = 1;

/** Names that formulas call facts by. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

const TERM_COMPONENTS = COMPONENTS.filter(component => component !== 'total');

const EVIDENCE = z.strictObject({
  tier: z
    .enum(TIERS)
    .describe(
      'How strong: measured (worked out from your data), documented (letter, contract), published (open to everybody), stated (word of mouth), guide (only the guide has it), assumed (a guess).',
    ),
  source: text.describe('Where it can be looked up: a letter with its date, an export, a page, a call.'),
});

const evidence = (of: string) => EVIDENCE.describe(`What stands behind ${of}.`);

const disclosure = z.enum(DISCLOSURES);
const DISCLOSURE_WORDS =
  "public (anybody may hear it), private (yours to tell) or confidential (an employer's: told by your disclosure rules or not at all).";

/** Without one the fact is private. */
export const FACT = z.strictObject({
  label: text.describe('What the number is, in words: "uptime of the systems I ran".'),
  value: z.number().describe('The number, as plain digits: 19700000, or 99.997 with the unit percent.'),
  unit: text.describe(
    'What it counts: USD, USD/day, minute, pod, USD/pod/minute, percent, or 1 for a bare number. Words are singular.',
  ),
  evidence: evidence('the number'),
  disclosure: maybe(disclosure, `Who may hear it: ${DISCLOSURE_WORDS} private unless told.`),
});

const names = (description: string) =>
  maybe(z.array(text.describe('One name.')).min(1, 'name one or leave it out'), description);

/** What the record is asked. */
export const MEASURE = z.strictObject({
  what: z
    .enum(MEASURES)
    .describe(
      'What the record shows by itself: uptime, downMinutes, quietQuarters, quartersWatched, deploymentTime, leadTime, deploymentsPerWeek, changeFailureRate, heldVolume or peakLoadShare; with impact.yaml: deploymentChange, earlierWorth, costPerMonth, costChange, atRiskPerMinute, lost, protected, protectedShare, yearLoss or yearLossShare.',
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
const MEASURED_FACT = z.strictObject({
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

export const OWN_CLAIM = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('A short name, in lower case with dashes.'),
  says: text.describe('What you mean to say, with its figure.'),
  formula: text.describe('How the figure comes about, over the names of facts: "(1 - uptime) * minutes".'),
  stated: maybe(
    z.strictObject({
      value: z.number().describe('The figure you mean to say, as plain digits.'),
      unit: text.describe('Its unit, written as the unit of a fact.'),
    }),
    'The figure you mean to say, where it is not simply the result of the formula.',
  ),
});

const TELLING = z.union([
  z.enum(['omit', 'round']),
  z.strictObject({
    ratio: text.describe(
      'The other confidential fact, of the same unit, that this one is told as a multiple of.',
    ),
  }),
]);

export const DISCLOSURE = z.strictObject({
  confidential: maybe(
    z.enum(['omit', 'round']),
    'How confidential figures are told unless a rule below says otherwise: omit (left out; the default) or round (order of magnitude).',
  ),
  facts: maybe(
    z.record(
      z.string().regex(NAME),
      TELLING.describe('omit, round, or {ratio: otherFact} for a multiple of another confidential fact.'),
    ),
    'Rules for single facts, by name.',
  ),
  neverSay: maybe(
    z.array(text.describe('A subject, in a few words.')),
    'Subjects kept out of every script: "current pay".',
  ),
});

export const CASE = z
  .strictObject({
    parley: z.literal(FORMAT).describe(`The version of this format: ${FORMAT}.`),
    who: maybe(text, 'Your name, as the brief shows it; "you" when absent.'),
    role: text.describe('The role you negotiate for.'),
    company: text.describe('The firm you negotiate with.'),
    region: text.describe("The region whose pay bands count, in the guide's words: New York."),
    level: maybe(text, 'The level on offer, in the words of the firm.'),
    guides: z
      .array(text.describe('The path of a guide, from the case folder.'))
      .min(1)
      .describe('The guides, in Markdown; the first is the one of the firm you negotiate with.'),
    today: maybe(day, 'Pins the clock, so that the same case gives the same plan: YYYY-MM-DD.'),
    deadline: maybe(day, 'The day by which you must decide: YYYY-MM-DD.'),
    seed: maybe(
      z.int().min(0).max(0xffffffff),
      'Pins randomness: a whole number from 0 to 4294967295; 1 when absent.',
    ),
    facts: maybe(
      z.record(
        z.string().regex(NAME),
        z
          .union([FACT, MEASURED_FACT])
          .describe('One number of yours: stated, with what stands behind it, or measured from the record.'),
      ),
      'Your own numbers, by the name formulas call them (letters and digits).',
    ),
    claims: maybe(
      z.array(OWN_CLAIM.describe('One claim of yours.')),
      'Claims of your own: formulas over facts.',
    ),
    disclosure: maybe(DISCLOSURE, 'What may be told, and how.'),
  })
  .meta({
    title: 'Parley case',
    description: 'One negotiation: who, where, with which guides, facts and limits.',
  });

export const TERM = z.strictObject({
  component: z
    .enum(TERM_COMPONENTS)
    .describe('What is paid: base, bonus, pnl, equity, signOn, onCall or milestone.'),
  amount: maybe(
    z.union([z.number().min(0), z.string()]),
    'How much: 210000, "210,000", $210K. Leave it out for a participation stated as a share only.',
  ),
  currency: maybe(currency, 'ISO 4217 code; that of the offer unless told.'),
  per: z
    .enum(['year', 'quarter', 'month', 'once'])
    .describe('How often it is paid: year, quarter, month or once.'),
  guaranteed: maybe(z.boolean(), 'Whether it is guaranteed; leave it out where nobody has said.'),
  written: maybe(z.boolean(), 'Whether it stands in writing; leave it out where unknown.'),
  share: maybe(
    z.strictObject({
      percent: z.number().min(0).max(100).describe('The share in percent: 2 means 2%.'),
      of: text.describe('What it is a share of: "PnL of the pods I run".'),
    }),
    'A share of something, for a participation.',
  ),
  condition: maybe(text, 'What it hangs on, in the words of the letter.'),
  evidence: maybe(EVIDENCE, 'What stands behind this term; that of the offer unless told.'),
  disclosure: maybe(disclosure, `Who may hear this term: ${DISCLOSURE_WORDS} That of the offer unless told.`),
});

const terms = z.array(TERM.describe('One promise of pay.'));

export const OFFER = z
  .strictObject({
    party: text.describe('Who makes the offer, or whom you work for today.'),
    kind: z
      .enum(['target', 'competing', 'current'])
      .describe(
        'target (the firm you negotiate with), competing (another firm) or current (your job today).',
      ),
    role: maybe(text, 'The role it is for.'),
    region: maybe(text, 'Where the work is.'),
    made: maybe(day, 'The day it was made: YYYY-MM-DD.'),
    expires: maybe(day, 'The last day it can be accepted: YYYY-MM-DD.'),
    currency: currency.describe('ISO 4217 code of its amounts: USD.'),
    evidence: evidence('the offer'),
    disclosure: maybe(disclosure, `Who may hear of it: ${DISCLOSURE_WORDS} private unless told.`),
    scope: maybe(
      z.array(
        z
          .strictObject({
            text: text.describe('What the work covers, in a few words: "cross-pod infrastructure".'),
            included: z.boolean().describe('true where it is part of the offer, false where it is not.'),
          })
          .describe('One yes-or-no fact about the work.'),
      ),
      'What the work covers. Whatever is not listed counts as unknown.',
    ),
    terms: terms.describe('What is paid, one entry a promise.'),
  })
  .meta({
    title: 'Parley offer',
    description: "What one party has put on the table, or what today's job pays.",
  });

export const MOVE = z
  .strictObject({
    at: z
      .union([day, z.iso.datetime({offset: true})])
      .describe('When: 2026-11-22, or an instant with its offset.'),
    by: z.enum(['me', 'them']).describe('Who made the move: me or them.'),
    kind: z
      .enum(['offer', 'ask', 'accept', 'reject', 'question', 'answer', 'note'])
      .describe('What was done: offer, ask, accept, reject, question, answer or note.'),
    party: maybe(text, 'The other side, where it is not the firm of the case.'),
    currency: maybe(currency, 'ISO 4217 code of the amounts in terms.'),
    terms: maybe(terms, 'What was offered or asked for, as in an offer.'),
    says: maybe(text, 'The words, or a note.'),
  })
  .meta({title: 'Parley move', description: 'One line of moves.jsonl: one step of the negotiation.'});

export type CaseFile = z.output<typeof CASE>;
export type FactFile = z.output<typeof FACT>;
export type MeasureFile = z.output<typeof MEASURE>;
export type TermFile = z.output<typeof TERM>;
/** A move as it is logged, before it is read back. */
export type MoveLine = Omit<z.input<typeof MOVE>, 'terms'> & {
  readonly terms?: readonly z.input<typeof TERM>[] | null;
};
