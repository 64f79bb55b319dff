import * as z from 'zod';
import {COMPONENTS} from '../base/index.ts';
import {EXITS} from '../terms/index.ts';
import {disclosure, DISCLOSURE_WORDS, EVIDENCE} from './fact-schema.ts';
import {currency, day, maybe, text} from './vocabulary.ts';

const TERM_COMPONENTS = COMPONENTS.filter(component => component !== 'total');

const sum = z.union([z.number().min(0), z.string()]);
const percent = z.number().min(0).max(100);
const count = z.number().positive();
/** A length of time in words; `readLength` says what is wrong with one. */
const length = z.string();
const exits = z
  .array(z.enum(EXITS).describe('quit, dismissed, cause or podClosed.'))
  .min(1, 'name one or leave it out');
const years = z.union([z.int().min(1), z.array(z.int().min(1).describe('A year of service.')).min(1).max(2)]);

/** What the record is asked before a term pays: one test, all of which must hold. */
const TEST = z.strictObject({
  what: z
    .enum(['uptime', 'longestIncident', 'deploymentTime', 'cost', 'tenure'])
    .describe(
      'uptime (share of market minutes), longestIncident (in market hours), deploymentTime, cost or tenure.',
    ),
  atLeast: maybe(sum, 'The least that passes: 99.99%, 12 months.'),
  atMost: maybe(sum, 'The most that passes: 5 minutes, 400K.'),
});

const EVERY = z.enum(['month', 'quarter', 'year']);

const VESTING = z.union([
  z
    .array(percent.describe('The percent that vests in a year.'))
    .min(1)
    .describe('By the year, in percent: [33, 33, 22, 12].'),
  z
    .array(
      z
        .strictObject({
          on: day.describe('The day: YYYY-MM-DD.'),
          units: maybe(count, 'How many units vest then.'),
          percent: maybe(percent, 'What percent of the whole vests then.'),
        })
        .describe('One day.'),
    )
    .min(1)
    .describe('By days.'),
  z
    .strictObject({
      over: maybe(length, 'From the first day to the last: 4 years.'),
      parts: maybe(
        z.array(percent.describe('The percent of a year.')).min(1),
        'What vests in each year, in percent: [33, 33, 22, 12].',
      ),
      every: maybe(EVERY, 'How often a part vests: month, quarter or year; year unless told.'),
      cliff: maybe(length, 'Nothing vests before it, and then what would have: 1 year.'),
      from: maybe(
        day,
        'The day it is counted from: the grant, the award; the first day of work unless told.',
      ),
    })
    .describe('By a rule.'),
]);

const SHARE = z.strictObject({
  percent: percent.describe('The share in percent: 2 means 2%.'),
  of: text.describe('What it is a share of: base, or in words "PnL of the pods I run".'),
  scope: maybe(
    z.enum(['book', 'pod', 'strategy', 'firm', 'protected']),
    'Whose PnL: book, pod, strategy, firm, or protected (what outages that did not happen would have cost).',
  ),
  netting: maybe(
    z.enum(['within', 'across']),
    "Whether one pod's loss takes from another's profit: within (no) or across (yes).",
  ),
  costs: maybe(
    z.enum(['none', 'trading', 'desk', 'all']),
    'What is taken off first: none, trading, desk or all costs.',
  ),
  carry: maybe(
    z.enum(['none', 'forward', 'highWater']),
    'Whether a loss is earned back first: none, forward or highWater.',
  ),
  comesTo: maybe(sum, 'What it is a share of comes to in a year, as somebody named it: $3M.'),
});

