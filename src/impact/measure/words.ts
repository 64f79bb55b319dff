import {showShare} from '../../base/index.ts';

/** Minutes to three digits, for words that say why there is no answer: `9.25`. */
export function inMinutes(minutes: number): string {
  return String(Number(minutes.toPrecision(3)));
}

/** A share with two digits of the smaller of what it has and what it lacks, for such words: `99.982%`, `2.5%`, `93%`. */
export function inPercent(share: number): string {
  const least = Math.min(share, 1 - share);
  const decimals = least > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(100 * least)))) : 0;
  return showShare(share, decimals);
}
