import type {Source} from '../base/index.ts';
import type {CaseFinding} from './finding.ts';

const CONFIDENTIAL = /\bconfidential\b/i;
/** A number with its grouping, but no day of the calendar. */
const NUMBER = /(?<![\d-])-?\d(?:[\d.,_']*\d)?(?![\d]|-\d)/g;

/**
 * A file that cannot be read cannot say which of its numbers are secret either. Where it speaks of anything
 * confidential, what is wrong with it is said without quoting a number of it; days are quoted as ever.
 */
export function hush(findings: readonly CaseFinding[], sources: readonly Source[]): readonly CaseFinding[] {
  const wary = new Map(
    sources.filter(source => CONFIDENTIAL.test(source.text)).map(source => [source.file, source.text]),
  );
  if (wary.size === 0) return findings;
  return findings.map(one => {
    const text = wary.get(one.span?.file ?? '');
    if (text === undefined) return one;
    const quiet = (said: string) => said.replace(NUMBER, number => (text.includes(number) ? '…' : number));
    return {...one, message: quiet(one.message), ...(one.hint === undefined ? {} : {hint: quiet(one.hint)})};
  });
}
