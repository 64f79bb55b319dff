import {atEnd, ofGuide, ofToday} from '../cite.ts';
import {sentence} from '../words.ts';
import {EMPTY, type Line, margin, run, wrap} from '../../page/index.ts';
import {labelled, marked, type Sheet, section, spoken} from './parts.ts';

/** What to ask for, in order, each with its floor and the sentence to say. */
export function asks(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  if (plan.asks.length === 0) return section(sheet, 'asks', [[run('The guide’s strategy names no ask.')]]);
  const lines = plan.asks.flatMap((ask, index) => {
    const guide = ofGuide(plan, ask.span);
    return [
      ...(index === 0 ? [] : [EMPTY]),
      ...wrap(marked(sheet, atEnd(ask.text, guide), 'bold'), width, margin(`${index + 1} `, '  ', 'accent')),
      ...labelled(sheet, 'on the table', marked(sheet, atEnd(ask.now, ofToday(plan, ask)))),
      ...(ask.floor === null ? [] : labelled(sheet, 'floor', marked(sheet, atEnd(ask.floor, guide)))),
      ...labelled(sheet, 'why', marked(sheet, atEnd(sentence(ask.why), guide))),
      ...spoken(sheet, [ask.say]),
    ];
  });
  return section(sheet, 'asks', lines);
}
