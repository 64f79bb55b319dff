import {join, type Prose, say} from '../../figure/index.ts';
import type {Term} from '../types.ts';
import {exerciseOf} from './checks.ts';
import {sumWords, tailWords} from './phrases.ts';

/**
 * A term as one plain English clause, to hold against the letter: "Bonus: $110,000 a year is meant, $85,000 of it guaranteed".
 * All that was typed of it stands there.
 */
export function clauseOf(term: Term): Prose {
  const sum = sumWords(term);
  const tail = tailWords(term);
  const first = sum === null ? null : say`${sum}${meantWords(term)}`;
  const exercise = term.component === 'options' ? exerciseOf(term) : null;
  const worth =
    exercise === null
      ? null
      : say`${exercise.gross} at that price, ${exercise.cost} of it to exercise, so ${exercise.over} is claimed`;
  const parts = [first, ...tail, worth].filter(one => one !== null);
  return parts.length === 0 ? say`no more is said` : join(parts, ', ');
}

/** What a sum is, by whether it is guaranteed. */
function meantWords({component, guaranteed, more, share}: Term): string {
  if (component === 'deferral') return ' is deferred';
  if (component === 'gardenLeave' || component === 'nonCompete' || component === 'severance')
    return share === null ? '' : ' is paid';
  if (guaranteed === true) return more?.guaranteedYears == null ? ', guaranteed' : '';
  if (more?.numbers.guaranteed !== undefined) return ' is meant';
  return guaranteed === false ? ' at the firm’s discretion' : '';
}
