import {type Component, currencyOf} from '../../base/index.ts';
import {isAsked} from '../../claims/index.ts';
import {guideQuote, highOf, isKnown, listed, type Prose, say} from '../../figure/index.ts';
import {type Figure, type Sentence, slotsWithin} from '../../guide/index.ts';
import {componentOf} from '../asked.ts';
import {componentName, subjectOf} from '../standing.ts';
import {asked, askOf, askPhrase, isGranted, isSettled} from './asking.ts';
import {ownPaper, ownSentences} from './own.ts';
import type {Answer, Stage, Words} from './stage.ts';

/** A script names no more sums than a listener keeps. */
const MOST = 2;

/**
 * A lever of a topic that has no words of its own: what the reader can show, a question where one is given, and what it asks
 * for. What the guide calls it is never asked for: a title is no ask. Where it asks for nothing, nothing is said of it.
 */
export function otherWords(stage: Stage, question?: Prose): Words {
  const {ask, sentence} = wanted(stage);
  return {
    ask,
    script: [
      ...ownSentences(stage),
      ...(question === undefined ? [] : [question]),
      ...(sentence === null ? [] : [sentence]),
    ],
    strengthen: ownPaper(stage, 'other'),
    rebuttals: ask === null ? [] : REFUSALS,
  };
}

const REFUSALS: readonly Answer[] = [
  {
    they: say`That is not something we do.`,
    you: say`What do you do instead for people in this role, and is it in the letter?`,
  },
  {
    they: say`The package is already at the top of the range.`,
    you: say`Which part of it has room, and who decides on that part?`,
  },
  {
    they: say`We need your answer now.`,
    you: say`I want to give you one that holds. By which day do you need it, and can the open points be in writing by then?`,
  },
];

const NOTHING = {ask: null, sentence: null} as const;

/** What the lever asks for: its own sums, else the plan's ask for the part that its title names, else what room there is in it. */
function wanted(stage: Stage): {readonly ask: Prose | null; readonly sentence: Prose | null} {
  const sums = sumsOf(stage);
  if (sums.length > 0) return {ask: listed(sums), sentence: asking(listed(sums))};
  const component = componentIn(stage.lever.title);
  if (component === undefined || isSettled(stage.plan, component)) return NOTHING;
  const ask = askOf(stage.plan, component);
  if (ask !== undefined) return {ask: askPhrase(ask), sentence: asking(askPhrase(ask))};
  const part = PARTS[component] ?? componentName(component);
  return {ask: say`room in the ${part}`, sentence: say`What room is there in the ${part}?`};
}

function asking(wants: Prose): Prose {
  return say`I am asking for ${wants}. What would it take to get there?`;
}

/** What a guide calls a market, a fleet or a fund is more than this many times the highest band: no pay that anybody asks for. */
const BEYOND_PAY = 10;

/** The sums that the lever asks for, in the reader's currency, without those that the offer has already. */
function sumsOf(stage: Stage): readonly Prose[] {
  const {lever, plan} = stage;
  const bands = plan.bands.map(({band}) => band).filter(isKnown);
  const home = bands[0] === undefined ? undefined : currencyOf(bands[0].quantity.unit);
  const most = Math.max(...bands.map(highOf)) * BEYOND_PAY;
  return lever.passage.sentences
    .filter(sentence => slotsWithin(lever.slots, sentence.span).every(({low}) => low !== null))
    .flatMap(sentence =>
      sentence.figures
        .filter(figure => figure.kind === 'money' && isAsked(sentence, figure))
        .filter(figure => home === undefined || (figure.currency === home && figure.high <= most))
        .filter(figure => !isGranted(figure, stage))
        .map(figure => sumPhrase(figure, sentence)),
    )
    .slice(0, MOST);
}

/** Words that name a part of pay, as against whatever else may stand behind a sum. */
const PAY =
  /\b(?:base|salary|pay|compensation|bonus(?:es)?|equity|rsus?|stock|options?|grants?|refreshers?|premium|participation|sign-?(?:on|ing)|relocation|package|allowance|adjustment|stipend|budget|retainer)\b/i;

/** "$35,000 in sign-on bonus"; the sum alone where the guide's words behind it name no part of pay. */
function sumPhrase(figure: Figure, sentence: Sentence): Prose {
  const component = componentOf(sentence, figure);
  const sum = asked(figure, subjectOf(component));
  const of = figure.of?.replace(/[^\p{L}\p{N})]+$/u, '') ?? '';
  return PAY.test(of) ? say`${sum} in ${guideQuote(of)}` : say`${sum}`;
}

/** Parts of pay that a title may name; other bonuses than the yearly one are other parts. */
const TITLED: readonly (readonly [RegExp, Component])[] = [
  [/\bsign-?(?:on|ing)\b/i, 'signOn'],
  [/\b(?:equity|rsus?|stock (?:grants?|options?|awards?|units?))\b/i, 'equity'],
  [/(?<!\b(?:relocation|retention|completion|referral|project|spot) )\bbonus(?:es)?\b/i, 'bonus'],
  [/\bbase\b(?= (?:salary|pay)\b|$)|\bsalary\b/i, 'base'],
];

const PARTS: Readonly<Partial<Record<Component, string>>> = {signOn: 'sign-on bonus', equity: 'equity grant'};

function componentIn(title: string): Component | undefined {
  return TITLED.find(([words]) => words.test(title))?.[1];
}
