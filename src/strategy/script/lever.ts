import {atLeast, type Money, showMoney} from '../../base/index.ts';
import {marginWords, numbersIn, type SealedClaim, showFigure, withMargin} from '../../claims/index.ts';
import type {Figure, Guide, Lever} from '../../guide/index.ts';
import type {Ask, Plan} from '../types.ts';
import type {Offer} from '../../terms/index.ts';
import {type Bound, join, listed, say} from './say.ts';
import type {LeverKind, LeverPlan, Say} from './types.ts';

/** What a lever's words are made from. Offers are sealed: no confidential figure is in them. */
export interface Stage {
  readonly guide: Guide;
  readonly lever: Lever;
  readonly plan: Plan;
  readonly offers: readonly Offer[];
  /** What of the reader's own is told here: the lever's subject, and at one lever what no lever is on. */
  readonly subjects: readonly LeverKind[];
  /** Whether a text speaks of what the case keeps out of every script. */
  readonly ruledOut: (text: string) => boolean;
}

/** What each kind of lever has to write; the rest is the same for all. */
export type Words = Pick<LeverPlan, 'ask' | 'script' | 'strengthen' | 'rebuttals'>;

const TOPICS: readonly (readonly [LeverKind, RegExp])[] = [
  ['competing', /\bcompet|\bcounter-?offer|\brival/i],
  ['on-call', /\bon-?call\b|\bpager|\bquiet|\bincidents? (?:over|exceed|longer)|\bincident of over/i],
  ['uptime', /\buptime|\bavailab|\breliab|\bdowntime|\boutage/i],
  ['modernisation', /\bmoderni[sz]|\bmigrat|\bdeploy|\bpipeline|\bautomat|\bci\/cd|\bvelocity/i],
  ['capacity', /\bcapacity\b|\bheadroom\b|\bvolumes?\b|\bpeak load|\bthroughput\b/i],
];

/** What a text speaks of; the same test sorts the guide's levers and the reader's own claims. */
export function topicOf(text: string): LeverKind {
  return TOPICS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}

/** The reader's own claims on the lever's subject. */
export function ownOn(stage: Stage, kind: LeverKind): readonly SealedClaim[] {
  return stage.plan.ledger.filter(
    claim => claim.by === 'me' && topicOf(`${claim.says} ${claim.id}`) === kind,
  );
}

/** Whether a figure of the reader's own may be spoken: it holds, on paper, and is nobody's secret. */
function speakable(claim: SealedClaim, plan: Plan): boolean {
  return (
    claim.verdict.kind === 'holds' &&
    claim.disclosure !== 'confidential' &&
    atLeast(claim.evidence.tier, plan.spokenFrom)
  );
}

/**
 * One sentence for each claim of the reader's that may be told at the lever, and what stands behind it: once where several
 * stand on the same. That exports are not to be handed over is said once, at the end. A claim over facts makes those
 * facts' own claims superfluous.
 */
export function ownSentences(stage: Stage): readonly Say[] {
  const own = stage.subjects.flatMap(kind => ownSpoken(stage, kind));
  const lastCounted = own.findLastIndex(claim => standing(claim) === 'counted');
  return own.map((claim, at) => {
    const behind = paperBehind(claim);
    const next = own[at + 1];
    return join(
      ownSentence(claim),
      next !== undefined && paperBehind(next).text === behind.text ? null : behind,
      at === lastCounted ? say`The exports are not mine to hand over; how I counted is.` : null,
    );
  });
}

/** The claims behind `ownSentences`. */
export function ownSpoken(stage: Stage, kind: LeverKind): readonly SealedClaim[] {
  return uncovered(stage, kind, claim => speakable(claim, stage.plan));
}

/** Measured claims that would be spoken, did not their interval hold no effect at all. */
export function ownUnshown(stage: Stage, kind: LeverKind): readonly SealedClaim[] {
  const {spokenFrom} = stage.plan;
  return uncovered(
    stage,
    kind,
    ({margin, disclosure, evidence}) =>
      margin?.shown === false && disclosure !== 'confidential' && atLeast(evidence.tier, spokenFrom),
  );
}

/** The reader's own claims of one sort, without the facts that stand in another of that sort. */
function uncovered(
  stage: Stage,
  kind: LeverKind,
  wanted: (claim: SealedClaim) => boolean,
): readonly SealedClaim[] {
  const covered = new Set(
    stage.plan.ledger
      .filter(claim => claim.by === 'me' && claim.workings.length > 0 && wanted(claim))
      .flatMap(claim => claim.inputs.map(input => `fact-${input.name}`)),
  );
  return ownOn(stage, kind).filter(claim => wanted(claim) && !covered.has(claim.id));
}

/** The claim in the reader's words, its figure after them where the words hold none. */
function ownSentence(claim: SealedClaim): Say {
  return claim.id.startsWith('fact-')
    ? say`Of my own record, ${claim.says}: ${figureOf(claim)}.`
    : say`${told(claim)}.`;
}

/** What is claimed and how sure it is, without a full stop. */
export function told(claim: SealedClaim): Say {
  const figure = figureOf(claim);
  const written = figureIn(claim);
  if (written === undefined) return say`${sentence(claim.says)}: ${figure}`;
  // The ledger has held the words against the formula: the figure in them is the claim's own.
  const interval = marginWords(claim.margin);
  const sure = interval === null ? say`` : say` (${{...figure, shown: interval}})`;
  const words = {text: sentence(claim.says), bindings: [{...figure, shown: written}]};
  return say`${words}${sure}`;
}

