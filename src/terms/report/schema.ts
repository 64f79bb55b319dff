import * as z from 'zod';
import {TIERS} from '../../base/index.ts';
import {TAX_PLACES, type TaxPlace} from '../tax/facts.ts';

const money = (what: string) => z.number().describe(`${what}, in the currency of the report.`);
const id = () => z.string().describe("An offer: its file's name without the ending.");
const text = (what: string) => z.string().describe(`${what}.`);
const day = (what: string) => z.iso.date().describe(`${what}.`);
const list = <T extends z.ZodType>(of: T, what: string) => z.array(of).describe(`${what}.`);

const year = () =>
  z.strictObject({
    year: z.number().int().describe('The year of service.'),
    guaranteed: money('What is owed whatever happens'),
    target: money('What is meant'),
    zero: money('What is paid where all that varies comes to nothing'),
    claimed: money('What is meant, with what cannot be valued at its claimed figure'),
  });

const value = () =>
  z.strictObject({
    mean: money('The mean over all paths'),
    standardError: money('The standard error of the mean'),
    p10: money('One path in ten is below it'),
    p50: money('The median'),
    p90: money('One path in ten is above it'),
    certain: money('The certain sum that is worth as much'),
    basis: z.enum(['after tax', 'before tax']).describe('Of all offers, or of none.'),
  });

const leaving = () =>
  z.strictObject({
    total: money('What notice costs today'),
    byNotice: list(
      z.strictObject({
        from: day('The first day on which notice costs this'),
        total: money('What it costs'),
        parts: list(z.strictObject({what: text('What is lost'), amount: money('How much')}), 'Its parts'),
      }),
      'By the day on which notice is given',
    ),
    isNoticeKnown: z
      .boolean()
      .describe('Whether the length of notice is stated; the job ends with it where not.'),
  });

const term = () =>
  z.strictObject({
    term: text('The term'),
    clause: text('What it says, as a clause'),
    unsaid: list(text('One thing'), 'What it does not say'),
    checks: list(
      z.strictObject({
        says: text('Two figures of the letter'),
        holds: z.boolean().describe('Whether they agree.'),
      }),
      'Figures of the letter worked out from each other',
    ),
    isClaimed: z.boolean().describe('Whether some of it is claimed and counted nowhere else.'),
    target: list(money('What it comes to').nullable(), 'By year at target; null for nothing'),
  });

const offer = () =>
  z.strictObject({
    id: id(),
    party: text('Who made it'),
    name: text('Who made it, and where that is said of several which one'),
    kind: z.enum(['target', 'competing', 'current']).describe('Whose it is.'),
    role: text('The title').nullable(),
    level: text('The level').nullable(),
    region: text('The place').nullable(),
    remote: text('What may be done elsewhere').nullable(),
    start: day('The first day of work').nullable(),
    expires: day('The last day it can be accepted').nullable(),
    scope: list(
      z.strictObject({text: text('Work'), included: z.boolean().describe('Whether it is part of it.')}),
      'What the work covers',
    ),
    evidence: z
      .strictObject({tier: z.enum(TIERS).describe('How strong.'), source: text('Where it can be looked up')})
      .describe('What stands behind it.'),
    terms: list(term(), 'Its terms'),
    years: list(year(), 'What each year pays'),
    falls: list(
      z.strictObject({year: z.number().int().describe('The year.'), by: money('How much less')}),
      'Years that pay less at target than the one before',
    ),
    deferred: list(
      z.strictObject({
        year: z.number().int().describe('The year in which it was earned.'),
        guaranteed: money('Of what is owed').nullable(),
        target: money('Of what is meant').nullable(),
      }),
      'What of a year is paid later',
    ),
    afterTax: z
      .strictObject({
        place: z.enum(Object.keys(TAX_PLACES) as TaxPlace[]).describe('Whose laws.'),
        taxYear: text('Of which year'),
        years: list(money('What is left'), 'Net of each year at target'),
      })
      .nullable()
      .describe('Null where the place is none that is taxed here, or nobody says how one files.'),
    notModelled: list(text('A tax or a relief'), 'What of taxes its terms touch and is not modelled'),
    leaving: leaving().optional().describe('Of the job of today.'),
    questions: list(
      z.strictObject({term: text('What it is about'), text: text('The question')}),
      'What to ask, in words',
    ),
    value: value().describe('What it is worth today.'),
    range: z
      .strictObject({low: money('At the worst corner'), high: money('At the best')})
      .describe('Of the certain sum over the corners of the assumptions.'),
    byTerm: list(
      z.strictObject({term: text('The term'), certain: money('What the certain sum loses without it')}),
      'What each term adds',
    ),
    unvalued: list(
      z.strictObject({term: text('The term'), needs: list(text('One thing'), 'What nobody knows of it')}),
      'Terms that count as nothing',
    ),
    dots: z
      .strictObject({payoffs: list(money('One in fifty'), 'Payoffs of equal chance, least first')})
      .describe('For a picture.'),
  });

