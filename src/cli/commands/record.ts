import {type Calendar, exchange} from '../../calendar/index.ts';
import {readRecordFile} from '../../case/index.ts';
import {asText, type Finding, isFinding} from '../../figure/index.ts';
import {dayAfter, type Period, recordReport, startOfDay} from '../../record/index.ts';
import {recordPlace} from '../case-folder.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import type {RecordFlags} from '../record-command.ts';
import {recordJson} from '../record-json.ts';
import {readShown, sayFound, stopsAt} from '../record-reading.ts';
import {recordText} from '../record-text.ts';

/** `parley record [CASE|PATH]`: what the record holds and can show; one JSON document under `--json`. */
export async function record(this: Context, flags: RecordFlags, position?: string): Promise<void> {
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
  const read = await readShown(this, plan);
  const report = recordReport(read, plan, {
    calendars,
    target: flags.target,
    within: within(flags, plan.zone ?? 'UTC'),
  });
  sayFound(this, report, flags.full);
  if (stopsAt(this, report, flags)) return this.exit(EXIT.input);
  if (flags.json) this.print(JSON.stringify(recordJson(report), asText, 2));
  else this.print(recordText(report, {width: this.width, colour: this.colour, full: flags.full}));
}

function isCalendar(one: Calendar | Finding): one is Calendar {
  return !isFinding(one);
}

/** The days asked for in the zone of the record, from the first moment of the one to the last of the other. */
function within({from, to}: RecordFlags, zone: string): Period {
  return {
    from: from === undefined ? -Infinity : startOfDay(from, zone),
    to: to === undefined ? Infinity : startOfDay(dayAfter(to), zone),
  };
}
