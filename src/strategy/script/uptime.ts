import {showRange} from '../../base/index.ts';
import {minutesOut, venueOutage} from '../../calendar/index.ts';
import {askOf, ownOn, settingOf, ownPaper, ownSentences, ownSpoken, type Stage, type Words} from './lever.ts';
import {type Bound, say} from './say.ts';
import type {Rebuttal} from './types.ts';

/** Uptime as pay: tied to a record and a base that both sides can see, never to a sum nobody can derive. */
export function uptimeWords(stage: Stage): Words {
  const {plan} = stage;
  const {trading, who, hours} = settingOf(stage);
  const ask = askOf(plan, 'pnl');
  const band = plan.bands.find(one => one.component === 'pnl');
  const pays: Bound | undefined =
    band === undefined
      ? undefined
      : {
          to: 'band:pnl',
          shown: showRange(band.band),
          evidence: {tier: 'guide', source: `${band.span.file}:${band.span.line}`},
        };
  const weak =
    ownSpoken(stage, 'uptime').length === 0 &&
    ownOn(stage, 'uptime').some(claim => claim.disclosure !== 'confidential');
  const wants =
    pays === undefined
      ? say`I am asking for a part of my pay that follows that record, with its base named in the letter.`
      : say`I am asking for participation that pays ${pays} a year, written as a percentage of a base that we name in the letter.`;
  return {
    ask: ask?.text ?? 'pay that follows the uptime record',
    script: [
      say`The platform in this role decides whether the ${who} on it can ${trading ? 'trade' : 'work'}, so I would like a part of my pay to follow how it holds up${hours}.`,
      ...ownSentences(stage),
      ...(weak
        ? [
            say`I would rather show you an uptime record than quote a figure, so I quote none until I can show it.`,
          ]
        : []),
      say`How many ${who} depend on it, and what does a minute of downtime${hours} cost you today?`,
      wants,
      ...(ask === undefined
        ? []
        : [
            say`The percentage matters less than what it is a percentage of, net of which costs, and who measures it.`,
          ]),
    ],
    strengthen: [
      ...ownPaper(stage, 'uptime'),
      'the baseline: what uptime the systems had before you, or have without you',
      `how many ${who} the role supports and what they make in a day, from ${plan.company} in writing`,
    ],
    rebuttals: [
      ask === undefined ? UNTIED : UNPAID,
      {
        they: 'You cannot show that your uptime made that money.',
        you: say`I agree, and I claim no sum for it. Name a baseline that you trust, and pay on the difference from it.`,
      },
      ask === undefined
        ? SHARED
        : {
            they: `A share of all ${who} is out of the question.`,
            you:
              pays === undefined
                ? say`I do not ask for one. Propose the base, and I will say which share of it makes sense.`
                : say`I do not ask for one. I ask for ${pays} a year; propose the base, and the share follows by division.`,
          },
      ...(trading ? [venueDown(who)] : []),
    ],
  };
}

/** The strongest case against pay for uptime, granted as far as it goes. */
function venueDown(who: string): Rebuttal {
  const outage = venueOutage('XNYS-2015-07-08');
  const minutes = minutesOut(outage);
  const lasted: Bound = {
    to: `outage:${outage.id}`,
    shown: `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`,
    evidence: {tier: 'published', source: outage.source},
  };
  return {
    they: `The NYSE was down for nearly four hours in ${outage.day.slice(0, 4)}, and little was lost.`,
    you: say`It was, for ${lasted}, and that is a fair point: its stocks traded elsewhere all the while, and orders went around it. Nothing goes around a platform of our own: when it is down, our ${who} stand still and everybody else trades on. Some of their trades are only put off, and which part is lost I cannot know from outside; so I claim no sum, and ask what you would put on it.`,
  };
}

const UNPAID: Rebuttal = {
  they: 'Infrastructure staff are not paid on PnL here.',
  you: say`Then write the same thing as a bonus on measured uptime: which systems, which hours, who measures, what it pays.`,
};
const UNTIED: Rebuttal = {
  they: 'We do not tie pay to uptime.',
  you: say`Then tie it to something else that I am answerable for, and let the letter say who measures it and what it pays.`,
};
const SHARED: Rebuttal = {
  they: 'Uptime is the work of a whole team.',
  you: say`It is. Then pay it to the team by one rule, and put my part of it in the letter.`,
};
