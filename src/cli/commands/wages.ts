import {buildCommand} from '@stricli/core';
import {wages as ask} from '../../desk/index.ts';
import {wagesDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import type {Context} from '../context.ts';
import {flag, html, json, split, text} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface WagesFlags extends PrintFlags {
  readonly company?: string;
  readonly role?: string;
  readonly region?: string;
  readonly mapping?: string;
  readonly skipBad: boolean;
  readonly ceiling?: number;
  readonly window?: number;
}

function aboveZero(text: string): number {
  const value = Number(text.replace(/,/g, ''));
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new Error(`${text} is no number above zero`);
  return value;
}

export const command = buildCommand<WagesFlags, string[], Context>({
  func: wages,
  parameters: {
    flags: {
      company: text('Companies, parted by commas', 'FIRM,…'),
      role: text('A role family, such as devops', 'ROLE'),
      region: text('A region, such as "New York", or one city, "New York, NY"', 'PLACE'),
      mapping: text('How to read a table that is not the disclosure file (YAML)', 'FILE'),
      html,
      json,
      skipBad: flag('Leave broken lines out and count them, in the place of refusing the file'),
      ceiling: {
        kind: 'parsed',
        parse: aboveZero,
        brief: 'USD a year that no wage can pass; 2,000,000 unless told',
        placeholder: 'AMOUNT',
        optional: true,
      },
      window: {
        kind: 'parsed',
        parse: aboveZero,
        brief: 'Times the prevailing wage that a mended one may reach; 5 unless told',
        placeholder: 'TIMES',
        optional: true,
      },
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {parse: String, brief: 'Wage tables: csv, xlsx or parquet', placeholder: 'FILE'},
    },
  },
  docs: {
    brief: BRIEFS.wages,
    fullDescription: [
      'Reads the H-1B wage disclosures of the US Department of Labor (xlsx or csv, of any quarter), or another table with',
      'a mapping, and answers with quartiles by role, city and company. These wages are a floor, not a market median.',
      'Everything happens on this machine, in memory.',
      '',
      'EXAMPLES',
      '  parley wages LCA_Disclosure_Data.xlsx --company millennium --region "New York"',
      '  parley wages wages.csv --mapping wages.yaml --role devops --json',
    ].join('\n'),
  },
});

/** `parley wages FILE…`: what public wage tables say of a company, a role, a place; one JSON document under `--json`. */
async function wages(this: Context, flags: WagesFlags, ...files: string[]): Promise<void> {
  const {company, role = null, region = null, mapping = null, skipBad, ceiling, window} = flags;
  const question = {companies: split(company), role, region};
  const asked = {files, mapping, question, skipBad, ceiling, window};
  const report = answered(this, await ask(asked, this.world));
  if (report !== null) await show(this, flags, report.answer, wagesDocument(report.answer, report.from));
}
