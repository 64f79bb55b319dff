import type {Span} from '../../base/index.ts';
import {count, guideQuote, say} from '../../figure/index.ts';
import {hitsIn} from '../hits.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** `[X]K`, `[Google/Meta]`, `[3/4]`; not a link, a footnote's `[1]` or `[Source: …]`. */
const SLOT = /\[(?!\d{1,2}\]|\s*sources?\b)[^[\]\n]{1,200}\](?!\(|:)(?:[KMBL]\b|%)?\+?/gi;
/** The sign of money before it. */
const SIGN = /(?:[A-Z]{1,3})?[$£€₹₪¥]$/;
const SHOWN = 4;

export const leftoverPlaceholder: AuditCheck = {
  name: 'leftover-placeholder',
  severity: 'warning',
  says: 'a bracket that the reader was to fill, left in a script or in the strategy',
  *check(guide, source): Iterable<AuditHit> {
    const said: readonly (readonly [string, Span])[] = [
      ...guide.levers.map(lever => [`lever "${lever.title}"`, lever.span] as const),
      ...(guide.strategy === null ? [] : [['the strategy', guide.strategy.passage.span] as const]),
    ];
    for (const [what, {from, to}] of said) {
      const slots = slotsOf(source.text.slice(from, to));
      const [first] = slots;
      if (first === undefined) continue;
      const names = [...new Set(slots.map(({words}) => words))];
      const more = names.length > SHOWN ? say` and ${count(names.length - SHOWN)} more` : null;
      yield {
        message: say`${guideQuote(what)} leaves ${guideQuote(names.slice(0, SHOWN).join(', '))}${more} to fill in`,
        span: source.span(from + first.at, from + first.at + first.words.length),
        hint: 'put your own figure or name in its place, or leave the sentence unsaid',
      };
    }
  },
};

function slotsOf(text: string): {at: number; words: string}[] {
  if (!text.includes('[')) return [];
  return hitsIn(text, SLOT).map(({0: slot, index}) => {
    const sign = SIGN.exec(text.slice(Math.max(0, index - 4), index))?.[0] ?? '';
    return {at: index - sign.length, words: sign + slot};
  });
}
