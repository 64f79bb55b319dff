import * as z from 'zod';
import {disclosure, DISCLOSURE_WORDS, evidence, FACT, MEASURED_FACT} from './fact-schema.ts';
import {ASSUMPTIONS, STATUSES} from '../terms/index.ts';
import {TERM} from './term-schema.ts';
import {currency, day, maybe, orElse, text} from './vocabulary.ts';

/** The version of the case format that this code reads. */
export const FORMAT = 1;

/** Names that formulas call facts by. */
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

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
  confidential: orElse(
    z.enum(['omit', 'round']),
    'omit',
    'How confidential figures are told unless a rule below says otherwise: omit (left out; the default) or round (order of magnitude).',
  ),
  facts: orElse(
    z.record(
      z.string().regex(NAME),
      TELLING.describe('omit, round, or {ratio: otherFact} for a multiple of another confidential fact.'),
    ),
    {},
    'Rules for single facts, by name.',
  ),
  neverSay: orElse(
    z.array(text.describe('A subject, in a few words.')),
    [],
    'Subjects kept out of every script: "current pay".',
  ),
});

export const CASE = z
  .strictObject({
    parley: z.literal(FORMAT).describe(`The version of this format: ${FORMAT}.`),
    who: orElse(text, 'you', 'Your name, as the brief shows it; "you" when absent.'),
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
    seed: orElse(
      z.int().min(0).max(0xffffffff),
      1,
      'Pins randomness: a whole number from 0 to 4294967295; 1 when absent.',
    ),
    facts: orElse(
      z.record(
        z.string().regex(NAME),
        z
          .union([FACT, MEASURED_FACT])
          .describe('One number of yours: stated, with what stands behind it, or measured from the record.'),
      ),
      {},
      'Your own numbers, by the name formulas call them (letters and digits).',
    ),
    claims: orElse(
      z.array(OWN_CLAIM.describe('One claim of yours.')),
      [],
      'Claims of your own: formulas over facts.',
    ),
    disclosure: maybe(DISCLOSURE, 'What may be told, and how.'),
    taxes: maybe(
      z.strictObject({
        status: z
          .enum(STATUSES)
          .describe('How you file in the United States: single, or joint with one earner.'),
      }),
      'What your taxes hang on; offers are compared before tax without it.',
    ),
    assumptions: orElse(
      z.partialRecord(
        z.enum(ASSUMPTIONS),
        z.number().describe('The number in the place of ours, a share as 0.15.'),
      ),
      {},
      'Your own numbers in the place of those that the value of an offer assumes, by the names that parley value lists: quit, riskAversion, horizon and so on.',
    ),
  })
  .meta({
    title: 'Parley case',
    description: 'One negotiation: who, where, with which guides, facts and limits.',
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
    role: maybe(text, 'The role it is for: the title in the letter.'),
    level: maybe(text, 'The level, in the words of the firm.'),
    region: maybe(text, 'Where the work is.'),
    remote: maybe(
      z.union([text, z.number().min(0).max(7)]),
      'What of the work may be done elsewhere: days a week, or in words.',
    ),
    start: maybe(day, 'The first day of work; of your job today, the day it began: YYYY-MM-DD.'),
    made: maybe(day, 'The day it was made: YYYY-MM-DD.'),
    expires: maybe(day, 'The last day it can be accepted: YYYY-MM-DD.'),
    currency: currency.describe('ISO 4217 code of its amounts: USD.'),
    evidence: evidence('the offer'),
    disclosure: orElse(disclosure, 'private', `Who may hear of it: ${DISCLOSURE_WORDS} private unless told.`),
    scope: orElse(
      z.array(
        z
          .strictObject({
            text: text.describe('What the work covers, in a few words: "cross-pod infrastructure".'),
            included: z.boolean().describe('true where it is part of the offer, false where it is not.'),
          })
          .describe('One yes-or-no fact about the work.'),
      ),
      [],
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
      .enum(['offer', 'ask', 'accept', 'reject', 'question', 'answer', 'note', 'undo'])
      .describe(
        'What was done: offer, ask, accept, reject, question, answer or note; or undo, which takes a line back.',
      ),
    party: maybe(text, 'The other side, where it is not the firm of the case.'),
    currency: maybe(currency, 'ISO 4217 code of the amounts in terms.'),
    terms: orElse(terms, [], 'What was offered or asked for, as in an offer.'),
    says: maybe(text, 'The words, or a note.'),
    undoes: maybe(
      z.string().regex(/^[0-9a-f]{12}$/),
      'Of an undo: the first 12 digits of the SHA-256 of the line that it takes back.',
    ),
  })
  .meta({title: 'Parley move', description: 'One line of moves.jsonl: one step of the negotiation.'});

export type CaseFile = z.output<typeof CASE>;
/** A move as it is logged, before it is read back. */
export type MoveLine = Omit<z.input<typeof MOVE>, 'terms'> & {
  readonly terms?: readonly z.input<typeof TERM>[] | null;
};
