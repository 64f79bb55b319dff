import {join} from 'node:path';
import {type Finding, groupBy} from '../../base/index.ts';
import {type Calendar, type CalendarFinding, exchange, isFinding} from '../../calendar/index.ts';
import {RECORD_FILE, readRecordFile} from '../../case/index.ts';
import {
  dayAfter,
  type Period,
  placesOf,
  type RecordFinding,
  type RecordReport,
  readRecord,
  recordReport,
  startOfDay,
  shownAddress,
} from '../../record/index.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {progress} from '../reading/index.ts';
import type {RecordFlags} from '../record-command.ts';
import {recordJson} from '../record-json.ts';
import {recordText} from '../record-text.ts';

/** `parley record [PATH]`: what the record holds and can show; one JSON document under `--json`. */
export async function record(this: Context, flags: RecordFlags, path?: string): Promise<void> {
  const {plan, findings} = readRecordFile(path ?? join(flags.case, 'record', RECORD_FILE));
  sayFindings(this, findings);
  if (plan === null) return this.exit(EXIT.input);
  const calendars = (flags.calendar ?? (plan.calendars.length > 0 ? plan.calendars : ['24x7'])).map(exchange);
  if (!calendars.every(isCalendar)) {
    sayFindings(this, calendars.filter(isFinding));
    return this.exit(EXIT.usage);
  }
  for (const planned of plan.sources) {
    if (planned.kind === 'prometheus') this.talk(`asking ${shownAddress(planned.url)} for ${planned.query}`);
  }
  let files = 0;
  let rows = 0;
  const all = plan.sources.flatMap(placesOf).length;
  const words = () => `${rows.toLocaleString('en-US')} rows read, file ${files} of ${all}`;
  const bar = progress(process.stderr, all, () => performance.now(), words);
  const read = await readRecord(plan, {
    file: () => bar.done(files++),
    server: share => bar.done(files - 1 + share),
    rows: taken => {
      rows = taken;
      bar.done(files - 1);
    },
  });
  bar.clear();
  const report = recordReport(read, plan, {
    calendars,
    target: flags.target,
    within: within(flags, plan.zone ?? 'UTC'),
  });
  sayFound(this, report, flags.full);
  const bad =
    report.findings.filter(({severity}) => severity === 'error').length +
    report.untold.filter(({severity}) => severity === 'error').reduce((sum, one) => sum + one.findings, 0);
  if (bad > 0 && !flags.skipBad) {
    this.talk(
      `${bad} ${bad === 1 ? 'error' : 'errors'}: mend them, or go on without these rows with --skip-bad`,
    );
    return this.exit(EXIT.input);
  }
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

/** Findings of one rule in one source that are said one by one, unless all are asked for. */
const SAID = 5;

/** Says what was found, the first of a kind one by one and the others as a number. */
function sayFound(context: Context, {findings, untold}: RecordReport, full: boolean): void {
  const kindOf = ({source = '', rule, severity}: Pick<RecordFinding, 'source' | 'rule' | 'severity'>) =>
    `${source === '' ? 'the record' : source}: ${severity} ${rule}`;
  const kinds = groupBy(findings, kindOf);
  sayFindings(context, [...kinds.values()].flatMap(of => (full ? of : of.slice(0, SAID))).map(located));
  for (const [kind, of] of kinds) {
    const beyond = untold.find(one => kindOf(one) === kind)?.findings ?? 0;
    const more = beyond + (full ? 0 : Math.max(0, of.length - SAID));
    if (more > 0) context.talk(`${kind}, ${more.toLocaleString('en-US')} more like these`);
  }
}

/** A finding of the record with its place as every command shows places. */
function located({place, ...finding}: RecordFinding): Finding {
  if (place === undefined) return finding;
  const {file, line} = place;
  if (line === null) return {...finding, message: `${file}: ${finding.message}`};
  return {...finding, span: {file, from: 0, to: 0, line, column: 1}};
}
