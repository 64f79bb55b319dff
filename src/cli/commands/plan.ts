import {buildCommand} from '@stricli/core';
import {join} from 'node:path';
import {writeAtomic} from '../../files/index.ts';
import {caseCache, type Planned, plan as planCase, type Sealed} from '../../desk/index.ts';
import {jsonOf} from '../../figure/index.ts';
import {printHtml, printTerminal} from '../../page/index.ts';
import type {Brief} from '../../strategy/index.ts';
import {planDocument} from '../../views/index.ts';
import {programPrint} from '../cache.ts';
import {caseFolder} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {watching} from '../measuring.ts';
import {caseDir, dayFlag, flag, json} from '../flags.ts';

interface PlanFlags {
  readonly case?: string;
  readonly json: boolean;
  readonly full: boolean;
  readonly write: boolean;
  readonly today?: string;
}

export const command = buildCommand<PlanFlags, [string?], Context>({
  func: plan,
  parameters: {
    flags: {
      case: caseDir,
      json,
      full: flag("All of the ledger, with the employer's figures: for you alone"),
      write: {kind: 'boolean', brief: 'Write out/brief.html and out/plan.json into the case', default: true},
      today: dayFlag('The day to plan as of, where the case pins none (YYYY-MM-DD)'),
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {parse: String, brief: 'The case folder; here unless told', placeholder: 'CASE', optional: true},
      ],
    },
  },
  docs: {
    brief: BRIEFS.plan,
    fullDescription: [
      'Holds the offers of a case against the guide and its rules, checks every claim, and prints the plan: stance,',
      'asks in order, scripts that are safe to say, rebuttals, and what to leave unsaid. Writes out/brief.html to bring.',
      '',
      'What is printed, out/brief.html and out/plan.json are edition call: yours, open while you talk, without a',
      'confidential figure and without what case.yaml rules out. With --full, what is printed is edition desk: all of the',
      "ledger, with the employer's figures, for you alone; the files in out/ stay edition call.",
      '',
      'EXAMPLES',
      '  parley plan examples/millennium-devops',
      '  parley plan my-case --json --no-write > plan.json',
      '  parley plan my-case --full --no-write',
    ].join('\n'),
  },
});

/** `parley plan`: the plan on stdout, the brief and the plan as files in the case's out folder. */
export async function plan(this: Context, flags: PlanFlags, position?: string): Promise<void> {
  const folder = caseFolder(this, flags, position);
  if (folder === null) return;
  const watch = watching(this);
  const {report, findings} = await planCase(
    {folder},
    {
      today: flags.today ?? this.today,
      progress: watch.progress,
      cache: caseCache(folder, `${programPrint()} ${process.version}`),
    },
  );
  watch.end();
  sayFindings(this, findings);
  if (report === null) return this.exit(EXIT.input);
  for (const notice of report.notices) this.talk(notice);

  const shown = report.for(flags.full ? 'desk' : 'call');
  if (flags.json) this.print(jsonText(shown));
  else {
    const document = planDocument(shown.report, {edition: shown.edition, full: flags.full});
    this.print(printTerminal(document, {width: this.width, colour: this.colour, clean: shown.clean}));
  }
  if (flags.write) await write(this, folder, report);
}

/** The report with the cards of its figures. */
function jsonText({report, clean}: Sealed<Brief>): string {
  const {json, figures} = jsonOf(report, clean);
  return `${JSON.stringify({...(json as object), figures}, null, 2)}\n`;
}

/** The brief to bring is open while one talks, whatever is printed here. */
async function write(context: Context, folder: string, planned: Planned): Promise<void> {
  const call = planned.for('call');
  const document = planDocument(call.report, {edition: 'call', full: true});
  const files = [
    {path: join(folder, 'out', 'plan.json'), text: jsonText(call)},
    {path: join(folder, 'out', 'brief.html'), text: await printHtml(document, {clean: call.clean})},
  ];
  for (const {path, text} of files) {
    const failed = writeAtomic(path, text);
    sayFindings(context, failed);
    if (failed.length > 0) context.exit(EXIT.input);
    else context.talk(`wrote ${path}`);
  }
}
