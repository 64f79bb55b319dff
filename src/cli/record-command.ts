import {buildCommand} from '@stricli/core';
import type {Context} from './context.ts';
import {caseDir, dayFlag, flag, json, recordPath, skipBad} from './flags.ts';

export interface RecordFlags {
  readonly case?: string;
  readonly calendar?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly target: number;
  readonly skipBad: boolean;
  readonly full: boolean;
  readonly json: boolean;
}

/** A share in percent, `99.99`, as 0.9999. Throws outside of 0 to 100: the usage error says so. */
function percent(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!(value > 0 && value < 100)) throw new Error(`expected a share such as 99.99, got "${text}"`);
  return value / 100;
}

export const recordCommand = buildCommand<RecordFlags, [string?], Context>({
  loader: async () => (await import('./commands/record.ts')).record,
  parameters: {
    flags: {
      case: caseDir,
      calendar: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Judge by the sessions of this exchange and not by those of record.yaml; may be repeated',
        placeholder: 'ID',
      },
      from: dayFlag(
        'The first day to judge (YYYY-MM-DD, in the zone of record.yaml); all that it covers unless told',
      ),
      to: dayFlag('The last day to judge, all of it'),
      target: {
        kind: 'parsed',
        parse: percent,
        brief: 'The uptime clause to judge against, in percent',
        default: '99.99',
        placeholder: 'PERCENT',
      },
      skipBad,
      full: flag('Every system by every source that speaks of it, and every service'),
      json,
    },
    positional: recordPath,
  },
  docs: {
    brief: 'What your systems did, in market hours, from the exports of your tools',
    fullDescription: [
      'Reads the exports that record.yaml names (incidents, probes, deployments, load, PnL), joins them, and tells what was',
      'up, down, degraded or unknown in the sessions of the exchanges that matter, what was left out and why, where sources',
      'disagree, and which clauses your probes can show. Rows that cannot be read end it with 3, unless --skip-bad.',
      'docs/record.md tells how to export from each tool.',
      '',
      'EXAMPLES',
      '  parley record examples/millennium-devops',
      '  parley record record/ --calendar XNYS --calendar XLON --from 2025-01-01 --to 2025-12-31',
      '  parley record record/record.yaml --target 99.95 --skip-bad --json',
    ].join('\n'),
  },
});
