import {ruledOutBy, type SealedClaim, showVerdict} from '../../claims/index.ts';
import type {Lever} from '../../guide/index.ts';
import type {Plan, Situation} from '../types.ts';
import {sealSituation} from '../plan.ts';
import {capacityObjections, capacityWords} from './capacity.ts';
import {competingWords} from './competing.ts';
import {askPhrase, type Stage, topicOf, type Words} from './lever.ts';
import {modernisationObjections, modernisationWords} from './modernisation.ts';
import {onCallObjections, onCallWords} from './on-call.ts';
import {otherWords} from './other.ts';
import {beyondRecord, recordedOn} from './recorded.ts';
import {say} from './say.ts';
import type {Brief, LeverKind, LeverPlan, Rebuttal, SpokenAsk, Withheld} from './types.ts';
import {uptimeWords} from './uptime.ts';

const WORDS: Readonly<Record<LeverKind, (stage: Stage) => Words>> = {
  uptime: uptimeWords,
  competing: competingWords,
  'on-call': onCallWords,
  modernisation: modernisationWords,
  capacity: capacityWords,
  other: otherWords,
};

/** What the reader's record of a subject will meet, where it is told at another subject's lever. */
const OBJECTIONS: Readonly<Partial<Record<LeverKind, (stage: Stage) => readonly Rebuttal[]>>> = {
  'on-call': onCallObjections,
  modernisation: modernisationObjections,
  capacity: capacityObjections,
};

/** Puts words to a plan: what to say for each ask and each lever, what is withheld and why, which paper would help. */
export function writeBrief(plan: Plan, situation: Situation): Brief {
  const sealed = sealSituation(situation);
  const guide = sealed.readings[0]?.guide ?? null;
  const ruledOut = ruledOutBy(sealed.neverSay);
  const kinds = guide === null ? [] : guide.levers.map(lever => topicOf(lever.title));
  const first = kinds.findIndex(kind => kind !== 'competing');
  const stages: readonly Stage[] =
    guide === null
      ? []
      : guide.levers.map((lever, at) => {
          const subjects = subjectsOf(kinds, at, at === first);
          return {guide, lever, plan, offers: sealed.offers, subjects, ruledOut};
        });
  const levers = stages.map(leverPlan);
  return {
    ...plan,
    asks: plan.asks
      .filter(ask => !ruledOut(ask.text))
      .map((ask): SpokenAsk => ({...ask, say: say`I am asking for ${askPhrase(ask)}.`})),
    levers,
    notToSay: [...fromGuide(plan.ledger), ...stages.flatMap(beyondRecord), ...fromCase(sealed, plan)],
    strengthen: levers.flatMap(lever => lever.strengthen.map(what => ({what, unlocks: lever.title}))),
  };
}

/** A lever's own subject, and at the first argument those that no lever takes up: better told there than nowhere. */
function subjectsOf(kinds: readonly LeverKind[], at: number, first: boolean): readonly LeverKind[] {
  const own = kinds.slice(at, at + 1).filter(kind => kind !== 'other');
  if (!first) return own;
  const all: readonly LeverKind[] = ['uptime', 'on-call', 'modernisation', 'capacity'];
  return [...own, ...all.filter(kind => !kinds.includes(kind)), 'other'];
}

function leverPlan(stage: Stage): LeverPlan {
  const {lever, plan} = stage;
  const kind = topicOf(lever.title);
  const claims = plan.ledger.filter(
    claim => claim.by === 'guide' && (inside(claim, lever) || (kind === 'competing' && isCompeting(claim))),
  );
  return {
    title: lever.title,
    kind,
    ...spoken(WORDS[kind](stage), kind, stage),
    record: stage.subjects.flatMap(one => recordedOn(stage, one)).filter(one => !stage.ruledOut(one.told)),
    claims: claims.map(claim => claim.id),
    withheld: [
      ...claims.filter(claim => claim.verdict.kind !== 'holds').map(withheld),
      ...beyondRecord(stage),
    ],
    span: lever.span,
  };
}

/** A lever's words with the objections to subjects that have no lever, and without what speaks of what the case rules out. */
function spoken(words: Words, kind: LeverKind, stage: Stage): Words {
  const {subjects, ruledOut} = stage;
  const also = subjects.filter(one => one !== kind);
  const rebuttals = [...words.rebuttals, ...also.flatMap(one => OBJECTIONS[one]?.(stage) ?? [])];
  return {
    ...words,
    script: words.script.filter(one => !ruledOut(one.text)),
    rebuttals: rebuttals.filter(one => !ruledOut(one.you.text)),
  };
}

function inside(claim: SealedClaim, lever: Lever): boolean {
  return claim.span !== undefined && claim.span.from >= lever.span.from && claim.span.to <= lever.span.to;
}

function withheld(claim: SealedClaim): Withheld {
  return {text: claim.says, why: showVerdict(claim.verdict), claim: claim.id, span: claim.span ?? null};
}

/** What the guide would have the reader claim, and which does not stand; of offers, also what no paper backs. */
function fromGuide(ledger: readonly SealedClaim[]): readonly Withheld[] {
  const wrong = (claim: SealedClaim) =>
    claim.verdict.kind === 'does not hold' ||
    claim.verdict.kind === 'holds only if' ||
    (claim.verdict.kind === 'cannot be checked' && isCompeting(claim));
  return ledger.filter(claim => claim.by === 'guide' && wrong(claim)).map(withheld);
}

/** Whether a claim of the guide's names another firm's offer as the reader's. */
function isCompeting({id}: SealedClaim): boolean {
  return id.startsWith('competing-');
}

/** What the case itself keeps out: claims that its record does not bear out, subjects ruled out, and secrets by name. */
function fromCase(situation: Situation, plan: Plan): readonly Withheld[] {
  const subjects = situation.neverSay.map(text => ({
    text,
    why: 'your case rules it out of every script',
    claim: null,
    span: null,
  }));
  const wrong = plan.ledger
    .filter(
      claim =>
        claim.by === 'me' &&
        claim.margin !== undefined &&
        claim.disclosure !== 'confidential' &&
        (claim.verdict.kind === 'does not hold' || !claim.margin.shown),
    )
    .map(claim => ({...withheld(claim), span: null}));
  const secrets = plan.ledger
    .filter(claim => claim.by === 'me' && claim.disclosure === 'confidential')
    .map(claim => ({
      text: claim.says,
      why: "it is an employer's: it leaves the desk in no form but the one your rules allow",
      claim: claim.id,
      span: null,
    }));
  return [...wrong, ...subjects, ...secrets];
}
