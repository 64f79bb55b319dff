import {buildCommand} from '@stricli/core';
import {record as ask} from '../../desk/index.ts';
import {recordDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import {recordPlace} from '../case-folder.ts';
import {type Context, EXIT} from '../context.ts';
import {caseDir, dayFlag, flag, html, json, recordPath, skipBad} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface RecordFlags extends PrintFlags {
  readonly case?: string;
  readonly calendar?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly target: number;
  readonly skipBad: boolean;
  readonly full: boolean;
}

/** `parley record [CASE|PATH]`: what the record holds and can show. */
async function record(this: Context, flags: RecordFlags, position?: string): Promise<void> {
  const {calendar: calendars, from, to, target, skipBad: skips, full} = flags;
  if (from !== undefined && to !== undefined && from > to) {
    this.talk(`--from ${from} is after --to ${to}`);
    return this.exit(EXIT.usage);
  }
  const place = recordPlace(this, flags, position);
  if (place === null) return;
  const question = {path: place.path, calendars, from, to, target, skipBad: skips, full};
  const report = answered(this, await ask(question, this.world), place.beside);
  if (report !== null) await show(this, flags, report, recordDocument(report, {full}));
}

export const command = buildCommand<RecordFlags, [string?], Context>({
  func: record,
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
      html,
      json,
    },
    positional: recordPath,
  },
  docs: {
    brief: BRIEFS.record,
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

/** A share in percent, `99.99`, as 0.9999. Throws outside of 0 to 100: the usage error says so. */
function percent(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!(value > 0 && value < 100)) throw new Error(`expected a share such as 99.99, got "${text}"`);
  return Number((value / 100).toPrecision(12));
}
