import type {SealedClaim} from '../../claims/index.ts';
import {
  askFigure,
  askOf,
  asked,
  figureOf,
  figuresOf,
  ownPaper,
  ownSentences,
  ownSpoken,
  type Stage,
  type Words,
} from './lever.ts';
import {listed, say} from './say.ts';
import type {Rebuttal, Say} from './types.ts';

const SOONER = 'Deployments get faster everywhere; that one would have come without you.';
const CHEAPER = 'Machines get cheaper everywhere; that would have come without you.';

/**
 * The objections that a before and after meets: answered by what is left over a control, where there is one. Of costs it
 * is another one than of time.
 */
export function modernisationObjections(stage: Stage): readonly Rebuttal[] {
  const measured = ownSpoken(stage, 'modernisation').filter(claim => claim.margin !== undefined);
  const [costs, times] = [measured.filter(isCost), measured.filter(claim => !isCost(claim))];
  const over = (claims: readonly SealedClaim[]) => claims.find(({margin}) => margin?.controlled === true);
  return [
    ...(times.length === 0 ? [] : [{they: SOONER, you: sooner(over(times))}]),
    ...(costs.length === 0 ? [] : [{they: CHEAPER, you: cheaper(over(costs))}]),
  ];
}

function isCost({says}: SealedClaim): boolean {
  return /\bcosts?\b|\bspend|\bbills?\b/i.test(says);
}

function sooner(over: SealedClaim | undefined): Say {
  return over === undefined
    ? say`Part of it may have. A before and an after show that it got faster, and cannot show how much of that was mine. That is why I tie the sum to a figure that we both measure before I start.`
    : say`Part of it might have, so I held it against what was left alone in the same weeks. Over and above what that did, the time changed by ${figureOf(over)}. Yours is another platform, which is why I tie the sum to a figure that we both measure before I start.`;
}

function cheaper(over: SealedClaim | undefined): Say {
  return over === undefined
    ? say`Prices and use are in that figure beside my doing, and I cannot take them apart. That is why I tie the sum to a cost that we both measure before I start.`
    : say`Prices may have, so I held it against machines that were left alone in the same months. Over and above what those did, the cost changed by ${figureOf(over)}. What was used more or less in the meantime is still in it, so we measure yours together before I start.`;
}

/** A project with a sum at its end: thresholds that both measure beforehand, never a saving foretold. */
export function modernisationWords(stage: Stage): Words {
  const money = figuresOf(stage.lever).filter(figure => figure.kind === 'money');
  const last = money.at(-1);
  const sum = askFigure(askOf(stage.plan, 'milestone')) ?? (last === undefined ? undefined : asked(last));
  const cuts = figuresOf(stage.lever).filter(figure => figure.kind === 'percent');
  const thresholds = cuts.map(cut => say`${cut.of ?? 'the measure'} lower by ${asked(cut)}`);
  const wanted = sum === undefined ? say`a sum` : say`${sum}`;
  const ending =
    thresholds.length === 0
      ? say`tied to thresholds that we set together`
      : say`tied to thresholds: ${listed(thresholds)}, each from a figure that we measure together before I start`;
  return {
    ask: sum === undefined ? 'a sum on completion' : `${sum.shown} on completion of the project`,
    script: [
      say`I would like the modernization of the platform to be part of my first year's objectives.`,
      ...ownSentences(stage),
      say`I have not measured yours, so I promise no saving. What does a deployment take today, from commit to production, and what does the platform cost a month?`,
      say`I am asking for ${wanted} on completion, ${ending}.`,
    ],
    strengthen: [
      ...ownPaper(stage, 'modernisation'),
      'the starting figures in writing: median deployment time and monthly cost, the systems and the months they cover',
      'who accepts the project as complete, and by which day',
    ],
    rebuttals: [
      ...modernisationObjections(stage),
      {
        they: 'That project is planned already.',
        you: say`Then its targets exist. Tie the sum to them, with me as the owner, or to the part that is not planned.`,
      },
      {
        they: 'How would we know that it was you?',
        you: say`By the figures before and after, on systems that I am given to own. If we cannot measure it, do not pay for it.`,
      },
      {
        they: 'We do not pay for projects; it goes into the bonus.',
        you: say`Then let the letter say what the bonus is for it, and when. A promise about a bonus at discretion is not a term.`,
      },
    ],
  };
}