/** Every key that a term may have; `TAKES` says which component has which. */
export const TERM = z.strictObject({
  component: z
    .enum(TERM_COMPONENTS)
    .describe(
      'What is promised: base, bonus, pnl (a participation), equity, options, carry, signOn, buyOut, relocation, retention, onCall, milestone, deferral, severance, gardenLeave, nonCompete, notice, pension or benefit.',
    ),
  amount: maybe(
    sum,
    'How much: 210000, "210,000", $210K; a range as "200K to 220K". Leave it out for a participation stated as a share only.',
  ),
  currency: maybe(currency, 'ISO 4217 code; that of the offer unless told.'),
  per: maybe(
    z.enum(['year', 'quarter', 'month', 'week', 'day', 'hour', 'once']),
    'How often it is paid: year, quarter, month, week, day, hour or once. Needed beside an amount of pay.',
  ),
  times: maybe(count, 'How many such weeks, days or hours there are in a year.'),
  rota: maybe(text, 'Of on-call, how often it is mine: 1 in 5 weeks.'),
  guaranteed: maybe(
    z.union([z.boolean(), sum]),
    'Whether it is guaranteed, or the part of it that is: true, false, $85K. Leave it out where nobody has said.',
  ),
  guaranteedYears: maybe(
    years,
    'For which years of service that is guaranteed: 1, or [1, 2]; all unless told.',
  ),
  years: maybe(years, 'In which years of service it is paid: 1, or [2, 4]; all unless told.'),
  upTo: maybe(sum, 'The most it can come to: $50K, or 2x of the target.'),
  written: maybe(z.boolean(), 'Whether it stands in writing; leave it out where unknown.'),
  share: maybe(SHARE, 'A share of something: of base for a bonus, of a PnL for a participation.'),
  escalator: maybe(
    z.strictObject({
      percent: percent.describe('By how many percentage points the share grows: 0.5.'),
      every: z.enum(['quarter', 'year']).describe('For each quarter or year that passes the tests of when.'),
    }),
    'A participation that grows with each period in which when holds.',
  ),
  when: maybe(
    z.array(TEST.describe('One test.')).min(1, 'name one or leave it out'),
    'What must hold in a period for it to be paid.',
  ),
  measuredBy: maybe(text, 'Who measures that, or who accepts the work.'),
  metric: maybe(text, 'Of a milestone, what is to be reached.'),
  by: maybe(day, 'Of a milestone, the day it is to be reached by: YYYY-MM-DD.'),
  startBy: maybe(day, 'The last first day of work with which the guarantee holds: YYYY-MM-DD.'),
  paid: maybe(day, 'The day of the first payment: YYYY-MM-DD.'),
  needs: maybe(
    z.enum(['employed', 'notUnderNotice']),
    'What must hold on the day it is paid: employed, or notUnderNotice (employed, and no notice given).',
  ),
  vesting: maybe(VESTING, 'How a grant or a deferred part becomes mine.'),
  into: maybe(
    z.enum(['cash', 'fund']),
    'What a deferred part is kept in: cash (unless told) or units of the fund.',
  ),
  above: maybe(sum, 'What is not deferred: the part of a payment above it is.'),
  units: maybe(count, 'How many units, shares or options.'),
  price: maybe(sum, 'The price of one unit.'),
  strike: maybe(sum, 'What one option costs to exercise.'),
  fairValue: maybe(sum, 'The 409A value of one share.'),
  preferred: maybe(sum, 'What investors last paid for one share.'),
  fullyDiluted: maybe(count, 'How many shares there are, fully diluted.'),
  valuation: maybe(
    sum,
    'What the whole company was valued at in that round, with the money that came in: $213M.',
  ),
  window: maybe(length, 'How long options can be exercised after leaving: 90 days.'),
  lostOn: maybe(exits, 'The exits on which what has not vested is lost; all of them unless told.'),
  repay: maybe(
    z.strictObject({
      full: length.describe('Leaving within it, all is given back: 12 months.'),
      until: maybe(length, 'From then on less each month, and nothing after it: 24 months.'),
      on: maybe(exits, 'The exits on which it is given back; quit and cause unless told.'),
      gross: maybe(
        z.boolean(),
        'Whether the sum before tax is given back; leave it out where nobody has said.',
      ),
    }),
    'What is given back on leaving early.',
  ),
  length: maybe(length, 'Of notice, garden leave, a non-compete or severance, how long: 60 days.'),
  own: maybe(percent, 'What I pay in myself for it, in percent of base: 4.'),
  receipts: maybe(z.boolean(), 'Whether it is paid against receipts only.'),
  days: maybe(count, 'Days off in a year.'),
  condition: maybe(text, 'What else it hangs on, in the words of the letter.'),
  evidence: maybe(EVIDENCE, 'What stands behind this term; that of the offer unless told.'),
  disclosure: maybe(disclosure, `Who may hear this term: ${DISCLOSURE_WORDS} That of the offer unless told.`),
});

export type TermFile = z.output<typeof TERM>;

/** What every term may say. */
const ALWAYS = [
  'component',
  'written',
  'condition',
  'evidence',
  'disclosure',
  'measuredBy',
  'startBy',
] as const;
const MONEY = [
  'amount',
  'currency',
  'per',
  'times',
  'guaranteed',
  'guaranteedYears',
  'years',
  'upTo',
  'when',
  'paid',
  'needs',
  'lostOn',
] as const;
const GRANT = [...MONEY, 'units', 'price', 'vesting'] as const;
const LUMP = [...MONEY, 'repay', 'receipts'] as const;
const LENGTH = ['length', 'amount', 'currency', 'per', 'share', 'lostOn'] as const;

type Key = keyof TermFile;
/** Which keys a component takes beside those of all. */
const TAKES: Readonly<Record<TermFile['component'], readonly Key[]>> = {
  base: [...MONEY],
  bonus: [...MONEY, 'share', 'vesting', 'repay'],
  pnl: [...MONEY, 'share', 'escalator', 'vesting', 'into'],
  equity: [...GRANT, 'share'],
  options: [...GRANT, 'share', 'strike', 'fairValue', 'preferred', 'fullyDiluted', 'valuation', 'window'],
  carry: [...GRANT, 'share'],
  signOn: [...LUMP, 'vesting'],
  buyOut: [...LUMP, 'vesting', 'units', 'price'],
  relocation: LUMP,
  retention: [...LUMP, 'share', 'vesting'],
  onCall: [...MONEY, 'share', 'rota'],
  milestone: [...MONEY, 'share', 'metric', 'by'],
  deferral: ['share', 'vesting', 'into', 'above', 'lostOn', 'currency', 'years'],
  severance: [...LENGTH],
  gardenLeave: [...LENGTH],
  nonCompete: [...LENGTH],
  notice: [...LENGTH],
  pension: [...MONEY, 'share', 'own'],
  benefit: [...MONEY, 'share', 'own', 'days', 'length'],
};

/** The keys of a term that its component has no use for. */
export function idleKeys(
  term: Readonly<Record<string, unknown>>,
  component: TermFile['component'],
): readonly string[] {
  const taken = new Set<string>([...ALWAYS, ...TAKES[component]]);
  return Object.keys(TERM.shape).filter(key => term[key] != null && !taken.has(key));
}

/** The components that take a key, for a hint. */
export function takersOf(key: string): readonly TermFile['component'][] {
  return TERM_COMPONENTS.filter(one => (TAKES[one] as readonly string[]).includes(key));
}
