import {buildCommand} from '@stricli/core';
import {FOR_YOUR_EYES} from '../../impact/index.ts';
import {impact as ask, type Impact} from '../../desk/index.ts';
import {recordPlace} from '../case-folder.ts';
import {draw} from '../../page/index.ts';
import {impactCharts, impactDocument, standalone} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import type {Context} from '../context.ts';
import {caseDir, flag, html, json, recordPath, seed, skipBad, text, whole} from '../flags.ts';
import {writeOut} from '../finished.ts';
import {answered, type PrintFlags, show} from '../show.ts';
import {join} from 'node:path';

interface ImpactFlags extends PrintFlags {
  readonly case?: string;
  readonly seed?: number;
  readonly draws: number;
  readonly skipBad: boolean;
  readonly full: boolean;
  readonly charts?: string;
}

export const command = buildCommand<ImpactFlags, [string?], Context>({
  func: impact,
  parameters: {
    flags: {
      case: caseDir,
      seed,
      draws: {
        kind: 'parsed',
        parse: whole(100, 100_000),
        brief: 'How often everything uncertain is drawn anew for the intervals',
        default: '2000',
        placeholder: 'N',
      },
      skipBad,
      full: flag('Every pod, every outage and every quarter'),
      html,
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

/** `parley impact [CASE|PATH]`: the record in money. */
async function impact(this: Context, flags: ImpactFlags, position?: string): Promise<void> {
  const place = recordPlace(this, flags, position);
  if (place === null) return;
  const {draws, skipBad: isSkipping, seed = null} = flags;
  const question = {...place, seed, draws, skipBad: isSkipping};
  const answer = answered(this, await ask(question, this.world), place.beside);
  if (answer === null) return;
  await show(this, flags, answer.report, impactDocument(answer, flags));
  if (flags.charts !== undefined) await writeCharts(this, flags.charts, answer);
}

/** Writes the pictures of a report into a folder. What there is nothing to draw for is said, and why. */
async function writeCharts(context: Context, folder: string, {report, pictures}: Impact): Promise<void> {
  context.talk(FOR_YOUR_EYES);
  for (const [file, chart] of impactCharts(report, pictures)) {
    const path = join(folder, file);
    if (typeof chart === 'string') context.talk(`no ${path}: ${chart}`);
    else writeOut(context, path, standalone(await draw(chart)));
  }
}
