import {buildCommand} from '@stricli/core';
import {type Calendar, type CalendarFinding, exchange, isFinding} from '../../calendar/index.ts';
import {readRecordFile} from '../../case/index.ts';
import {dayAfter, type Period, recordReport, startOfDay} from '../../record/index.ts';
import {readWatched} from '../../desk/index.ts';
import {recordPlace} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {recordJson} from '../record-json.ts';
import {sayFound, stopsAt} from '../record-reading.ts';
import {recordText} from '../record-text.ts';
import {caseDir, dayFlag, flag, json, recordPath, skipBad} from '../flags.ts';

interface RecordFlags {
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

/** `parley record [CASE|PATH]`: what the record holds and can show; one JSON document under `--json`. */
async function record(this: Context, flags: RecordFlags, position?: string): Promise<void> {
  if (flags.from !== undefined && flags.to !== undefined && flags.from > flags.to) {
    this.talk(`--from ${flags.from} is after --to ${flags.to}`);
    return this.exit(EXIT.usage);
  }
  const place = recordPlace(this, flags, position);
  if (place === null) return;
  const {plan, findings} = readRecordFile(place.path);
  sayFindings(this, findings);
  if (plan === null) return this.exit(EXIT.input);
  const calendars = (flags.calendar ?? (plan.calendars.length > 0 ? plan.calendars : ['24x7'])).map(exchange);
  if (!calendars.every(isCalendar)) {
    sayFindings(this, calendars.filter(isFinding));
    return this.exit(EXIT.usage);
  }
  const read = await readWatched(plan, this.world.progress);
  const report = recordReport(read, plan, {
    calendars,
    target: flags.target,
    within: within(flags, plan.zone ?? 'UTC'),
  });
  sayFound(this, report, flags.full);
  if (stopsAt(this, report, flags)) return this.exit(EXIT.input);
  if (flags.json) this.print(JSON.stringify(recordJson(report), null, 2));
  else this.print(recordText(report, {width: this.width, colour: this.colour, full: flags.full}));
}

function isCalendar(one: Calendar | CalendarFinding): one is Calendar {
  return !isFinding(one);
}

/** The days asked for in the zone of the record, from the first moment of the one to the last of the other. */
function within({from, to}: RecordFlags, zone: string): Period {
  return {
    from: from === undefined ? -Infinity : startOfDay(from, zone),
    to: to === undefined ? Infinity : startOfDay(dayAfter(to), zone),
  };
}
