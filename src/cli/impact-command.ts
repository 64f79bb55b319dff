import {buildCommand} from '@stricli/core';
import type {Context} from './context.ts';
import {caseDir, flag, json, recordPath, skipBad, text} from './flags.ts';

export interface ImpactFlags {
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

export const impactCommand = buildCommand<ImpactFlags, [string?], Context>({
  loader: async () => (await import('./commands/impact.ts')).impact,
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
    brief: 'Your record in money: at risk, lost and protected, per pod',
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
