import {reasoned} from '../cite.ts';
import {STANCE_WORDS, sentence, tally} from '../words.ts';
import {EMPTY, type Line, run, wrap} from '../../page/index.ts';
import {bullet, marked, type Sheet} from './parts.ts';

/** Who, what and when, then what to do and why. */
export function stance(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  const due = plan.deadline === null ? '' : ` · decide by ${plan.deadline}`;
  return [
    ...wrap([run(`${plan.role}, ${plan.company}`, 'bold')], width),
    ...wrap([run(`${plan.region} · for ${plan.who} · as of ${plan.today}${due}`, 'muted')], width),
    [run('═'.repeat(width), 'muted')],
    EMPTY,
    [run(STANCE_WORDS[plan.stance.action].toUpperCase(), 'accent')],
    ...plan.stance.because.flatMap(reason => bullet(sheet, marked(sheet, reasoned(plan, sentence(reason))))),
    EMPTY,
    ...wrap([run(tally(plan.ledger), 'muted')], width),
  ];
}
