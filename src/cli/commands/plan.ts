import {buildCommand} from '@stricli/core';
import {join} from 'node:path';
import {plan as ask, type Planned} from '../../desk/index.ts';
import {finishSet, folderCache, programPrint, writeSet} from '../../files/index.ts';
import {printHtml} from '../../page/index.ts';
import {planDocument} from '../../views/index.ts';
import {caseFolder} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, worldOn} from '../context.ts';
import {caseDir, dayFlag, flag, html, json} from '../flags.ts';
import {answered, jsonText, type PrintFlags, show, wrote} from '../show.ts';

/** What Parley writes for people, in a case. */
const OUT = 'out';

interface PlanFlags extends PrintFlags {
  readonly case?: string;
  readonly full: boolean;
  readonly write: boolean;
  readonly today?: string;
}

export const command = buildCommand<PlanFlags, [string?], Context>({
  func: plan,
  parameters: {
    flags: {
      case: caseDir,
      html,
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
async function plan(this: Context, flags: PlanFlags, position?: string): Promise<void> {
  const folder = caseFolder(this, flags, position);
  if (folder === null) return;
  if (flags.write) finishSet(join(folder, OUT));
  const world = {
    ...worldOn(this, flags.today),
    cache: folderCache(folder, `${programPrint()} ${process.version}`),
  };
  const report = answered(this, await ask({folder}, world), folder);
  if (report === null) return;
  const {full} = flags;
  const {report: shown, edition, clean} = report.for(full ? 'desk' : 'call');
  await show(this, flags, shown, planDocument(shown, {edition, full}), clean);
  if (flags.write) await write(this, folder, report);
}

/** The brief to bring is open while one talks, whatever is printed here. */
async function write(context: Context, folder: string, planned: Planned): Promise<void> {
  const {report, clean} = planned.for('call');
  const document = planDocument(report, {edition: 'call', full: true});
  const out = join(folder, OUT);
  const files = [
    {path: 'plan.json', text: jsonText(report, clean)},
    {path: 'brief.html', text: await printHtml(document, {clean})},
  ];
  wrote(
    context,
    files.map(({path}) => join(out, path)),
    writeSet(out, files),
  );
}
