import {isCeiling} from '../../english/index.ts';
import type {Band} from '../types.ts';

/** A cell that says the most there is, "up to $60K", as a range from none; any other as it is. */
export function fromNone(band: Band): Band {
  const isMost = band.note !== null && band.low === band.high && isCeiling(band.note);
  return isMost ? {...band, low: 0} : band;
}
