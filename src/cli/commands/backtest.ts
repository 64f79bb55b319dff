import {buildCommand} from '@stricli/core';
import {backtest as ask} from '../../desk/index.ts';
import {backtestDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import {caseAndWords} from '../case-folder.ts';
import {type Context, EXIT, worldOn} from '../context.ts';
import {caseAndOffers, caseDir, dayFlag, html, json, split, text} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface BacktestFlags extends PrintFlags {
  readonly case?: string;
  readonly today?: string;
  readonly systems?: string;
}

/** `parley backtest`: what terms would have paid on the record of a case. */
async function backtest(this: Context, flags: BacktestFlags, ...words: string[]): Promise<void> {
  const named = caseAndWords(this, flags, words);
  if (named === null) return;
  const [offer = null, ...more] = named.words;
  if (more.length > 0) {
    this.talk(`one offer at a time: ${more.join(' ')} is too much`);
    return this.exit(EXIT.usage);
  }
  const {folder} = named;
  const report = answered(
    this,
    await ask({folder, offer, systems: split(flags.systems)}, worldOn(this, flags.today)),
    folder,
  );
  if (report !== null) await show(this, flags, report, backtestDocument(report));
}

export const command = buildCommand<BacktestFlags, string[], Context>({
  func: backtest,
  parameters: {
    flags: {
      case: caseDir,
      today: dayFlag('The day to look back from, where the case pins none (YYYY-MM-DD)'),
      systems: text('The systems of the record that count, with commas between them; all unless told', 'IDS'),
      html,
      json,
    },
    positional: caseAndOffers('the offer, by name or as a file; that of the firm of the case unless told'),
  },
  docs: {
    brief: BRIEFS.backtest,
    fullDescription: [
      'Holds the terms of an offer that hang on uptime, incidents, deployments or costs against the record, quarter by quarter:',
      'which test passed, by how much one failed and what that cost, and how likely each pays next. Edition desk.',
      '',
      'EXAMPLES',
      '  parley backtest my-case',
      '  parley backtest examples/millennium-devops examples/millennium-devops/strategy/new-york/anchor.yaml',
    ].join('\n'),
  },
});
