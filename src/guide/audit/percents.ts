import {changeBefore, isCompared, namesParticipation, sharesIn, speaksOf} from '../../english/index.ts';
import {guideQuote, join, say} from '../../figure/index.ts';
import {inWords} from '../stated.ts';
import type {Figure, Passage, Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';
import {passagesOf} from './said.ts';

/** How far before a percentage the verb of its change may stand. */
const LONGEST = 80;
export const percentWithoutBase: AuditCheck = {
  name: 'percent-without-base',
  severity: 'warning',
  says: 'a percentage of nothing that the guide names in money or in numbers',
  *check(guide): Iterable<AuditHit> {
    const percents: {sentence: Sentence; figure: Figure; passage: Passage}[] = [];
    for (const passage of passagesOf(guide))
      for (const sentence of passage.sentences)
        for (const figure of sentence.figures)
          if (figure.kind === 'percent') percents.push({sentence, figure, passage});
    const shares = percents
      .filter(({sentence, figure, passage}) => isBareShare(sentence, figure) && !namesSum(passage))
      .map(({figure}) => figure);
    const [first] = shares;
    if (first !== undefined)
      yield {
        message: say`${join([...new Map(shares.map(one => [one.text, say`${inWords(one, one.text)}`])).values()], ', ')} ${guideQuote(first.of ?? '')}: of what, in money?`,
        span: first.span,
        hint: 'ask for the sum it is a share of, last year’s and the year’s before, in writing',
      };
    for (const {sentence, figure} of percents) {
      const change = bareChange(sentence, figure);
      if (change === null) continue;
      yield {
        message: say`${guideQuote(change)} ${inWords(figure, figure.text)}: from what?`,
        span: figure.span,
        hint: 'state the figure before and after, measured the same way',
      };
    }
  },
};

/** "35 pods with a combined annual PnL of $1.2B": what a share in the same passage is of. */
function namesSum({sentences}: Passage): boolean {
  return sentences.some(({figures}) =>
    figures.some(({kind, of}) => kind === 'money' && namesParticipation(of ?? '')),
  );
}

/** "2.5% blended PnL participation"; "8-15% of their pod's annual PnL" says what it is a share of. */
function isBareShare(sentence: Sentence, figure: Figure): boolean {
  if (!namesParticipation(figure.of ?? '') || /^\+?\s+of\s/.test(behind(sentence, figure))) return false;
  return !sharesIn(sentence.text).some(({share}) => sentence.figures[share] === figure);
}

/**
 * The words of "reduce deployment time by" 70%, where no figure is told that it comes from and no sum that it is of; null
 * where one is, and where pay is what changes: that comes from the offer.
 */
function bareChange(sentence: Sentence, figure: Figure): string | null {
  const at = sentence.text.indexOf(figure.text);
  const change = changeBefore(sentence.text.slice(Math.max(0, at - LONGEST), at));
  if (change === null || change.ofPay) return null;
  const after = behind(sentence, figure);
  // "a $20M budget by 15%", "costs by 20% ($3M a year)", "from 50 minutes by 60%", "by 10% versus plan"
  const told =
    sentence.figures.some(one => one.kind === 'money' && one.span.from < figure.span.from) ||
    /^\+?\s*\([~≈]?[$£€₹]/.test(after) ||
    isCompared(after) ||
    isWorth(sentence, figure) ||
    (change.from && sentence.figures.some(one => one.kind !== 'percent'));
  return told ? null : change.words;
}

/** "by 40%, saving $1M a year". */
function isWorth({text, figures}: Sentence, {span}: Figure): boolean {
  const sum = figures.find(({kind, span: {from}}) => kind === 'money' && from >= span.to);
  if (sum === undefined) return false;
  const at = text.indexOf(sum.text);
  return speaksOf('prevents', text.slice(Math.max(0, at - LONGEST / 4), Math.max(0, at)));
}

function behind({text}: Sentence, figure: Figure): string {
  const at = text.indexOf(figure.text);
  return at < 0 ? '' : text.slice(at + figure.text.length);
}
