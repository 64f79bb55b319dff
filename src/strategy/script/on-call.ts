import type {Claim} from '../../claims/index.ts';
import {type Input, join, type Known, type Prose, say, worked} from '../../figure/index.ts';
import {currencyIn} from '../../terms/index.ts';
import type {Ask} from '../types.ts';
import {asked, askFigure, askFigures, askOf, askPhrase, isGranted, isSettled} from './asking.ts';
import {ownPaper, ownSentences, ownSpoken} from './own.ts';
import {type Reply, type ScriptWords, type Stage, settingOf} from './stage.ts';

/** On-call pay: a fixed sum for being reachable, a second one for quiet quarters, both with the measure named. */
export function onCallWords(stage: Stage): ScriptWords {
  const {hours} = settingOf(stage);
  const ask = askOf(stage.plan, 'onCall');
  const premium = ask === undefined ? firstOther(stage) : askPhrase(ask);
  const quarterly = askFigures(stage.lever).find(
    figure => figure.kind === 'money' && figure.per === 'quarter',
  );
  const limit = askFigures(stage.lever).find(figure => figure.kind === 'duration');
  const quiet = quarterly === undefined ? null : asked(quarterly, 'onCall');
  const parts = [premium, quiet === null ? null : say`${quiet} for each quiet quarter`].filter(
    one => one !== null,
  );
  return {
    ask: parts.length === 0 ? null : join(parts, ' and '),
    script: [
      say`Before we price on-call, what is the rota, what response time do you expect, and how often were people paged${hours} last year?`,
      ...ownSentences(stage),
      ...(premium === null ? [] : [say`I am asking for ${premium}, on top of base pay.`]),
      ...(quiet === null
        ? []
        : [quietSentence(hours, quiet, limit === undefined ? null : asked(limit), premium !== null)]),
      ...atMost(stage, ask, quiet),
    ],
    strengthen: [
      ...ownPaper(stage, 'on-call'),
      say`the rota in writing: weeks on call, response time, rest after a night page`,
      say`the clause: which systems and hours count, who classifies an incident, what is excluded`,
    ],
    rebuttals: [
      ...(isSettled(stage.plan, 'onCall') && parts.length === 0 ? [] : refusals(quiet !== null)),
      ...onCallObjections(stage),
    ],
  };
}

/** How they may refuse to pay for it. */
function refusals(quiet: boolean): readonly Reply[] {
  return [
    {
      they: say`On-call is part of the job.`,
      you: say`Then put the rota in the letter. What I ask for pays for being reachable beyond the hours that my base pays for.`,
    },
    {
      they: say`Whether a quarter is quiet is not in your hands.`,
      you: say`Not all of it. That is why the clause should name the systems and the hours that count, and leave the rest out.`,
    },
    {
      they: say`If we pay you, we must pay everyone on the rota.`,
      you: quiet
        ? say`A sum for quiet quarters is paid only in quarters that were quiet. One rule for the whole rota is fair, and I would help to write it.`
        : say`Then set one rule for the rota, and let it begin with this letter.`,
    },
  ];
}

/** The objection that a measured record of quarters meets: there are few of them. */
export function onCallObjections(stage: Stage): readonly Reply[] {
  const measured = ownSpoken(stage, 'on-call').filter(claim => claim.margin !== undefined);
  return measured.slice(0, 1).map(fewQuarters);
}

function fewQuarters({margin}: Claim): Reply {
  return {
    they: say`So few quarters prove nothing.`,
    you:
      margin?.interval == null
        ? say`They prove what happened and promise nothing. So do not pay for them: pay for each quarter to come once it has been quiet.`
        : say`They leave much open, and I say how much: in the long run it may be ${margin.interval.ends}. So do not pay for them: pay for each quarter to come once it has been quiet.`,
  };
}

function quietSentence(hours: string, quiet: Known, limit: Known | null, also: boolean): Prose {
  const lead = also ? 'And' : 'I am asking for';
  if (limit === null) return say`${lead} ${quiet} for each quarter without a serious incident${hours}.`;
  return say`${lead} ${quiet} for each quarter in which no incident${hours} takes longer than ${limit} to resolve.`;
}

/** What both come to in the best year, the premium and four quiet quarters: where the guide says that the first is yearly. */
function atMost({guide}: Stage, ask: Ask | undefined, quiet: Known | null): readonly Prose[] {
  const premium = askFigure(ask);
  if (ask === undefined || premium === undefined || quiet === null) return [];
  const said = guide.strategy?.asks
    .flatMap(({figures}) => figures)
    .find(({span}) => span.from === ask.span.from && span.to === ask.span.to);
  if (said?.per !== 'year' || premium.quantity.unit['year'] !== -1) return [];
  if (currencyIn(premium) !== currencyIn(quiet)) return [];
  const inputs: readonly Input[] = [
    {name: 'premium', label: 'the premium for being on call', figure: premium},
    {name: 'quiet', label: 'the sum for a quiet quarter', figure: quiet},
  ];
  const most = worked('premium + quiet * 4[quarter/year]', inputs, {subject: 'onCall', style: {as: 'money'}});
  return [say`In the best year that comes to ${most}; in a bad one the second part costs you nothing.`];
}

/** The lever's own sum for on-call, where the strategy asks for none and the offer has less. */
function firstOther(stage: Stage): Prose | null {
  if (isSettled(stage.plan, 'onCall')) return null;
  const figure = askFigures(stage.lever).find(one => one.kind === 'money' && one.per !== 'quarter');
  if (figure === undefined || isGranted(figure, stage, 'onCall')) return null;
  return say`${asked(figure, 'onCall')}${figure.per === null ? null : ` a ${figure.per}`} for on-call`;
}
