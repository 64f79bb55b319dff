import {named, type Prose, say, textOf} from '../../figure/index.ts';
import {type Block, type Cell, text, toned} from '../../page/index.ts';
import type {Brief, OfferStanding, RuleRow} from '../../strategy/index.ts';
import {rulesChart} from '../chart/rules.ts';
import {OUTCOME_SIGNS, SIDE_HEADINGS, SIDES} from '../chart/words.ts';
import {type Told, told} from './words.ts';

/** The guide's accept, walk-away and anchor against every offer, then the questions that are still open. */
export function rules({brief}: Told): readonly Block[] {
  if (brief.rules.length === 0)
    return [{block: 'paragraph', text: text`The guide’s strategy states no rule.`}];
  return [
    {
      block: 'picture',
      chart: width => rulesChart(brief.rules, brief.offers, width),
      caption: brief.rules.some(({side}) => side === 'walk away')
        ? text`✓ met, or clear of a walk-away; ✗ not met, or a walk-away that applies; ? nobody has said.`
        : text`✓ met; ✗ not met; ? nobody has said.`,
    },
    tabled(brief),
    ...brief.offers.flatMap(offer => questions(brief, offer)),
  ];
}

function tabled({rules: list, offers}: Brief): Block {
  return {
    block: 'table',
    caption: say`Rules of the guide by offer`,
    columns: [
      {head: say`Rule`, least: 20},
      ...offers.map(({party}) => ({head: say`${named(party)}`, least: 12})),
    ],
    rows: SIDES.flatMap(side =>
      list
        .filter(rule => rule.side === side)
        .map((rule, at) => ({
          ...(at === 0 ? {group: say`${SIDE_HEADINGS[side]}`} : {}),
          cells: [{text: told(rule.text)}, ...offers.map(offer => cell(rule, offer))],
        })),
    ),
  };
}

function cell({results}: RuleRow, {offer}: OfferStanding): Cell {
  const found = results.find(one => one.offer === offer);
  if (found === undefined) return {text: [toned('unknown', say`?`)]};
  const {outcome, shown} = found;
  return {text: [toned(outcome, say`${OUTCOME_SIGNS[outcome]} `), ...told(shown)]};
}

/** What to ask one party, each once however many rules want it answered. */
function questions(brief: Brief, {offer, party, kind}: OfferStanding): readonly Block[] {
  // Nobody asks their own employer what today's job pays.
  if (kind === 'current') return [];
  const asked = new Map<string, Prose>();
  for (const rule of brief.rules)
    for (const {offer: of, question} of rule.results)
      if (of === offer && question !== null) asked.set(textOf(question), question);
  if (asked.size === 0) return [];
  return [
    {
      block: 'group',
      look: 'question',
      blocks: [
        {block: 'heading', level: 'under', text: text`Ask ${named(party)}`},
        {
          block: 'list',
          items: [...asked.values()].map(question => ({
            sign: {text: '?', tone: 'unknown'},
            text: told(question),
          })),
        },
      ],
    },
  ];
}