/** A digit or two of rounding: the ledger has held the words to less. */
const ROUNDED = 0.02;

/** The number in the claim's words that is its result, as it is written there. */
function figureIn({says, workings, stated}: SealedClaim): string | undefined {
  const result = (workings[0]?.result ?? stated)?.value;
  if (result === undefined) return undefined;
  const tells = (value: number) =>
    [result, 100 * result].some(exact => Math.abs(value - exact) <= ROUNDED * Math.abs(exact));
  const found = numbersIn(says).find(({values}) => values.some(tells));
  if (found === undefined) return undefined;
  return says.slice(found.from, says[found.to] === '%' ? found.to + 1 : found.to).trim();
}

/** What a claim stands on: papers, a record that may be shown, or an employer's, of which only the counting may be told. */
function standing({margin}: SealedClaim): 'paper' | 'record' | 'counted' {
  if (margin === undefined) return 'paper';
  return margin.papers ? 'record' : 'counted';
}

const SHOWN = {
  paper: 'I can show you the paper',
  record: 'I can show you the record',
  counted: 'I worked it out from',
} as const;

/** What can be shown for it, or from what it was counted. */
function paperBehind(claim: SealedClaim): Say {
  const {inputs} = claim;
  const papers = new Map(
    inputs.map(({name, evidence}): [string, Bound] => [
      evidence.source,
      {to: `fact:${name}`, shown: evidence.source, evidence},
    ]),
  );
  const all = listed([...papers.values()].map(paper => say`${paper}`));
  const on = standing(claim);
  return say`${SHOWN[on]}${on === 'counted' ? '' : ':'} ${all}.`;
}

/** The paper that would let the reader's own weak claims on the subject be spoken. */
export function ownPaper(stage: Stage, kind: LeverKind): readonly string[] {
  const weak = ownOn(stage, kind).filter(
    claim => claim.disclosure !== 'confidential' && !speakable(claim, stage.plan),
  );
  return [
    ...new Set(
      weak
        .flatMap(claim => claim.inputs.map(input => input))
        .filter(input => !atLeast(input.evidence.tier, stage.plan.spokenFrom))
        .map(input => `a record that shows ${input.label}, which is ${input.evidence.tier} only`),
    ),
  ];
}

/** A claim's figure for a sentence, with how sure it is. */
export function figureOf(claim: SealedClaim): Bound {
  return {
    to: `claim:${claim.id}`,
    shown: shownWith(claim),
    evidence: claim.evidence,
  };
}

/** The figure as it is said, with how sure it is where it was measured. */
function shownWith({id, workings, statedText, margin}: SealedClaim): string {
  const result = workings[0]?.resultText;
  return result === undefined || id.startsWith('fact-') ? statedText : withMargin(result, margin);
}

/** The words of the trade that the guide itself uses: on a trading floor time is market hours, and teams may be pods. */
export function settingOf({guide}: Stage): {
  readonly trading: boolean;
  readonly who: string;
  readonly hours: string;
} {
  const text = guide.narrative.flatMap(passage => passage.sentences.map(sentence => sentence.text)).join(' ');
  const trading = /\btrad(?:e|es|ing|ers?)\b|\bmarket hours\b/i.test(text);
  return {trading, who: /\bpods\b/i.test(text) ? 'pods' : 'teams', hours: trading ? ' in market hours' : ''};
}

export function askOf(plan: Plan, component: Ask['component']): Ask | undefined {
  return plan.asks.find(ask => ask.component === component);
}

/** An ask's figure for a sentence: `$215,000`. Undefined where the ask is not in money. */
export function askFigure(ask: Ask | undefined): Bound | undefined {
  if (ask?.amount == null) return undefined;
  return {
    to: `ask:${ask.order}`,
    shown: showMoney(ask.amount),
    evidence: {tier: 'guide', source: `${ask.span.file}:${ask.span.line}`},
  };
}

/** What an ask asks for, as a phrase: "$215,000 base salary", "an on-call premium of $30,000 a year". */
export function askPhrase(ask: Ask): Say {
  const figure = askFigure(ask);
  if (figure === undefined || !ask.text.startsWith(figure.shown)) {
    const evidence = {tier: 'guide', source: `${ask.span.file}:${ask.span.line}`} as const;
    return say`${{to: `ask:${ask.order}`, shown: ask.text, evidence}}`;
  }
  if (ask.component === 'base') return say`${figure} base salary`;
  const rest = ask.text.slice(figure.shown.length).trim();
  const period = / an? (?:year|quarter|month)$/.exec(rest)?.[0] ?? '';
  const noun = rest.slice(0, rest.length - period.length);
  return say`${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun} of ${figure}${period}`;
}

/** A figure of the lever's own text that the reader asks for, such as a bonus a quarter. */
export function asked(figure: Figure): Bound {
  const money: Money | null =
    figure.currency === null ? null : {amount: figure.high, currency: figure.currency};
  return {
    to: `guide:${figure.span.line}:${figure.span.column}`,
    shown: money === null ? showFigure(figure) : showMoney(money),
    evidence: {tier: 'guide', source: `${figure.span.file}:${figure.span.line}`},
  };
}

export function figuresOf(lever: Lever): readonly Figure[] {
  return lever.passage.sentences.flatMap(one => one.figures);
}

function sentence(text: string): string {
  const bare = text.trim().replace(/[.:]$/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
