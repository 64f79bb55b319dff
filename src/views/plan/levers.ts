import {count, type Prose, say} from '../../figure/index.ts';
import {type Block, type ListItem, type Text, text, toned} from '../../page/index.ts';
import type {Brief, LeverPlan} from '../../strategy/index.ts';
import {picturesOf} from './pictures.ts';
import {spaced, withheld} from './unsaid.ts';
import {begun, claimRef, isThere, type Told, told} from './words.ts';

/** The arguments: what to say aloud, what was left out of it and why, and what to answer. */
export function levers(all: Told): readonly Block[] {
  const {levers: list} = all.brief;
  if (list.length === 0) return [{block: 'paragraph', text: text`The guide names no lever.`}];
  return list.map((lever, at) => ({
    block: 'group',
    look: 'article',
    blocks: [
      {block: 'heading', level: 'part', number: say`${count(at + 1)}`, text: told(lever.title)},
      ...(isSilent(lever) ? silent(all, lever) : argued(all, lever)),
    ],
  }));
}

function isSilent({ask, script}: LeverPlan): boolean {
  return ask === null && script.length === 0;
}

function silent(all: Told, lever: LeverPlan): readonly Block[] {
  return [
    {block: 'paragraph', text: told(say`There is nothing to say for it.`, 'muted')},
    ...recorded(all, lever),
    ...leftOut(all, lever),
  ];
}

/** In the order of the conversation: what to say, what is behind it, and what to answer. */
function argued(all: Told, lever: LeverPlan): readonly Block[] {
  const {ask, script, rebuttals, strengthen} = lever;
  // An answer that speaks of what is ruled out goes, and its objection with it.
  const answered = rebuttals.filter(({you}) => isThere(you));
  return [
    ...labelled('ask', told(ask)),
    ...(script.length === 0 ? [] : [{block: 'say', sentences: script.map(one => one.text)} as const]),
    ...recorded(all, lever),
    ...labelled('rests on', rests(all.brief, lever)),
    ...leftOut(all, lever),
    ...under(
      say`If they say`,
      'quoted',
      answered.map(one => ({
        text: told(say`“${one.they}”`),
        under: [told(one.you.text)],
      })),
    ),
    ...under(
      say`Paper that would strengthen it`,
      'plain',
      strengthen.map(paper => ({
        sign: {text: '+', tone: 'muted'} as const,
        text: begun(paper),
      })),
    ),
  ];
}

/** Each measured figure with how it was counted, and beneath it what would turn it; then what it looks like. */
function recorded(all: Told, lever: LeverPlan): readonly Block[] {
  const items = lever.record.map(({claim, told: figure, how, turns}): ListItem => {
    const counted = [...begun(figure), ...(isThere(how) ? told(say`, ${how}`, 'muted') : [])];
    return {
      text: spaced(counted, claimRef(all.brief, claim)),
      under: turns.map(turn => [...begun(turn), toned('plain', say`.`)]),
    };
  });
  return [
    ...under(say`What your record shows, and what would turn it`, 'plain', items),
    ...(all.full ? picturesOf(all.brief, lever) : []),
  ];
}

/** The claims of the guide's that it stands on, one behind the other. */
function rests(brief: Brief, {claims}: LeverPlan): Text {
  const refs = claims.map(id => claimRef(brief, id)).filter(ref => ref.length > 0);
  return refs.flatMap((ref, at) => (at === 0 ? ref : [toned('plain', say`, `), ...ref]));
}

function leftOut({brief}: Told, lever: LeverPlan): readonly Block[] {
  const list = withheld(brief, lever.withheld);
  return list.length === 0 ? [] : [headed(say`Left out of the script`), ...list];
}

function labelled(label: string, of: Text): readonly Block[] {
  return of.length === 0 ? [] : [{block: 'facts', rows: [{label: say`${label}`, text: of}]}];
}

function under(heading: Prose, look: 'plain' | 'quoted', items: readonly ListItem[]): readonly Block[] {
  return items.length === 0 ? [] : [headed(heading), {block: 'list', look, items}];
}

function headed(heading: Prose): Block {
  return {block: 'heading', level: 'under', text: told(heading)};
}
