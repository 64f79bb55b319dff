import {type Known, type Prose, reaching, say, styled} from '../figure/index.ts';
import {type Asking, type AskPart, withNote} from './ask-draft.ts';
import {atHome} from './frame.ts';
import {positionFigure} from './judge.ts';
import {positionKey} from './rules.ts';
import {covers} from './table.ts';

/**
 * The floor of the same part and the same period: a grant over years is no floor of a sum by the year. Where the table has as
 * much already there is none to keep.
 */
export function floorOf(
  component: AskPart,
  grant: boolean,
  table: Known | null,
  {floors, frame}: Asking,
): Prose | null {
  const floor = floors.find(position => {
    const key = positionKey(position);
    return key.component === component && (key.grant === true) === grant;
  });
  if (floor === undefined) return null;
  const figure = positionFigure(floor, positionKey(floor));
  const {sum, note} = floor.unit === 'money' ? atHome(figure, frame) : {sum: figure, note: null};
  const kept = floor.guaranteed || floor.written || floor.unit === 'percent';
  if (!kept && table !== null && covers(table, sum)) return null;
  const terms = [
    floor.guaranteed ? 'guaranteed' : '',
    floor.written ? 'in writing' : '',
    floor.unit === 'percent' ? 'of a base that the letter names' : '',
  ].filter(term => term !== '');
  const shown = note === null ? sum : styled(sum, 'money');
  const told = say`accept at ${shown}${terms.map(term => `, ${term}`).join('')}`;
  return reaching(withNote(told, note), 'call');
}
