import type {Calendar} from '../../calendar/index.ts';

/** `XNYS sessions`, or `around the clock`. */
export function hoursOf({id}: Pick<Calendar, 'id'>): string {
  return id === '24x7' ? 'around the clock' : `${id} sessions`;
}
