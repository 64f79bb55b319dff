import type {Verdict} from '../../claims/index.ts';

/** A verdict in one line: "holds only if the day has 720 minutes; else $961,538 at 390 minutes". */
export function showVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'holds':
      return `holds: ${verdict.because}`;
    case 'holds only if':
      return `holds only if ${verdict.assumption}; ${verdict.instead}`;
    case 'does not hold':
      return `does not hold: ${verdict.because}; ${verdict.instead}`;
    case 'cannot be checked':
      return `cannot be checked: ${verdict.because}; it needs ${verdict.needs}`;
  }
}
