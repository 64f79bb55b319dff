import {buildCommand} from '@stricli/core';
import {asText, isFinding} from '../../figure/index.ts';
import {exchange} from '../../calendar/index.ts';
import {CASE_FILE, readImpactFile, readRecordFile} from '../../case/index.ts';
import {LIMITS, readText, readYaml} from '../../files/index.ts';
import {impactReport, reportPictures} from '../../impact/index.ts';
import {recordReport} from '../../record/index.ts';
import {readWatched} from '../../desk/index.ts';
import {recordPlace} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {writeCharts} from '../impact-charts.ts';
import {impactJson} from '../impact-json.ts';
import {impactText} from '../impact-text.ts';
import {sayFound, stopsAt} from '../record-reading.ts';
import {caseDir, flag, json, recordPath, skipBad, text} from '../flags.ts';

interface ImpactFlags {
  readonly case?: string;
  readonly seed?: number;
  readonly draws: number;
  readonly skipBad: boolean;
  readonly full: boolean;
  readonly json: boolean;
  readonly charts?: string;
}

/** A whole number from `least` up. Throws on any other: the usage error says so. */
function whole(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text.replaceAll(',', ''));
    if (!(Number.isInteger(value) && value >= least && value <= most))
      throw new Error(`expected a whole number from ${least} to ${most}, got "${text}"`);
    return value;
  };
}

export const command = buildCommand<ImpactFlags, [string?], Context>({
  func: impact,
  parameters: {
    flags: {
      case: caseDir,
      seed: {
        kind: 'parsed',
        parse: whole(0, 0xffffffff),
        optional: true,
        brief: 'Pins chance; the seed of case.yaml unless told',
        placeholder: 'N',
      },
      draws: {
        kind: 'parsed',
        parse: whole(100, 100_000),
        brief: 'How often everything uncertain is drawn anew for the intervals',
        default: '2000',
        placeholder: 'N',
      },
      skipBad,
      full: flag('Every pod, every outage and every quarter'),
      json,
      charts: text('Draw the record, a year of losses and the change into this folder, as SVG', 'DIR'),
    },
    positional: recordPath,
  },
  docs: {
    brief: BRIEFS.impact,
    fullDescription: [
      'Puts a price on the record: what of the PnL hung on your systems a minute, what their outages cost, and what would',
      'have been lost under each baseline that impact.yaml names. With no baseline, what was protected is not a number.',
      "Every assumption is listed, and how far it moves the headline. The figures are your employer's: they stay here.",
      'docs/impact.md tells what to write into impact.yaml, docs/methods.md how it is worked out.',
      '',
      'EXAMPLES',
      '  parley impact examples/millennium-devops',
      '  parley impact record/ --full --seed 7',
      '  parley impact my-case --json > impact.json',
      '  parley impact my-case --charts my-case/out',
    ].join('\n'),
  },
});

/** `parley impact [CASE|PATH]`: the record in money; one JSON document under `--json`. */
async function impact(this: Context, flags: ImpactFlags, position?: string): Promise<void> {
  const place = recordPlace(this, flags, position);
  if (place === null) return;
  const {plan: recordPlan, findings} = readRecordFile(place.path);
  sayFindings(this, findings);
  if (recordPlan === null) return this.exit(EXIT.input);
  const {plan, findings: ofPlan} = readImpactFile(recordPlan);
  sayFindings(this, ofPlan);
  if (plan === null) return this.exit(EXIT.input);
  const record = await readWatched(recordPlan, this.world.progress);
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
