import type {Figure, Sentence} from '../types.ts';
import type {Found, Rule} from './rule.ts';
import {sentencesOfGuide} from './said.ts';

const PARTICIPATION = /\b(?:participation|pnl|profit[- ]shar\w+|carry|pool)\b/i;
const CHANGE =
  /\b(?:reduc\w+|cut\w*|lower\w*|increas\w+|improv\w+|decreas\w+|shrink\w*|boost\w*|grow\w*|accelerat\w+)\b/i;

export const percentWithoutBase: Rule = {
  name: 'percent-without-base',
  severity: 'warning',
  says: 'a percentage of nothing that the guide names in money or in numbers',
  *check(guide): Iterable<Found> {
    const told = new Set<string>();
    for (const sentence of sentencesOfGuide(guide)) {
      for (const figure of sentence.figures) {
        const why = whyBaseless(sentence, figure);
        if (why === null || told.has(`${figure.text} ${figure.of}`)) continue;
        told.add(`${figure.text} ${figure.of}`);
        yield why;
      }
    }
  },
};

function whyBaseless(sentence: Sentence, figure: Figure): Found | null {
  if (figure.kind !== 'percent') return null;
  const behind = sentence.text.split(figure.text).slice(1).join(figure.text);
  // "8-15% of their pod's annual PnL" names what it is a share of
  if (/^\+?\s+of\s/.test(behind)) return null;
  if (PARTICIPATION.test(figure.of ?? ''))
    return {
      message: `${figure.text} ${figure.of}: of what, in money?`,
      span: figure.span,
      hint: 'ask for the sum it is a share of, last year’s and the year’s before, in writing',
    };
  const before = sentence.text.slice(0, sentence.text.indexOf(figure.text));
  if (!/\bby\s+(?:up to |about |approximately |around |~)?$/i.test(before) || !CHANGE.test(before))
    return null;
  const based = sentence.figures.some(
    one => one !== figure && one.kind !== 'percent' && /\bfrom\b/i.test(before),
  );
  return based
    ? null
    : {
        message: `${figure.of ?? 'a change'} by ${figure.text}: from what?`,
        span: figure.span,
        hint: 'state the figure before and after, measured the same way',
      };
}
