import type {Span} from '../../base/index.ts';
import type {Found, Rule} from './rule.ts';

/** `$[X]K`, `[Google/Meta]`, `L[3/4]`; not a link, a footnote's `[1]` or `[Source: …]`. */
const SLOT =
  /(?:(?:[A-Z]{1,3})?[$£€₹₪¥])?\[(?!\d{1,2}\]|\s*sources?\b)[^[\]\n]{1,200}\](?!\(|:)(?:[KMBL]\b|%)?\+?/gi;
const SHOWN = 4;

export const leftoverPlaceholder: Rule = {
  name: 'leftover-placeholder',
  severity: 'warning',
  says: 'a bracket that the reader was to fill, left in a script or in the strategy',
  *check(guide, source): Iterable<Found> {
    const said: readonly (readonly [string, Span])[] = [
      ...guide.levers.map(lever => [`lever "${lever.title}"`, lever.span] as const),
      ...(guide.strategy === null ? [] : [['the strategy', guide.strategy.passage.span] as const]),
    ];
    for (const [what, {from, to}] of said) {
      const slots = [...source.text.slice(from, to).matchAll(SLOT)];
      const [first] = slots;
      if (first === undefined) continue;
      const names = [...new Set(slots.map(([slot]) => slot))];
      const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
      yield {
        message: `${what} leaves ${names.slice(0, SHOWN).join(', ')}${more} to fill in`,
        span: source.span(from + first.index, from + first.index + first[0].length),
        hint: 'put your own figure or name in its place, or leave the sentence unsaid',
      };
    }
  },
};
