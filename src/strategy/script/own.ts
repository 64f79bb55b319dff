import {atLeast} from '../../base/index.ts';
import {type Claim, withMargin} from '../../claims/index.ts';
import {
  type Figure,
  figuresOf,
  isEmpty,
  isKnown,
  join,
  type Known,
  listed,
  numbersIn,
  type Part,
  type Prose,
  quote,
  say,
  sentence,
  textOf,
  type Topic,
  topicOf,
  valueOf,
} from '../../figure/index.ts';
import type {Plan} from '../types.ts';
import type {Stage} from './stage.ts';

// What the reader has to show: claims of their own, as they are said.

/** The reader's own claims of a topic. Of none there are only those that nobody has given a subject. */
export function ownOn(stage: Stage, topic: Topic): readonly Claim[] {
  return stage.plan.ledger.filter(({by, subject}) => by === 'me' && topicOf(subject ?? undefined) === topic);
}

/** Whether a figure of the reader's own may be spoken: it holds, on paper, and is nobody's secret. */
function isSpeakable(claim: Claim, plan: Plan): boolean {
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
export function ownSentences(stage: Stage): readonly Prose[] {
  const own = stage.topics.flatMap(topic => ownSpoken(stage, topic));
  const lastCounted = own.findLastIndex(claim => standing(claim) === 'counted');
  return own.map((claim, at) => {
    const behind = paperBehind(claim);
    const next = own[at + 1];
    return join([
      ownSentence(claim),
      next !== undefined && textOf(paperBehind(next)) === textOf(behind) ? null : behind,
      at === lastCounted ? say`The exports are not mine to hand over; how I counted is.` : null,
    ]);
  });
}

/** The claims behind `ownSentences`. */
export function ownSpoken(stage: Stage, topic: Topic): readonly Claim[] {
  return uncovered(stage, topic, claim => isSpeakable(claim, stage.plan));
}

/** Measured claims that would be spoken, did not their interval hold no effect at all. */
export function ownUnshown(stage: Stage, topic: Topic): readonly Claim[] {
  const {spokenFrom} = stage.plan;
  return uncovered(
    stage,
    topic,
    ({margin, disclosure, evidence}) =>
      margin?.shown === false && disclosure !== 'confidential' && atLeast(evidence.tier, spokenFrom),
  );
}

/** The reader's own claims of one sort, without the facts that stand in another of that sort. */
function uncovered(stage: Stage, topic: Topic, wanted: (claim: Claim) => boolean): readonly Claim[] {
  const covered = new Set(
    stage.plan.ledger
      .filter(claim => claim.kind === 'own' && claim.workings.length > 0 && wanted(claim))
      .flatMap(claim => claim.facts),
  );
  return ownOn(stage, topic).filter(
    claim => wanted(claim) && !(claim.kind === 'fact' && claim.facts.some(name => covered.has(name))),
  );
}

/** The claim in the reader's words, its figure after them where the words hold none. */
function ownSentence(claim: Claim): Prose {
  return claim.kind === 'fact'
    ? say`Of my own record, ${claim.says}: ${ownFigure(claim)}.`
    : say`${told(claim)}.`;
}

/** What is claimed and how sure it is, without a full stop. */
export function told(claim: Claim): Prose {
  const words = withFigure(claim);
  if (words === null) return say`${bare(claim.says)}: ${ownFigure(claim)}`;
  // The ledger has held the words against the formula: the figure in them is the claim's own.
  return withMargin(bare(words), claim.margin);
}

/** A digit or two of rounding: the ledger has held the words to less. */
const ROUNDED = 0.02;

/** The claim's words with the number that is its result as a figure, written as it stands there; null where none is. */
function withFigure(claim: Claim): Prose | null {
  const figure = exact(claim);
  if (!isKnown(figure)) return null;
  const tells = (value: number, by = 1) =>
    Math.abs(value - by * valueOf(figure)) <= ROUNDED * Math.abs(by * valueOf(figure));
  if (figuresOf(claim.says).some(one => tells(valueOf(one)))) return claim.says;
  const parts = claim.says.prose.map(part => split(part, figure, tells));
  const at = parts.findIndex(one => one !== null);
  if (at < 0) return null;
  return {
    ...claim.says,
    prose: claim.says.prose.flatMap((part, index) => (index === at ? (parts[at] ?? []) : [part])),
  };
}

/** The words before the number, the number, and the words after it; null where the part has no such number. */
function split(
  part: Part,
  figure: Known,
  tells: (value: number, by: number) => boolean,
): readonly Part[] | null {
  if (typeof part === 'string' || !('quote' in part)) return null;
  const {quote: text, ...more} = part;
  // A share is written in percent, and nothing else is.
  const found = numbersIn(text).find(({values, to}) =>
    values.some(value => tells(value, /^\s?%/.test(text.slice(to)) ? 100 : 1)),
  );
  if (found === undefined) return null;
  const end = text[found.to] === '%' ? found.to + 1 : found.to;
  const [from, to] = [text.slice(0, found.from), text.slice(end)];
  const written: Known = {...figure, style: {as: 'written', text: text.slice(found.from, end)}};
  return [...(from === '' ? [] : [quote(from, more)]), written, ...(to === '' ? [] : [quote(to, more)])];
}

/** The number that the claim comes to, without what is said around it. */
function exact(claim: Claim): Figure {
  return (claim.workings[0]?.result ?? claim.stated).quantityOf;
}

/** A claim's figure for a sentence, with how sure it is where it was measured. */
export function ownFigure(claim: Claim): Prose {
  const result = claim.workings[0]?.resultText;
  if (result === undefined || claim.kind === 'fact') return claim.statedText;
  const [only, ...more] = result.prose;
  // One figure that tells its interval itself is one figure with one source.
  if (typeof only === 'object' && 'quantity' in only && more.length === 0 && only.interval !== undefined)
    return say`${{...only, style: {...only.style, interval: true}}}`;
  return withMargin(result, claim.margin);
}

/** What a claim stands on: papers, a record that may be shown, or an employer's, of which only the counting may be told. */
function standing({margin}: Claim): 'paper' | 'record' | 'counted' {
  if (margin === undefined) return 'paper';
  return margin.papers ? 'record' : 'counted';
}

const SHOWN = {
  paper: 'I can show you the paper:',
  record: 'I can show you the record:',
  counted: 'I worked it out from',
} as const;

/** What can be shown for it, or from what it was counted. */
function paperBehind(claim: Claim): Prose {
  const papers = new Set(claim.inputs.map(({evidence}) => evidence.source));
  return say`${SHOWN[standing(claim)]} ${listed([...papers].map(paper => say`${quote(paper)}`))}.`;
}

/** The paper that would let the reader's own weak claims of the topic be spoken. */
export function ownPaper(stage: Stage, topic: Topic): readonly Prose[] {
  const weak = ownOn(stage, topic).filter(
    claim => claim.disclosure !== 'confidential' && !isSpeakable(claim, stage.plan),
  );
  const papers = weak
    .flatMap(claim => claim.inputs)
    .filter(input => !atLeast(input.evidence.tier, stage.plan.spokenFrom))
    .map(input => say`a record that shows ${quote(input.label)}, which is ${input.evidence.tier} only`);
  return distinct(papers);
}

/** Each text once. */
export function distinct(texts: readonly Prose[]): readonly Prose[] {
  return [...new Map(texts.map(text => [textOf(text), text])).values()];
}

/** The reader's words as a sentence begins, without the stop that they may end in. */
function bare(of: Prose): Prose {
  const last = of.prose.at(-1);
  if (last === undefined || isEmpty(of)) return of;
  const ended = (text: string) => text.trimEnd().replace(/[.:]$/, '');
  const end: Part =
    typeof last === 'string' ? ended(last) : 'quote' in last ? {...last, quote: ended(last.quote)} : last;
  return sentence({...of, prose: [...of.prose.slice(0, -1), end]});
}
