import * as z from 'zod';
import {MOST_CONTRIBUTORS} from '../impact/index.ts';
import {currency, day, maybe, orElse, RECORD_FORMAT, share, text} from './vocabulary.ts';

const sourced = text.describe('Where the figure comes from; it is shown with everything it changes.');

const UPTIME = share.describe('A share of the time, from 0 to 1: 0.9999 is 99.99%.');

const LOSS = z.strictObject({
  low: share.describe('The least share of the PnL at risk that an outage costs, from 0 to 1.'),
  mode: share.describe('The most likely one.'),
  high: share.describe('The greatest one: 1 is all of it.'),
  source: sourced,
});

const OWN_WEIGHTS = z.strictObject({
  parts: z
    .array(z.number().min(0).describe('What one part weighs beside the others.'))
    .min(2)
    .describe('Weights of equal parts of a session, from open to close, in any unit.'),
  source: sourced,
});

const BASELINE_KINDS = ['own', 'control', 'target', 'reference'] as const;

const BASELINE = z.strictObject({
  kind: z
    .enum(BASELINE_KINDS)
    .describe(
      'own (the same systems before you), control (systems of others), target (what was promised) or reference (a named figure).',
    ),
  from: maybe(day, 'Of own, the first day of the time before; where the record begins unless told.'),
  until: maybe(day, 'Of own, the first day that is no longer the time before.'),
  systems: maybe(
    z.array(text.describe('An id of record.yaml.')).min(1),
    'Of control, the systems that are not yours. What they cost is not counted.',
  ),
  uptime: maybe(UPTIME, 'Of target and reference, the uptime: 0.9999 is 99.99%.'),
  source: maybe(text, 'Of target and reference, where the figure stands.'),
});

const CLAUSE = z.strictObject({
  uptime: maybe(UPTIME, 'The uptime of a quarter that is promised: 0.9999 is 99.99%.'),
  longest: maybe(z.number().min(0), 'Or the longest that one outage may last, in minutes.'),
  source: sourced,
});

const SERVICE = text.describe('A service as its deployments name it.');

const EDGE = z
  .strictObject({
    amount: z
      .number()
      .min(0)
      .describe('What one change earns on a day when it is new, before any of it has decayed.'),
    currency: currency.describe('ISO 4217 code of the amount.'),
    halfLife: z
      .number()
      .positive()
      .describe('Days after which a change earns half of that, counted from its commit.'),
    changes: z.int().min(1).describe('How many changes of this kind are spoken of.'),
    source: sourced,
  })
  .transform(({amount, currency, ...edge}) => ({daily: {amount, currency}, ...edge}));

const CHANGE = z.strictObject({
  day: day.describe('The day from which on it held.'),
  source: maybe(
    text,
    'What was done on that day, and which paper says so. Without one the day may have been picked off the figures, and the output says so.',
  ),
  services: orElse(
    z.array(SERVICE).min(1),
    [],
    'The services that it touched on that day, where those are not all that count.',
  ),
  control: orElse(z.array(SERVICE).min(1), [], 'Services that it did not touch.'),
  edge: maybe(EDGE, 'What deploying sooner earns. It has no default.'),
});

const DELIVERY = z.strictObject({
  sources: orElse(
    z.array(text.describe('The name of a source in record.yaml.')).min(1),
    [],
    'Sources of record.yaml whose deployments count; all of them unless told.',
  ),
  services: orElse(z.array(SERVICE).min(1), [], 'Services whose deployments count; all of them unless told.'),
  commits: orElse(
    z.enum(['first', 'last']),
    'last',
    'Which commit of a deployment its source tells; the last unless told, which makes lead times lower bounds.',
  ),
  causesRecorded: orElse(
    z.boolean(),
    false,
    'Whether the sources name the incident that a deployment caused wherever there is one, so that none named means none.',
  ),
  change: maybe(CHANGE, 'Something that was done on a day, to be looked for in how long deployments took.'),
});

const SCOPE = text.describe('A scope as the source of costs names it.');

const COSTS = z.strictObject({
  scopes: orElse(
    z.array(SCOPE).min(1),
    [],
    'The scopes that the change touched; all but the control unless told.',
  ),
  control: orElse(z.array(SCOPE).min(1), [], 'Scopes that it left alone.'),
  day: maybe(day, 'The day from which on it was made; that of the change of delivery unless told.'),
  settled: maybe(
    day,
    'The day from which on all of it held, where that took months: those between are of neither side.',
  ),
  source: maybe(
    text,
    'What was done on that day, and which paper says so. Without one the day may have been picked off the figures, and the output says so.',
  ),
});

