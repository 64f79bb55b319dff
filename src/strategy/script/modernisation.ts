import type {Claim} from '../../claims/index.ts';
import {isBetterLower} from '../../english/index.ts';
import {guideQuote, listed, type Prose, say} from '../../figure/index.ts';
import {asked, askFigure, askFigures, askOf, isSettled} from './asking.ts';
import {ownFigure, ownPaper, ownSentences, ownSpoken} from './own.ts';
import type {Reply, ScriptWords, Stage} from './stage.ts';
import {wanted} from './other.ts';
import {sumsOf} from './sums.ts';

const SOONER = say`Deployments get faster everywhere; that one would have come without you.`;
const CHEAPER = say`Machines get cheaper everywhere; that would have come without you.`;

/**
 * The objections that a before and after meets: answered by what is left over a control, where there is one. Of costs it
 * is another one than of time.
 */
export function modernisationObjections(stage: Stage): readonly Reply[] {
  const measured = ownSpoken(stage, 'modernisation').filter(claim => claim.margin !== undefined);
  const [costs, times] = [measured.filter(isCost), measured.filter(claim => !isCost(claim))];
  const over = (claims: readonly Claim[]) => claims.find(({margin}) => margin?.controlled === true);
  return [
    ...(times.length === 0 ? [] : [{they: SOONER, you: sooner(over(times))}]),
    ...(costs.length === 0 ? [] : [{they: CHEAPER, you: cheaper(over(costs))}]),
  ];
}

function isCost({subject}: Claim): boolean {
  return subject === 'costPerMonth' || subject === 'costChange';
}

function sooner(over: Claim | undefined): Prose {
  return over === undefined
    ? say`Part of it may have. A before and an after show that it got faster, and cannot show how much of that was mine. That is why I tie the sum to a figure that we both measure before I start.`
    : say`Part of it might have, so I held it against what was left alone in the same weeks. Over and above what that did, the time changed by ${ownFigure(over)}. Yours is another platform, which is why I tie the sum to a figure that we both measure before I start.`;
}

function cheaper(over: Claim | undefined): Prose {
  return over === undefined
    ? say`Prices and use are in that figure beside my doing, and I cannot take them apart. That is why I tie the sum to a cost that we both measure before I start.`
    : say`Prices may have, so I held it against machines that were left alone in the same months. Over and above what those did, the cost changed by ${ownFigure(over)}. What was used more or less in the meantime is still in it, so we measure yours together before I start.`;
}

/** A project with a sum at its end: thresholds that both measure beforehand, never a saving foretold. */
export function modernisationWords(stage: Stage): ScriptWords {
  const {ask, sentence} = sumAtEnd(stage);
  return {
    ask,
    script: [
      say`I would like the modernization of the platform to be part of my first year's objectives.`,
      ...ownSentences(stage),
      say`I have not measured yours, so I promise no saving. What does a deployment take today, from commit to production, and what does the platform cost a month?`,
      ...(sentence === null ? [] : [sentence]),
    ],
    strengthen: [
      ...ownPaper(stage, 'modernisation'),
      say`the starting figures in writing: median deployment time and monthly cost, the systems and the months they cover`,
      say`who accepts the project as complete, and by which day`,
    ],
    rebuttals: [...modernisationObjections(stage), ...(sentence === null ? [] : REFUSALS)],
  };
}

/** How they may refuse to pay for it. */
const REFUSALS: readonly Reply[] = [
  {
    they: say`That project is planned already.`,
    you: say`Then its targets exist. Tie the sum to them, with me as the owner, or to the part that is not planned.`,
  },
  {
    they: say`How would we know that it was you?`,
    you: say`By the figures before and after, on systems that I am given to own. If we cannot measure it, do not pay for it.`,
  },
  {
    they: say`We do not pay for projects; it goes into the bonus.`,
    you: say`Then let the letter say what the bonus is for it, and when. A promise about a bonus at discretion is not a term.`,
  },
];

/** What is asked for at the end of the project: the plan's sum, else the lever's own; nothing where the offer has it. */
function sumAtEnd(stage: Stage): {readonly ask: Prose | null; readonly sentence: Prose | null} {
  const {plan, lever} = stage;
  if (isSettled(plan, 'milestone')) return {ask: null, sentence: null};
  // A lever speaks of revenue and of savings, too: only what its words ask for at the end is a sum to ask for.
  const own = sumsOf(stage).findLast(({component}) => component === 'milestone')?.amount;
  const sum = askFigure(askOf(plan, 'milestone')) ?? own;
  // A project that nobody puts a sum on is an argument for the rest of the pay.
  if (sum === undefined) return wanted(stage);
  // "Customer engagement lower by 30%" would promise harm.
  const cuts = askFigures(lever).filter(
    ({kind, of}) => kind === 'percent' && of !== null && isBetterLower(of),
  );
  const thresholds = cuts.map(cut => say`${guideQuote(cut.of ?? '')} lower by ${asked(cut)}`);
  const ending =
    thresholds.length === 0
      ? say`tied to thresholds that we set together`
      : say`tied to thresholds: ${listed(thresholds)}, each from a figure that we measure together before I start`;
  return {
    ask: say`${sum} on completion of the project`,
    sentence: say`I am asking for ${sum} on completion, ${ending}.`,
  };
}
