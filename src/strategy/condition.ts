import {conditionIn, type SaidCondition, saysPlainly} from '../english/index.ts';
import {guideQuote, type Prose, say} from '../figure/index.ts';
import type {Offer} from '../terms/index.ts';
import type {RuleOutcome} from './judge.ts';

/** "If the role does not include X" against what the offer says of X. */
export function judgeCondition(offer: Offer, condition: string): RuleOutcome {
  const {words, lack} = conditionIn(condition);
  const told = offer.scope.filter(one => saysPlainly(one.text, lack?.what ?? words));
  const [said] = told;
  if (said === undefined || told.some(one => one.included !== said.included))
    return {outcome: 'unknown', shown: say`not stated`, question: questionOf({words, lack})};
  const bites = lack === null ? said.included : !said.included;
  return {
    outcome: bites ? 'fail' : 'pass',
    shown: said.included ? say`included` : say`not included`,
    question: null,
  };
}

function questionOf({words, lack}: SaidCondition): Prose {
  return lack === null
    ? say`Is it so that ${guideQuote(words)}?`
    : say`${guideQuote(lack.question)}, and does the letter say so?`;
}
