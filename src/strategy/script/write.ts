import {sameUnit} from '../../base/index.ts';
import type {Claim} from '../../claims/index.ts';
import {
  figuresOf,
  guideQuote,
  head,
  isKnown,
  named,
  type Prose,
  reaching,
  say,
  type Subject,
  textOf,
  type Topic,
  valueOf,
} from '../../figure/index.ts';
import {topicIn} from '../../english/index.ts';
import type {Lever} from '../../guide/index.ts';
import type {Ask, Plan, Situation} from '../types.ts';
import {askPhrase} from './asking.ts';
import {capacityObjections, capacityWords} from './capacity.ts';
import {competingWords} from './competing.ts';
import {modernisationObjections, modernisationWords} from './modernisation.ts';
import {onCallObjections, onCallWords} from './on-call.ts';
import {otherWords} from './other.ts';
import {beyondRecord, recordedOn} from './recorded.ts';
import type {Reply, ScriptWords, Stage} from './stage.ts';
import type {Brief, LeverPlan, Rebuttal, Say, SpokenAsk} from './types.ts';
import {fromCase, fromGuide, withheld} from './unsaid.ts';
import {uptimeWords} from './uptime.ts';

const WORDS: Readonly<Record<Topic, (stage: Stage) => ScriptWords>> = {
  uptime: uptimeWords,
  competing: competingWords,
  'on-call': onCallWords,
  modernisation: modernisationWords,
  capacity: capacityWords,
  other: stage => otherWords(stage),
};

/** What the reader's record of a topic will meet, where it is told at another topic's lever. */
const OBJECTIONS: Readonly<Partial<Record<Topic, (stage: Stage) => readonly Reply[]>>> = {
  'on-call': onCallObjections,
  modernisation: modernisationObjections,
  capacity: capacityObjections,
};

/**
 * Puts words to a plan: what to say for each ask and each lever, what is withheld and why, which paper would help. It is
 * not sealed yet: no script uses a confidential figure, but the plan beneath holds them, and what the case rules out is
 * still in it.
 */
export function writeBrief(plan: Plan, situation: Situation): Brief {
  const guide = situation.readings[0]?.guide ?? null;
  const offers = plan.offers.flatMap(({offer}) => situation.offers.find(({id}) => id === offer) ?? []);
  const topics = guide === null ? [] : guide.levers.map(lever => topicIn(lever.title));
  const first = topics.findIndex(topic => topic !== 'competing');
  const stages: readonly Stage[] =
    guide === null
      ? []
      : guide.levers.map((lever, at) => {
          return {guide, lever, plan, offers, topics: toldAt(topics, at, at === first)};
        });
  const levers = stages.map(leverPlan);
  return {
    ...plan,
    asks: plan.asks.map(ask => spokenAsk(ask, plan.asks)),
    levers,
    notToSay: [
      ...fromGuide(plan.ledger),
      ...stages.flatMap(beyondRecord),
      ...fromCase(situation, plan.ledger),
    ],
    strengthen: levers.flatMap(lever => lever.strengthen.map(what => ({what, unlocks: lever.title}))),
  };
}

/** What is met, and what one would come down to from an ask before it, is not said. */
function spokenAsk(ask: Ask, all: readonly Ask[]): SpokenAsk {
  const higher = all.some(
    other => other.order < ask.order && other.component === ask.component && !other.met && isLess(ask, other),
  );
  return {...ask, say: ask.met || higher ? null : spoken(say`I am asking for ${askPhrase(ask)}.`)};
}

function isLess({amount: less}: Ask, {amount: more}: Ask): boolean {
  if (!isKnown(less) || !isKnown(more)) return false;
  return sameUnit(less.quantity.unit, more.quantity.unit) && valueOf(less) <= valueOf(more);
}

/** A lever's own topic, and at the first argument those that no lever takes up: better told there than nowhere. */
function toldAt(topics: readonly Topic[], at: number, first: boolean): readonly Topic[] {
  const own = topics.slice(at, at + 1).filter(topic => topic !== 'other');
  if (!first) return own;
  const all: readonly Topic[] = ['uptime', 'on-call', 'modernisation', 'capacity'];
  return [...own, ...all.filter(topic => !topics.includes(topic)), 'other'];
}

function leverPlan(stage: Stage): LeverPlan {
  const {lever, plan, topics} = stage;
  const kind = topicIn(lever.title);
  const claims = plan.ledger.filter(
    claim =>
      claim.by === 'guide' &&
      (isInside(claim, lever) || (kind === 'competing' && claim.kind === 'competing')),
  );
  const {ask, script, strengthen, rebuttals} = WORDS[kind](stage);
  const also = topics.filter(one => one !== kind).flatMap(one => OBJECTIONS[one]?.(stage) ?? []);
  return {
    title: head(say`${guideQuote(lever.title, lever.span)}`),
    kind,
    ask: ask === null ? null : askLine(ask),
    script: script.map(spoken),
    strengthen: strengthen.map(one => head(reaching(one, 'call'))),
    rebuttals: [...rebuttals, ...also].map(rebuttal),
    record: topics.flatMap(topic => recordedOn(stage, topic)),
    claims: claims.map(claim => claim.id),
    withheld: [
      ...claims.filter(claim => claim.verdict.kind !== 'holds').map(withheld),
      ...beyondRecord(stage),
    ],
    span: lever.span,
    ...(ABOUT[kind] === undefined ? {} : {about: [ABOUT[kind]]}),
  };
}

/** Levers that go whole where the case rules their subject out. */
const ABOUT: Readonly<Partial<Record<Topic, Subject>>> = {
  uptime: 'uptime',
  competing: 'competing',
  'on-call': 'onCall',
};

function spoken(text: Prose): Say {
  return {text: head(text)};
}

/** What is asked for: it goes where one of its figures is ruled out, and the lever stays. */
function askLine({prose}: Prose): Prose {
  const about = subjectsIn({prose});
  return about.length === 0 ? {prose} : {prose, about};
}

/** An answer that may not be given takes the objection with it. */
function rebuttal({they, you}: Reply): Rebuttal {
  return {they: head(they), you: spoken(you), about: [...subjectsIn(you), named(textOf(you))]};
}

function subjectsIn(text: Prose): readonly Subject[] {
  const found = figuresOf(text).flatMap(figure =>
    isKnown(figure) && figure.subject !== undefined ? [figure.subject] : [],
  );
  return [...new Set(found)];
}

function isInside({span}: Claim, lever: Lever): boolean {
  return span !== undefined && span.from >= lever.span.from && span.to <= lever.span.to;
}
