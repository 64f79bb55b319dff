import {type Note, named} from '../notes.ts';
import {type Line, margin, run, STAY, wrap} from '../../page/index.ts';
import {type Sheet, section} from './parts.ts';

/** The notes in the order the figures were read: how strong, whose, and where to look. Written last. */
export function evidence(sheet: Sheet): readonly Line[] {
  const {plan, notes, width} = sheet;
  const rule = `A figure is put into a script only where it is ${plan.spokenFrom} or stronger; an ask is your own and needs no proof.`;
  return section(sheet, 'evidence', [
    ...wrap([run(rule, 'muted')], width),
    ...wrap(notes.all().flatMap(noteRun), width, margin('  ')),
  ]);
}

/** `[3] documented, offer letter of 2026-11-12, offers/citadel.yaml:14:5`, kept together with what follows it. */
function noteRun(note: Note): Line {
  // The guide's own places need no tier: their file says it.
  const tier = note.evidence.tier === 'guide' && !named(note) ? [] : [note.evidence.tier];
  const words = [
    ...tier,
    ...(named(note) ? [note.evidence.source] : []),
    ...(note.where === null ? [] : [note.where]),
  ];
  return [run(`[${note.number}]${STAY}`, 'muted'), run(`${words.join(', ')}   `)];
}
