import {type Calendar, exchange} from '../../src/calendar/index.ts';
import {readRecordFile} from '../../src/case/index.ts';
import {type Period, type RecordReport, readRecord, recordReport} from '../../src/record/index.ts';
import {messageOf} from '../findings.ts';
import {put, temporary} from '../desk.ts';

const ALWAYS = exchange('24x7') as Calendar;
const ALL: Period = {from: -Infinity, to: Infinity};

/** The report of a record.yaml, around the clock, whose files are written beside it. */
export async function reported(yaml: string, files: Readonly<Record<string, string>>): Promise<RecordReport> {
  const there = temporary();
  for (const [name, text] of Object.entries({...files, 'record.yaml': `format: 1\n${yaml}`}))
    put(there, name, text);
  const {plan, findings} = readRecordFile(there);
  if (plan === null) throw new Error(findings.map(messageOf).join('\n'));
  return recordReport(await readRecord(plan), plan, {calendars: [ALWAYS], target: 0.9999, within: ALL});
}

/** What each system was, with its uptime: `api 100.000%: up 2025-01-01T00:00, unknown 2025-02-01T10:00`. */
export function timelines({systems}: RecordReport): string[] {
  return systems.map(({system, timelines: {counted}, uptimes}) => {
    const share = uptimes.find(({basis}) => basis === 'counted')?.share ?? null;
    const was = counted.stretches.map(
      ({state, from}) => `${state} ${new Date(from).toISOString().slice(0, 16)}`,
    );
    return `${system} ${share === null ? 'unknown' : `${(100 * share).toFixed(3)}%`}: ${was.join(', ')}`;
  });
}

/** What is said: `warning open-interval: …`. */
export function said({findings}: RecordReport): string[] {
  return findings.map(one => `${one.severity} ${one.rule}: ${messageOf(one)}`);
}
