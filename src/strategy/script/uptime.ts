import {quantity} from '../../base/index.ts';
import {minuteOfDay, outagePlace, venueOutage} from '../../calendar/index.ts';
import {day, type Figure, type Input, named, read, say, styled, worked} from '../../figure/index.ts';
import {askOf, isSettled} from './asking.ts';
import {ownOn, ownPaper, ownSentences, ownSpoken} from './own.ts';
import {type Reply, type ScriptWords, type Stage, settingOf} from './stage.ts';

/** Uptime as pay: tied to a record and a base that both sides can see, never to a sum nobody can derive. */
export function uptimeWords(stage: Stage): ScriptWords {
  const {plan} = stage;
  const {trading, who, hours} = settingOf(stage);
  const ask = askOf(plan, 'pnl');
  const settled = isSettled(plan, 'pnl');
  const found = plan.bands.find(one => one.component === 'pnl');
  const pays = found === undefined ? null : styled(found.band, 'short');
  const weak =
    ownSpoken(stage, 'uptime').length === 0 &&
    ownOn(stage, 'uptime').some(claim => claim.disclosure !== 'confidential');
  const wants =
    pays === null
      ? say`I am asking for a part of my pay that follows that record, with its base named in the letter.`
      : say`I am asking for participation that pays ${pays} a year, written as a percentage of a base that we name in the letter.`;
  return {
    ask: settled ? null : (ask?.text ?? say`pay that follows the uptime record`),
    script: [
      ...(settled
        ? []
        : [
            say`The platform in this role decides whether the ${who} on it can ${trading ? 'trade' : 'work'}, so I would like a part of my pay to follow how it holds up${hours}.`,
          ]),
      ...ownSentences(stage),
      ...(weak
        ? [
            say`I would rather show you an uptime record than quote a figure, so I quote none until I can show it.`,
          ]
        : []),
      say`How many ${who} depend on it, and what does a minute of downtime${hours} cost you today?`,
      ...(settled ? [] : [wants]),
      ...(ask === undefined
        ? []
        : [
            say`The percentage matters less than what it is a percentage of, net of which costs, and who measures it.`,
          ]),
    ],
    strengthen: [
      ...ownPaper(stage, 'uptime'),
      say`the baseline: what uptime the systems had before you, or have without you`,
      say`how many ${who} the role supports and what they make in a day, from ${named(plan.company)} in writing`,
    ],
    rebuttals: [
      ...(settled ? [] : [ask === undefined ? UNTIED : UNPAID]),
      {
        they: say`You cannot show that your uptime made that money.`,
        you: say`I agree, and I claim no sum for it. Name a baseline that you trust, and pay on the difference from it.`,
      },
      ...(settled ? [] : [ask === undefined ? SHARED : shareOfAll(who, pays)]),
      ...(trading ? [venueDown(who)] : []),
    ],
  };
}

function shareOfAll(who: string, pays: Figure | null): Reply {
  return {
    they: say`A share of all ${who} is out of the question.`,
    you:
      pays === null
        ? say`I do not ask for one. Propose the base, and I will say which share of it makes sense.`
        : say`I do not ask for one. I ask for ${pays} a year; propose the base, and the share follows by division.`,
  };
}

/** The strongest case against pay for uptime, granted as far as it goes. */
function venueDown(who: string): Reply {
  const outage = venueOutage('XNYS-2015-07-08');
  const time = (name: 'from' | 'to', label: string): Input => {
    const evidence = {tier: 'published', source: outage.source} as const;
    const style = {as: 'written', text: outage[name]} as const;
    const of = quantity(minuteOfDay(outage[name]), 'minute');
    return {
      name,
      label,
      figure: read(of, outagePlace(outage.id, name), evidence, {subject: 'outage', style}),
    };
  };
  const lasted = worked(
    'to - from',
    [time('to', 'when trading resumed'), time('from', 'when it was suspended')],
    {
      subject: 'outage',
      style: {as: 'clock'},
    },
  );
  return {
    they: say`The NYSE was down for nearly four hours in ${day(outage.day.slice(0, 4))}, and little was lost.`,
    you: say`It was, for ${lasted}, and that is a fair point: its stocks traded elsewhere all the while, and orders went around it. Nothing goes around a platform of our own: when it is down, our ${who} stand still and everybody else trades on. Some of their trades are only put off, and which part is lost I cannot know from outside; so I claim no sum, and ask what you would put on it.`,
  };
}

const UNPAID: Reply = {
  they: say`Infrastructure staff are not paid on PnL here.`,
  you: say`Then write the same thing as a bonus on measured uptime: which systems, which hours, who measures, what it pays.`,
};
const UNTIED: Reply = {
  they: say`We do not tie pay to uptime.`,
  you: say`Then tie it to something else that I am answerable for, and let the letter say who measures it and what it pays.`,
};
const SHARED: Reply = {
  they: say`Uptime is the work of a whole team.`,
  you: say`It is. Then pay it to the team by one rule, and put my part of it in the letter.`,
};
