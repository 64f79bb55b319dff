import {buildCommand} from '@stricli/core';
import {join} from 'node:path';
import {plan as ask, type Planned} from '../../desk/index.ts';
import {finishSet, folderCache, programPrint} from '../../files/index.ts';
import {planDocument} from '../../views/index.ts';
import {caseFolder} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, worldOn} from '../context.ts';
import {caseDir, dayFlag, flag, html, json} from '../flags.ts';
import {type Output, output, writeAll} from '../finished.ts';
import {answered, jsonText, page, type PrintFlags, shown} from '../show.ts';

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
  if (flags.write) finishSet(join(folder, 'out'));
  const world = {
    ...worldOn(this, flags.today),
    cache: folderCache(folder, `${programPrint()} ${process.version}`),
  };
  const report = answered(this, await ask({folder}, world), folder);
  if (report === null) return;
  const {full} = flags;
  const sealed = report.for(full ? 'desk' : 'call');
  const document = planDocument(sealed.report, {edition: sealed.edition, full});
  const printed = await shown(this, flags, sealed.report, document, sealed);
  writeAll(this, [...printed, ...(flags.write ? await filesOf(folder, report) : [])]);
}

/** The brief to bring is open while one talks, whatever is printed here. */
async function filesOf(folder: string, planned: Planned): Promise<readonly Output[]> {
  const sealed = planned.for('call');
  const document = planDocument(sealed.report, {edition: 'call', full: true});
  return [
    output(join(folder, 'out', 'plan.json'), jsonText(sealed.report, sealed.clean), 'json', sealed),
    await page(join(folder, 'out', 'brief.html'), document, sealed),
  ];
}
