import {buildCommand} from '@stricli/core';
import {value as ask} from '../../desk/index.ts';
import {valueDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import {caseAndWords} from '../case-folder.ts';
import {type Context, worldOn} from '../context.ts';
import {caseAndOffers, caseDir, dayFlag, html, json, seed} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface ValueFlags extends PrintFlags {
  readonly case?: string;
  readonly today?: string;
  readonly seed?: number;
}

/** `parley value`: offers side by side, of a case or of files. */
async function value(this: Context, flags: ValueFlags, ...words: string[]): Promise<void> {
  const named = caseAndWords(this, flags, words);
  if (named === null) return;
  const isOfFiles = named.words.length > 0 && named.words.every(word => /\.ya?ml$/.test(word));
  const isCaseNamed = flags.case !== undefined || named.words.length < words.length;
  const folder = isOfFiles && !isCaseNamed ? null : named.folder;
  const world = worldOn(this, flags.today);
  const report = answered(
    this,
    await ask({folder, offers: named.words, seed: flags.seed}, world),
    folder ?? undefined,
  );
  if (report !== null) await show(this, flags, report, valueDocument(report));
}

export const command = buildCommand<ValueFlags, string[], Context>({
  func: value,
  parameters: {
    flags: {
      case: caseDir,
      today: dayFlag('The day to look from, where the case pins none (YYYY-MM-DD)'),
      seed,
      html,
      json,
    },
    positional: caseAndOffers('offers of it by name, or files of offers; all of the case unless told'),
  },
  docs: {
    brief: BRIEFS.value,
    fullDescription: [
      'Reads offers side by side: what they are worth over chance and over what is assumed, and what would change the order;',
      'every term as a clause to hold against the letter, with what it does not say; what each year',
      "of service pays, guaranteed, at target, with all that varies at zero, and as claimed; what leaving today's job costs, by",
      'the day on which notice is given; and what to ask the recruiter. Edition desk: for you alone.',
      '',
      'EXAMPLES',
      '  parley value examples/millennium-devops',
      '  parley value my-case today rival',
      '  parley value offers/today.yaml offers/rival.yaml --json',
    ].join('\n'),
  },
});
