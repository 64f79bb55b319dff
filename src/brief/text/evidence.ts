import {named} from '../notes.ts';
import {type Line, margin, run, wrap} from './line.ts';
import {type Sheet, section} from './parts.ts';

/** The notes in the order the figures were read: how strong, whose, and where to look. Written last. */
export function evidence(sheet: Sheet): readonly Line[] {
  const {plan, notes, width} = sheet;
  const rule = `A figure is put into a script only where it is ${plan.spokenFrom} or stronger; an ask is your own and needs no proof.`;
  return section(sheet, 'evidence', [
    ...wrap([run(rule, 'muted')], width),
    ...notes
      .all()
      .flatMap(note =>
        wrap(
          [
            run(note.evidence.tier, 'bold'),
            ...(named(note) ? [run(` ${note.evidence.source}`)] : []),
            ...(note.where === null ? [] : [run(` ${note.where}`, 'muted')]),
          ],
          width,
          margin(`[${note.number}]`.padStart(5).concat(' '), '      ', 'muted'),
        ),
      ),
  ]);
}
