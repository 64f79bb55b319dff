import {annotate, atEnd, ofGuide, recordCite} from '../cite.ts';
import type {LeverPlan} from '../../strategy/index.ts';
import {sentence} from '../words.ts';
import {EMPTY, type Line, margin, run, wrap} from '../../page/index.ts';
import {bullet, claimRef, labelled, marked, type Sheet, section, spoken} from './parts.ts';
import {withheld} from './unsaid.ts';

/** The arguments: the script, what was left out of it, what to answer, which paper would help. */
export function levers(sheet: Sheet): readonly Line[] {
  const {plan} = sheet;
  if (plan.levers.length === 0) return section(sheet, 'levers', [[run('The guide names no lever.')]]);
  const lines = plan.levers.flatMap((lever, index) => [
    ...(index === 0 ? [] : [EMPTY]),
    ...one(sheet, lever, index + 1),
  ]);
  return section(sheet, 'levers', lines);
}

function one(sheet: Sheet, lever: LeverPlan, order: number): readonly Line[] {
  const {plan, width} = sheet;
  const guide = ofGuide(plan, lever.span);
  const under = (heading: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [[run(`  ${heading}`, 'muted')], ...lines];
  const refs = lever.claims.flatMap((id, index) => [
    ...(index === 0 ? [] : [run(', ')]),
    ...claimRef(sheet, id),
  ]);
  return [
    ...wrap([run(lever.title, 'bold')], width, margin(`${order} `, '  ', 'accent')),
    ...labelled(sheet, 'ask', marked(sheet, atEnd(lever.ask, guide))),
    ...spoken(sheet, lever.script),
    ...(refs.length === 0 ? [] : labelled(sheet, 'rests on', refs)),
    ...under('what your record shows, and what would turn it', recorded(sheet, lever)),
    ...under('left out of the script', withheld(sheet, lever.withheld)),
    ...under(
      'if they say',
      lever.rebuttals.flatMap(rebuttal => [
        ...wrap([run(`“${rebuttal.they}”`, 'muted')], width, margin('  › ', '    ', 'muted')),
        ...wrap(marked(sheet, annotate(plan, rebuttal.you)), width, margin('    ')),
      ]),
    ),
    ...under(
      'paper that would strengthen it',
      lever.strengthen.flatMap(paper => bullet(sheet, marked(sheet, atEnd(sentence(paper), guide)), '+')),
    ),
  ];
}

/** Each measured figure with how it was counted, and beneath it what would turn it: for the reader, not to be said. */
function recorded(sheet: Sheet, {record}: LeverPlan): readonly Line[] {
  return record.flatMap(one => [
    ...bullet(sheet, [
      ...marked(sheet, recordCite(sheet.plan, one)),
      run(`, ${one.how}  `, 'muted'),
      ...claimRef(sheet, one.claim),
    ]),
    ...one.turns.flatMap(turn => wrap([run(`${sentence(turn)}.`)], sheet.width, margin('    '))),
  ]);
}
