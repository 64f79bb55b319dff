import {buildCommand} from '@stricli/core';
import {isAbsolute} from 'node:path';
import {type Finding, finding, say} from '../../figure/index.ts';
import {LIMITS, readText, readYaml} from '../../files/index.ts';
import {readMapping, readWages, type WageMapping} from '../../market/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {progress} from '../reading/index.ts';
import {wagesText} from '../wages-text.ts';
import {flag, json, text} from '../flags.ts';

interface WagesFlags {
  readonly company?: string;
  readonly role?: string;
  readonly region?: string;
  readonly mapping?: string;
  readonly json: boolean;
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
      parameter: {parse: String, brief: 'Wage tables, csv or xlsx', placeholder: 'FILE'},
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
  const mapping = flags.mapping === undefined ? null : mappingOf(flags.mapping);
  if (Array.isArray(mapping)) {
    sayFindings(this, mapping, {folder: '.'});
    this.exit(EXIT.input);
    return;
  }
  if (mapping !== null && (flags.ceiling ?? flags.window) !== undefined) {
    this.talk('--ceiling and --window are for the disclosure file; a mapping has its own bounds');
    this.exit(EXIT.usage);
    return;
  }
  const companies = (flags.company ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '');
  const question = {companies, role: flags.role ?? null, region: flags.region ?? null};
  const watched = watching(files.length);
  const reading = await readWages({
    files,
    mapping,
    skipBad: flags.skipBad,
    question,
    ceiling: flags.ceiling,
    window: flags.window,
    watch: watched.watch,
  });
  watched.end();
  if (!reading.ok) {
    sayFindings(this, [reading.finding]);
    this.exit(reading.finding.rule === 'unknown-role' ? EXIT.usage : EXIT.input);
    return;
  }
  if (flags.json) this.print(JSON.stringify(reading.answer));
  else this.print(wagesText(reading.answer, {width: this.width, colour: this.colour}));
}

/** Milliseconds between two looks at how far the reading is. */
const LOOK = 100;

/** A line that says how much of the files is read, and then that the rows are counted. */
function watching(files: number) {
  const words = (read: number) => {
    const before = Math.floor(read);
    if (before >= files) return 'counting the rows';
    // of a csv DuckDB cannot always tell how far it is
    const share = read > before ? `, ${Math.floor((read - before) * 100)}%` : '';
    return `reading ${files === 1 ? 'the file' : `file ${before + 1} of ${files}`}${share}`;
  };
  const bar = progress(process.stderr, files, () => performance.now(), words);
  let timer: NodeJS.Timeout | undefined;
  return {
    watch: (filesRead: () => number) => {
      timer = setInterval(() => bar.done(filesRead()), LOOK).unref();
    },
    end: () => {
      clearInterval(timer);
      bar.clear();
    },
  };
}

/** The mapping in a YAML file, or what is wrong with it. */
function mappingOf(file: string): WageMapping | Finding[] {
  const attempt = readText(isAbsolute(file) ? '/' : '.', file, LIMITS.yaml);
  if (!attempt.ok) return [...attempt.findings];
  const {yaml, findings} = readYaml(attempt.value);
  if (yaml === null) return [...findings];
  const reading = readMapping(yaml.value);
  if (reading.ok) return reading.value;
  return reading.problems.map(({path, message}): Finding => {
    const where = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
    const hint = 'docs/wages.md shows a mapping';
    return finding('bad-mapping', 'error', say`${where}${message}`, {span: yaml.valueSpan(path), hint});
  });
}
