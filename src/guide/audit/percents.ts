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
    const said = sentencesOfGuide(guide).flatMap(sentence =>
      sentence.figures.map(figure => ({sentence, figure})),
    );
    const shares = said
      .filter(({sentence, figure}) => isBareShare(sentence, figure))
      .map(({figure}) => figure);
    const [first] = shares;
    if (first !== undefined)
      yield {
        message: `${[...new Set(shares.map(({text}) => text))].join(', ')} ${first.of}: of what, in money?`,
        span: first.span,
        hint: 'ask for the sum it is a share of, last year’s and the year’s before, in writing',
      };
    for (const {sentence, figure} of said) {
      if (!isBareChange(sentence, figure)) continue;
      yield {
        message: `${figure.of ?? 'a change'} by ${figure.text}: from what?`,
        span: figure.span,
        hint: 'state the figure before and after, measured the same way',
      };
    }
  },
};

/** "2.5% blended PnL participation"; "8-15% of their pod's annual PnL" says what it is a share of. */
function isBareShare(sentence: Sentence, figure: Figure): boolean {
  return (
    figure.kind === 'percent' &&
    PARTICIPATION.test(figure.of ?? '') &&
    !/^\+?\s+of\s/.test(behind(sentence, figure))
  );
}

/** "reduce deployment time by 70%", with no figure it comes from. */
function isBareChange(sentence: Sentence, figure: Figure): boolean {
  if (figure.kind !== 'percent') return false;
  const before = sentence.text.slice(0, sentence.text.indexOf(figure.text));
  const changes = /\bby\s+(?:up to |about |approximately |around |~)?$/i.test(before) && CHANGE.test(before);
  return changes && !(/\bfrom\b/i.test(before) && sentence.figures.some(one => one.kind !== 'percent'));
}

function behind({text}: Sentence, figure: Figure): string {
  const at = text.indexOf(figure.text);
  return at < 0 ? '' : text.slice(at + figure.text.length);
}
