import type {TaxPlace} from './facts.ts';

const AMERICAN = [
  'other income than wages, contributions before tax such as a 401(k), children, and credits, those of low pay among them',
  'itemised deductions other than state and local taxes',
  'alternative minimum tax',
  'elections under section 83(b), and equity taxed by other rules than wages',
  'deferred pay from offshore funds (section 457A)',
] as const;

/** What a bill leaves out and somebody may be taxed by, place by place. */
export const NOT_MODELLED: Readonly<Record<TaxPlace, readonly string[]>> = {
  nyc: [
    ...AMERICAN,
    'a year of which only a part was lived in the city, and wages of commuters',
    'the convenience rule: days worked at home elsewhere for an office in New York are taxed in New York',
  ],
  miami: [
    ...AMERICAN,
    'the convenience rule: days worked in Miami at home for an office in New York, and days worked there, are taxed in New York',
  ],
  london: [
    'other income than wages, share schemes, benefits in kind, student loans, Marriage Allowance and child benefit',
    'pension contributions and their relief',
    'Scottish rates of income tax',
    'National Insurance by pay period: a month with a bonus may pay other sums than a twelfth of the year',
  ],
};
