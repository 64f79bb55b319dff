import {guideQuote, type Prose, say} from '../figure/index.ts';
import type {Offer} from '../terms/index.ts';
import type {RuleOutcome} from './judge.ts';

/** Ways to say that something is missing, each with the thing that is missing and the question that asks for it. */
const LACKS: readonly (readonly [RegExp, (found: readonly string[]) => {what: string; question: string}])[] =
  [
    [
      /^(.+?) (?:does not|doesn't|do not) (include|have|offer|come with) (.+)$/i,
      ([, who = '', verb = '', what = '']) => ({what, question: `Does ${who} ${verb} ${what}`}),
    ],
    [
      /^(.+?) (?:is|are) not (part of|included in) (.+)$/i,
      ([, what = '', how = '', whole = '']) => ({what, question: `Is ${what} ${how} ${whole}`}),
    ],
    [/^(?:.+? )?(?:lacks|without|no) (.+)$/i, ([, what = '']) => ({what, question: `Is there ${what}`})],
  ];

/** "If the role does not include X" against what the offer says of X. */
export function judgeCondition(offer: Offer, condition: string): RuleOutcome {
  const bare = condition.replace(/^(?:and |or |also )*if\s+/i, '').replace(/[.\s]+$/, '');
  const lacking = LACKS.map(([pattern, make]) => [pattern.exec(bare), make] as const).find(
    ([found]) => found !== null,
  );
  const missing = lacking?.[0] == null ? undefined : lacking[1](lacking[0]);
  const told = offer.scope.filter(one => speaksOf(one.text, missing?.what ?? bare));
  const [said] = told;
  if (said === undefined || told.some(one => one.included !== said.included))
    return {outcome: 'unknown', shown: say`not stated`, question: questionOf(bare, missing?.question)};
  const bites = missing === undefined ? said.included : !said.included;
  return {
    outcome: bites ? 'fail' : 'pass',
    shown: said.included ? say`included` : say`not included`,
    question: null,
  };
}

function questionOf(bare: string, asked: string | undefined): Prose {
  return asked === undefined
    ? say`Is it so that ${guideQuote(bare)}?`
    : say`${guideQuote(asked)}, and does the letter say so?`;
}

/** Words that carry no subject of their own. */
const IDLE = new Set(['the', 'and', 'with', 'for', 'role', 'that', 'this', 'into', 'from', 'scope']);
/** A fact that denies in its own words cannot be told from one that affirms: it settles nothing. */
const DENIES =
  /\b(?:no|not|non|without|lacks?|never|except|excluding|only|single|out|off|later|after|from year|year two|may|might|could)\b/i;

/** Whether the offer's fact speaks of all that the condition speaks of, and plainly. */
function speaksOf(said: string, subject: string): boolean {
  const words = (text: string) =>
    new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter(word => !IDLE.has(word)));
  const [told, asked] = [words(said), words(subject)];
  return asked.size > 0 && !DENIES.test(said) && [...asked].every(word => told.has(word));
}