const CAPACITY = z.strictObject({
  system: text.describe('An id of record.yaml, with a source of load.'),
  multiple: z
    .number()
    .min(1)
    .describe('The volume that is claimed to have been held, in times that of the median session: 3.'),
});

const CONTRIBUTOR = z.strictObject({
  name: text.describe('Who it is: a person or a team.'),
  you: orElse(z.boolean(), false, 'true of the one who is you.'),
  systems: z
    .array(text.describe('An id of record.yaml.'))
    .min(1)
    .describe('What was in their care. What several share counts as cared for where all of them are there.'),
  source: sourced,
});

const CREDIT = z.strictObject({
  share: maybe(share, 'The share that is your doing, from 0 to 1: 0.25 is a quarter.'),
  source: maybe(text, 'Of a share, who says so.'),
  contributors: maybe(
    z.array(CONTRIBUTOR.describe('One of them, a person or a team.')).min(1).max(MOST_CONTRIBUTORS),
    `Or who looked after which systems, up to ${MOST_CONTRIBUTORS}, one of them you. Shares follow from the record.`,
  ),
});

const amount = z.number().min(0);

const ERROR_TRADE = z
  .strictObject({
    perYear: share.describe('The chance of it in a year, from 0 to 1: 0.01 is one year in a hundred.'),
    low: amount.describe('The least that it costs when it comes, as plain digits.'),
    mode: amount.describe('The most likely amount.'),
    high: amount.describe('The greatest amount.'),
    currency: currency.describe('ISO 4217 code of the amounts.'),
    source: sourced,
  })
  .transform(({perYear, source, ...loss}) => ({perYear, loss, source}));

export const IMPACT = z
  .strictObject({
    format: z.literal(RECORD_FORMAT).describe(`The version of this format: ${RECORD_FORMAT}.`),
    from: maybe(
      day,
      'The first day that is your own work. Unless told, the end of the time before, or where the record begins.',
    ),
    currency: maybe(currency, 'The one currency of the figures; that of the PnL unless told.'),
    exchange: maybe(
      text,
      'The exchange in whose sessions the pods trade; the first of record.yaml unless told.',
    ),
    exchanges: orElse(
      z.record(text, text.describe('An exchange: XLON.')),
      {},
      'By pod, where it trades elsewhere.',
    ),
    dailyPnl: orElse(
      z.record(
        text,
        z
          .strictObject({
            amount: z.number().describe('Expected PnL a day, as plain digits.'),
            currency: currency.describe('ISO 4217 code of the amount.'),
            source: sourced,
          })
          .describe('What one pod is expected to make on a day.')
          .transform(({amount, currency, source}) => ({amount: {amount, currency}, source})),
      ),
      {},
      'By pod, its expected PnL a day, where the record has none or its days do not speak for it.',
    ),
    lossGivenOutage: maybe(
      LOSS,
      'The share of the PnL at risk that an outage really costs. Unless told the whole is taken, as an assumption.',
    ),
    weights: orElse(
      z.union([z.enum(['uniform', 'published']), OWN_WEIGHTS]),
      'uniform',
      'How PnL spreads over a session: uniform (unless told), published (the shape that ships for the exchange) or parts of your own.',
    ),
    baselines: orElse(
      z.array(BASELINE.describe('One thing to compare with.')),
      [],
      'What the record is compared with. Without one, what was protected is not a number.',
    ),
    credit: maybe(CREDIT, 'How what was protected is shared: by a stated share, or among contributors.'),
    errorTrade: maybe(
      ERROR_TRADE,
      'Wrong orders sent by a machine: a loss of their own, which no minute measures.',
    ),
    clauses: orElse(
      z.array(CLAUSE.describe('One clause: an uptime, or a longest outage.')),
      [],
      'Clauses to hold against each other and against the record.',
    ),
    delivery: maybe(DELIVERY, 'What is asked about deployments; nothing unless told.'),
    costs: maybe(COSTS, 'What is asked about what the machines cost; nothing unless told.'),
    capacity: maybe(CAPACITY, 'A claim such as "held three times the volume", to be proven or refuted.'),
  })
  .meta({
    title: 'Parley impact',
    description: 'What turns a record into money: what an outage costs, and what it is compared with.',
  });

/** What impact.yaml says; null is what it does not say. */
export type ImpactFile = z.output<typeof IMPACT>;
