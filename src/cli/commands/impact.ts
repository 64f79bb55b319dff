import {exchange} from '../../calendar/index.ts';
import {CASE_FILE, readImpactFile, readRecordFile} from '../../case/index.ts';
import {asText, isFinding} from '../../figure/index.ts';
import {LIMITS, readText, readYaml} from '../../files/index.ts';
import {impactReport, reportPictures} from '../../impact/index.ts';
import {recordReport} from '../../record/index.ts';
import {recordPlace} from '../case-folder.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import type {ImpactFlags} from '../impact-command.ts';
import {writeCharts} from '../impact-charts.ts';
import {impactJson} from '../impact-json.ts';
import {impactText} from '../impact-text.ts';
import {readShown, sayFound, stopsAt} from '../record-reading.ts';

/** `parley impact [CASE|PATH]`: the record in money; one JSON document under `--json`. */
export async function impact(this: Context, flags: ImpactFlags, position?: string): Promise<void> {
  const place = recordPlace(this, flags, position);
  if (place === null) return;
  const {plan: recordPlan, findings} = readRecordFile(place.path);
  sayFindings(this, findings);
  if (recordPlan === null) return this.exit(EXIT.input);
  const {plan, findings: ofPlan} = readImpactFile(recordPlan);
  sayFindings(this, ofPlan);
  if (plan === null) return this.exit(EXIT.input);
  const record = await readShown(this, recordPlan);
  const calendars = recordPlan.calendars.map(exchange).flatMap(one => (isFinding(one) ? [] : [one]));
  const read = recordReport(record, recordPlan, {
    calendars,
    target: FOUR_NINES,
    within: {from: -Infinity, to: Infinity},
  });
  // What else there is to say of the record, `parley record` says.
  const grave = (one: {readonly severity: string}) => one.severity === 'error';
  sayFound(this, {...read, findings: read.findings.filter(grave), untold: read.untold.filter(grave)}, false);
  if (stopsAt(this, read, flags)) return this.exit(EXIT.input);
  const doubts = read.findings.filter(({severity}) => severity === 'warning').length;
  if (doubts > 0)
    this.talk(`parley record has ${doubts} ${doubts === 1 ? 'warning' : 'warnings'} about this record`);
  const seed = flags.seed ?? seedOf(place.folder);
  const {report, findings: told} = impactReport(record, read, recordPlan, plan, {seed, draws: flags.draws});
  sayFindings(this, told);
  if (report === null) return this.exit(EXIT.input);
  if (flags.json) this.print(JSON.stringify(impactJson(report), asText, 2));
  else this.print(impactText(report, {width: this.width, colour: this.colour, full: flags.full}));
  if (flags.charts !== undefined)
    await writeCharts(this, flags.charts, reportPictures(record, read, recordPlan, plan, report), report);
}

/** Of the clauses in the record's own report, which tells how far its probes lie apart. */
const FOUR_NINES = 0.9999;

/** The seed that case.yaml pins; 1 where there is none, or no case. */
function seedOf(folder: string): number {
  const text = readText(folder, CASE_FILE, LIMITS.yaml);
  const value: unknown = text.ok ? readYaml(text.value).yaml?.value : null;
  if (typeof value !== 'object' || value === null || !('seed' in value)) return 1;
  return typeof value.seed === 'number' && Number.isInteger(value.seed) ? value.seed : 1;
}
