import {buildCommand} from '@stricli/core';
import {tax as ask} from '../../desk/index.ts';
import {taxDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import type {Context} from '../context.ts';
import {html, json, text} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface TaxFlags extends PrintFlags {
  readonly place?: string;
  readonly year?: string;
  readonly status?: string;
  readonly wages?: string;
}

/** `parley tax`: what a household keeps of a year's wages, part by part. */
async function tax(this: Context, flags: TaxFlags): Promise<void> {
  const {place = null, year = null, status = null, wages = null} = flags;
  const report = answered(this, await ask({place, year, status, wages}, this.world));
  if (report !== null) await show(this, flags, report, taxDocument(report));
}

export const command = buildCommand<TaxFlags, [], Context>({
  func: tax,
  parameters: {
    flags: {
      place: text('Where the household lives and works: nyc, miami or london', 'PLACE'),
      year: text('The tax year, 2026 in London being 2026/27; this one unless told', 'YEAR'),
      status: text('How it files in the United States: single, or joint with one earner', 'STATUS'),
      wages: text('The wages of the year, in the currency of the place', 'MONEY'),
      html,
      json,
    },
  },
  docs: {
    brief: BRIEFS.tax,
    fullDescription: [
      'Tells what is left of a year of wages after income tax and what else is taken out of pay, part by part with the law',
      'of each, and what goes of the next thousand. A household without children, one of whom earns, and nothing but wages:',
      'docs/terms.md says what is in it, and what is not.',
      '',
      'EXAMPLES',
      '  parley tax --place nyc --year 2026 --status single --wages 315K',
      '  parley tax --place miami --year 2026 --status joint --wages "$315,000" --json',
      '  parley tax --place london --year 2026 --wages £120K',
    ].join('\n'),
  },
});
