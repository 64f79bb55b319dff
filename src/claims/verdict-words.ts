import type {Verdict} from './types.ts';

/** The verdict in one sentence, and the figure that does hold or what is missing. */
export function verdictWords(verdict: Verdict): {readonly because: string; readonly instead: string} {
  switch (verdict.kind) {
    case 'holds':
      return {because: verdict.because, instead: ''};
    case 'holds only if':
      return {because: verdict.assumption, instead: verdict.instead};
    case 'does not hold':
      return {because: verdict.because, instead: verdict.instead};
    case 'cannot be checked':
      return {because: verdict.because, instead: `needs ${verdict.needs}`};
  }
}

/** A verdict in one line: "holds only if the day has 720 minutes; $961,538 at 390 minutes". */
export function showVerdict(verdict: Verdict): string {
  const {because, instead} = verdictWords(verdict);
  const lead = verdict.kind === 'holds only if' ? verdict.kind : `${verdict.kind}:`;
  return `${lead} ${because}${instead === '' ? '' : `; ${instead}`}`;
}
