import {showMoney} from '../../base/index.ts';
import {
  askFigure,
  askOf,
  asked,
  figuresOf,
  ownPaper,
  ownSentences,
  settingOf,
  type Stage,
  type Words,
} from './lever.ts';
import {type Bound, say} from './say.ts';
import type {Say} from './types.ts';

/** On-call pay: a fixed sum for being reachable, a second one for quiet quarters, both with the measure named. */
export function onCallWords(stage: Stage): Words {
  const {hours} = settingOf(stage);
  const ask = askOf(stage.plan, 'onCall');
  const premium = askFigure(ask) ?? firstYearly(stage);
  const quarterly = figuresOf(stage.lever).find(
    figure => figure.kind === 'money' && figure.per === 'quarter',
  );
  const limit = figuresOf(stage.lever).find(figure => figure.kind === 'duration');
  const quiet = quarterly === undefined ? undefined : asked(quarterly);
  return {
    ask: [premium?.shown, quiet === undefined ? undefined : `${quiet.shown} for each quiet quarter`]
      .filter(one => one !== undefined)
      .join(' a year and '),
    script: [
      say`Before we price on-call, what is the rota, what response time do you expect, and how often were people paged${hours} last year?`,
      ...ownSentences(stage, 'on-call'),
      ...(premium === undefined
        ? []
        : [say`I am asking for ${premium} a year for on-call, on top of base pay.`]),
      ...(quiet === undefined
        ? []
        : [quietSentence(hours, quiet, limit === undefined ? undefined : asked(limit))]),
      ...atMost(stage, ask?.amount?.amount, quarterly?.low, quarterly?.currency ?? null),
    ],
    strengthen: [
      ...ownPaper(stage, 'on-call'),
      'the rota in writing: weeks on call, response time, rest after a night page',
      'the clause: which systems and hours count, who classifies an incident, what is excluded',
    ],
    rebuttals: [
      {
        they: 'On-call is part of the job.',
        you: say`Then put the rota in the letter. What I ask for pays for being reachable beyond the hours that my base pays for.`,
      },
      {
        they: 'Whether a quarter is quiet is not in your hands.',
        you: say`Not all of it. That is why the clause should name the systems and the hours that count, and leave the rest out.`,
      },
      {
        they: 'If we pay you, we must pay everyone on the rota.',
        you:
          quiet === undefined
            ? say`Then set one rule for the rota, and let it begin with this letter.`
            : say`A sum for quiet quarters is paid only in quarters that were quiet. One rule for the whole rota is fair, and I would help to write it.`,
      },
    ],
  };
}

function quietSentence(hours: string, quiet: Bound, limit: Bound | undefined): Say {
  if (limit === undefined) return say`And ${quiet} for each quarter without a serious incident${hours}.`;
  return say`And ${quiet} for each quarter in which no incident${hours} takes longer than ${limit} to resolve.`;
}

/** What both come to in the best year: the premium and four quiet quarters. */
function atMost(
  stage: Stage,
  premium: number | undefined,
  quarter: number | undefined,
  currency: Parameters<typeof showMoney>[0]['currency'] | null,
): readonly Say[] {
  if (premium === undefined || quarter === undefined || currency === null) return [];
  const most: Bound = {
    to: 'sum:on-call',
    shown: showMoney({amount: premium + 4 * quarter, currency}),
    evidence: {tier: 'guide', source: `${stage.lever.span.file}:${stage.lever.span.line}`},
  };
  return [say`In the best year that comes to ${most}; in a bad one the second part costs you nothing.`];
}

function firstYearly(stage: Stage): Bound | undefined {
  const figure = figuresOf(stage.lever).find(one => one.kind === 'money' && one.per !== 'quarter');
  return figure === undefined ? undefined : asked(figure);
}
