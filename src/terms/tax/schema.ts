import * as z from 'zod';
import {TAX_PARTS, type TaxPart} from './bill.ts';
import {STATUSES, TAX_PLACES, type TaxPlace} from './facts.ts';

const parts = Object.entries(TAX_PARTS).map(
  ([part, words]) => [part, money(`${words}, where the place has one`).optional()] as const,
) as [TaxPart, z.ZodOptional<z.ZodNumber>][];

/** What `parley tax --json` prints. Sums are plain numbers of `currency`, to the cent. */
export const TAX_REPORT = z.strictObject({
  version: z.literal(1).describe('The version of this format: 1.'),
  place: z.enum(Object.keys(TAX_PLACES) as TaxPlace[]).describe('Where the household lives and works.'),
  taxYear: z.string().describe('The year: 2026, or 2026/27 where a year begins in April.'),
  status: z
    .enum(STATUSES)
    .optional()
    .describe('How the household files: joint is a couple of whom one earns.'),
  wages: money('wages of the year'),
  currency: z.enum(['USD', 'GBP']).describe('The ISO 4217 code of all sums.'),
  ...(Object.fromEntries(parts) as Record<TaxPart, z.ZodOptional<z.ZodNumber>>),
  net: money('wages less all of the parts'),
  marginalRate: z.number().describe('What goes of the next thousand of wages, as a share.'),
  taxable: z
    .strictObject({federal: income(), state: income(), incomeTax: income()})
    .describe('What the income taxes are on.'),
  deduction: z
    .strictObject({
      kind: z.enum(['standard', 'itemised', 'allowance']).describe('Which one it is.'),
      amount: money('how much of the wages is not taxed by it'),
    })
    .describe('What is taken off the wages before federal or British income tax.'),
  sources: z.record(z.string(), z.string().describe('A law.')).describe('The law of each part.'),
  asOf: z.iso.date().describe('The day on which the facts were gathered.'),
  notModelled: z.array(z.string().describe('A rule, or a kind of income.')).describe('What is left out.'),
  figures: z
    .record(z.string(), z.unknown().describe('A card.'))
    .describe(
      'The card of each number, by its JSON Pointer: what it was worked out from, down to data/tax.json.',
    ),
});

function money(what: string): z.ZodNumber {
  return z.number().describe(`${what.charAt(0).toUpperCase()}${what.slice(1)}.`);
}

function income(): z.ZodOptional<z.ZodNumber> {
  return money('taxable income').optional();
}