/** What `parley value --json` prints. Made when it is asked for: a plan, which has no use for it, starts sooner. */
export const valueSchema = () =>
  z.strictObject({
    version: z.literal(1).describe('The version of this format: 1.'),
    currency: text('The ISO 4217 code of all sums'),
    today: day('The day from which it is looked'),
    horizonYears: z.number().describe('Over how many years.'),
    seed: z.number().int().describe('What pins chance.'),
    paths: z.number().int().describe('How many paths were drawn.'),
    exchanges: list(
      z.strictObject({
        from: text('An ISO 4217 code'),
        rate: z.number().describe('Units of the report for one of it.'),
        day: day('The day of the rate'),
      }),
      'Rates at which sums of other currencies were taken',
    ),
    offers: list(offer(), 'In the order in which they were named'),
    order: list(id(), 'Best first by the certain sum'),
    beats: list(
      z.strictObject({
        a: id(),
        b: id(),
        probability: z.number().describe('How often a pays more than b; of ties half.'),
      }),
      'Every pair once',
    ),
    assumptions: list(
      z.strictObject({
        name: text('As case.yaml names it'),
        value: z.number().describe('Its number.'),
        tier: z.enum(TIERS).describe('assumed, until somebody states it.'),
        corners: list(z.number().describe('A number.'), 'Where it was tried again'),
      }),
      'What the values rest on',
    ),
    turns: list(
      z.strictObject({
        assumption: text('Which one'),
        from: z.number().describe('What it is.'),
        to: z.number().describe('The corner.'),
        order: list(id(), 'The order then'),
      }),
      'Corners that change the order',
    ),
    breakEven: list(
      z.strictObject({
        offer: id(),
        against: id(),
        term: text('The term whose number it is').nullable(),
        what: z.enum(['amount', 'share', 'growth']).describe('Which number: growth is that of the share.'),
        from: z.number().describe('What it is.'),
        to: z.number().describe('What it would have to be.'),
      }),
      'What would make an offer worth as much as the best',
    ),
    isDecided: z.boolean().describe('Whether the first may be called better than the second.'),
    conflicts: list(
      z.strictObject({
        offer: id(),
        party: text('Who guarantees'),
        term: text('What'),
        startBy: day('The last first day of work for it'),
        guaranteed: money('How much'),
        noticeBy: day('The last day of notice for that start'),
        isNoticeKnown: z.boolean().describe('Whether the length of notice is stated.'),
        cost: money('What notice in time costs').nullable(),
        later: list(
          z.strictObject({
            from: day('A later day of notice'),
            kept: money('What it keeps'),
            start: day('The first day of work then').nullable(),
          }),
          'Later days that cost less',
        ),
        week: money('What a week later is of the new base').nullable(),
      }),
      'Guarantees that want an early start, against what leaving costs',
    ),
    figures: z
      .record(z.string(), z.unknown().describe('A card.'))
      .describe('The card of each number, by its JSON Pointer.'),
  });

/** What `parley backtest --json` prints. */
export const backtestSchema = () =>
  z.strictObject({
    version: z.literal(1).describe('The version of this format: 1.'),
    offer: id(),
    party: text('Who made it'),
    currency: text('The ISO 4217 code of all sums'),
    quarters: list(
      z.strictObject({
        quarter: text('A quarter: 2026-Q1'),
        terms: list(
          z.strictObject({
            term: text('The term'),
            paid: money('What it would have paid'),
            missed: money('What more, had every test passed').nullable(),
            tests: list(
              z.strictObject({
                what: text('What was tested'),
                observed: z.number().nullable().describe('What the record says; null where it does not.'),
                needed: z.number().describe('The bound.'),
                isLeast: z.boolean().describe('Whether the bound is a least, and no most.'),
                passed: z.boolean().nullable().describe('Null where it cannot be told.'),
                margin: z.number().nullable().describe('By how much it passed; below zero it failed.'),
              }),
              'Its tests that end with this quarter',
            ),
          }),
          'Terms that hang on the record',
        ),
      }),
      'The earliest first',
    ),
    next: list(
      z.strictObject({
        term: text('The term'),
        probability: z.number().describe('That all of its tests pass in its next period.'),
        interval: z
          .strictObject({
            low: z.number().describe('Its low end.'),
            high: z.number().describe('Its high end.'),
            level: z.number().describe('Its level.'),
          })
          .describe('What the record leaves open.'),
        passed: z.number().int().describe('Periods in which they passed.'),
        periods: z.number().int().describe('Periods that are known.'),
        every: z.number().int().describe('Months of a period.'),
      }),
      'How likely each pays next',
    ),
    untold: list(
      z.strictObject({term: text('The term'), needs: list(text('One thing'), 'What no record tells')}),
      'What the record does not tell',
    ),
    figures: z
      .record(z.string(), z.unknown().describe('A card.'))
      .describe('The card of each number, by its JSON Pointer.'),
  });
