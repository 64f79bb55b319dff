import {showMoney} from '../../base/index.ts';
import type {SealedClaim} from '../../claims/index.ts';
import type {Figure} from '../../guide/index.ts';
import type {Ask} from '../types.ts';
import {
  askOf,
  askPhrase,
  asked,
  figuresOf,
  ownPaper,
  ownSentences,
  ownSpoken,
  settingOf,
  type Stage,
  type Words,
} from './lever.ts';
import {type Bound, say} from './say.ts';
import type {Rebuttal, Say} from './types.ts';

/** On-call pay: a fixed sum for being reachable, a second one for quiet quarters, both with the measure named. */
export function onCallWords(stage: Stage): Words {
  const {hours} = settingOf(stage);
  const ask = askOf(stage.plan, 'onCall');
  const premium = ask === undefined ? firstOther(stage) : askPhrase(ask);
  const quarterly = figuresOf(stage.lever).find(
    figure => figure.kind === 'money' && figure.per === 'quarter',
  );
  const limit = figuresOf(stage.lever).find(figure => figure.kind === 'duration');
  const quiet = quarterly === undefined ? undefined : asked(quarterly);
  const parts = [premium?.text, quiet === undefined ? undefined : `${quiet.shown} for each quiet quarter`];
  return {
    ask: parts.filter(one => one !== undefined).join(' and '),
    script: [
      say`Before we price on-call, what is the rota, what response time do you expect, and how often were people paged${hours} last year?`,
      ...ownSentences(stage),
      ...(premium === undefined ? [] : [say`I am asking for ${premium}, on top of base pay.`]),
      ...(quiet === undefined
        ? []
        : [quietSentence(hours, quiet, limit === undefined ? undefined : asked(limit))]),
      ...atMost(stage, ask, quarterly),
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
      ...onCallObjections(stage),
    ],
  };
}

/** The objection that a measured record of quarters meets: there are few of them. */
export function onCallObjections(stage: Stage): readonly Rebuttal[] {
  const measured = ownSpoken(stage, 'on-call').filter(claim => claim.margin !== undefined);
  return measured.slice(0, 1).map(fewQuarters);
}

function fewQuarters(claim: SealedClaim): Rebuttal {
  const interval = claim.margin?.interval ?? null;
  const open: Bound = {to: `claim:${claim.id}`, shown: interval?.ends ?? '', evidence: claim.evidence};
  return {
    they: 'So few quarters prove nothing.',
    you:
      interval === null
        ? say`They prove what happened and promise nothing. So do not pay for them: pay for each quarter to come once it has been quiet.`
        : say`They leave much open, and I say how much: in the long run it may be ${open}. So do not pay for them: pay for each quarter to come once it has been quiet.`,
  };
}

function quietSentence(hours: string, quiet: Bound, limit: Bound | undefined): Say {
  if (limit === undefined) return say`And ${quiet} for each quarter without a serious incident${hours}.`;
  return say`And ${quiet} for each quarter in which no incident${hours} takes longer than ${limit} to resolve.`;
}

/** What both come to in the best year, the premium and four quiet quarters: where both are of one currency and the first is yearly. */
function atMost(stage: Stage, ask: Ask | undefined, quarterly: Figure | undefined): readonly Say[] {
  if (ask?.amount == null || quarterly === undefined || quarterly.currency !== ask.amount.currency) return [];
  if (!/\byear$/.test(ask.text)) return [];
  const {amount, currency} = ask.amount;
  const most: Bound = {
    to: 'sum:on-call',
    shown: showMoney({amount: amount + 4 * quarterly.high, currency}),
    evidence: {tier: 'guide', source: `${stage.lever.span.file}:${stage.lever.span.line}`},
  };
  return [say`In the best year that comes to ${most}; in a bad one the second part costs you nothing.`];
}

/** The lever's own sum for on-call, where the strategy asks for none. */
function firstOther(stage: Stage): Say | undefined {
  const figure = figuresOf(stage.lever).find(one => one.kind === 'money' && one.per !== 'quarter');
  if (figure === undefined) return undefined;
  return say`${asked(figure)}${figure.per === null ? '' : ` a ${figure.per}`} for on-call`;
}
