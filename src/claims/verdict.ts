import {atLeast, type Tier} from '../base/index.ts';
import {type Input, isEmpty, join, type Prose, quote, say, tierOf} from '../figure/index.ts';
import type {Margin, Verdict} from './types.ts';

/** The weakest evidence on which the reader's own figure may be spoken as a fact. */
export const SPOKEN_FROM: Tier = 'documented';

/** Whether there is paper behind the inputs of a figure that is right, and a record of any effect behind one that was measured. */
export function backed(inputs: readonly Input[], because: Prose, margin: Margin | undefined): Verdict {
  if (inputs.length === 0)
    return {
      kind: 'cannot be checked',
      because: say`no fact stands behind it`,
      needs: say`a formula over facts of the case`,
    };
  const weak = inputs.filter(({figure}) => !atLeast(tierOf(figure), SPOKEN_FROM));
  if (weak.length === 0 && margin?.shown === false)
    return {
      kind: 'cannot be checked',
      because: say`not shown: its interval, ${margin.interval?.ends}, includes no effect at all`,
      needs: say`a longer record, or one in which more happened`,
    };
  if (weak.length === 0) return {kind: 'holds', because};
  return {
    kind: 'cannot be checked',
    because: join(
      weak.map(({label, figure}) => say`${quote(label)} is ${tierOf(figure)} only`),
      '; ',
    ),
    needs: say`an export, a letter or a contract that shows it`,
  };
}

/** The verdict in one sentence, and the figure that does hold or what is missing; empty where nothing is. */
export function verdictWords(verdict: Verdict): {readonly because: Prose; readonly instead: Prose} {
  switch (verdict.kind) {
    case 'holds':
      return {because: verdict.because, instead: say``};
    case 'holds only if':
      return {because: verdict.assumption, instead: verdict.instead};
    case 'does not hold':
      return {because: verdict.because, instead: verdict.instead};
    case 'cannot be checked':
      return {because: verdict.because, instead: say`needs ${verdict.needs}`};
  }
}

/** A verdict in one line: "holds only if the day has 720 minutes; $961,538 at 390 minutes". */
export function showVerdict(verdict: Verdict): Prose {
  const {because, instead} = verdictWords(verdict);
  const lead = verdict.kind === 'holds only if' ? verdict.kind : `${verdict.kind}:`;
  return isEmpty(instead) ? say`${lead} ${because}` : say`${lead} ${because}; ${instead}`;
}
