import {count, guideQuote, say} from '../../figure/index.ts';
import type {Slot} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

const SHOWN = 4;

export const leftoverPlaceholder: AuditCheck = {
  name: 'leftover-placeholder',
  severity: 'warning',
  says: 'a bracket that the reader was to fill, left in a script or in the strategy',
  *check({levers, strategy}): Iterable<AuditHit> {
    const said: readonly (readonly [string, readonly Slot[]])[] = [
      ...levers.map(lever => [`lever "${lever.title}"`, lever.slots] as const),
      ...(strategy === null ? [] : [['the strategy', strategy.slots] as const]),
    ];
    for (const [what, slots] of said) {
      const [first] = slots;
      if (first === undefined) continue;
      const names = [...new Set(slots.map(({text}) => text))];
      const more = names.length > SHOWN ? say` and ${count(names.length - SHOWN)} more` : null;
      yield {
        message: say`${guideQuote(what)} leaves ${guideQuote(names.slice(0, SHOWN).join(', '))}${more} to fill in`,
        span: first.span,
        hint: 'put your own figure or name in its place, or leave the sentence unsaid',
      };
    }
  },
};
