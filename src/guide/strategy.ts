import {normalized} from './bare.ts';
import {type MarkdownBlock, type Page, type TextRange, wordsOf} from './blocks.ts';
import {
  isRequest,
  leadOf,
  strategyLabel,
  talkOf,
  type Utterance,
  walkAwayConditions,
} from '../english/index.ts';
import {competingIn} from './competing.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import {positionsOf, type Side} from './positions.ts';
import {sentenceOf, sentenceStretches} from './prose.ts';
import {scenariosIn} from './scenarios.ts';
import {slotsOf} from './slots.ts';
import type {Band, Read, Sentence, Strategy, Unread} from './types.ts';

/** Characters of its sentence that an unread figure is shown with, on either side. */
const WORDS_AROUND = 60;

/** Whether a block is the strategy: a quote or paragraph that says so in bold. */
export function isStrategy(page: Page, block: MarkdownBlock): boolean {
  return (
    (block.kind === 'quote' || block.kind === 'paragraph') &&
    !block.titles &&
    page.source.text.slice(block.from, block.from + 24).includes('**') &&
    labelOf(page, block) !== null
  );
}

/** `> **Negotiate Up Strategy:** …`, once or once for each level, and tables of what to open with and to accept. */
export const strategy: BlockRule = {
  part: 'strategy',
  read(page, left, so) {
    const claims = left.filter(block => isStrategy(page, block));
    const scenarios = scenariosIn(page, left, so.bands);
    const first = claims[0] ?? scenarios.claims[0];
    if (first === undefined) return NOTHING;
    const own = [so.company?.value ?? ''];
    const read = claims.map(block => talkOfBlock(page, block, claims.length > 1, so.bands, own));
    const utterances = read.flatMap(one => one.utterances);
    const stretches = read.flatMap(one => one.sentences);
    const positions = positionsOf(page, utterances, scenarios.stated);
    const competing = competingIn(
      page,
      read.flatMap(one => one.offers),
    );
    const sentences = stretches.map(stretch => sentenceOf(page, stretch));
    const rest = restOf(page, {...positions, competing}, sentences, utterances);
    const told: Strategy = {
      passage: {
        section: first.section,
        label: 'Negotiate Up Strategy',
        span: page.source.span(first.from, claims.at(-1)?.to ?? scenarios.claims.at(-1)?.to ?? first.to),
        sentences,
      },
      ...positions,
      walkAwayIf: stretches.flatMap(stretch => walkAwayIf(page, stretch)),
      lead: leadIn(page, stretches),
      asks: sentences.filter(({text}) => isRequest(text)),
      competing,
      other: rest.other,
      slots: claims.flatMap(block => slotsOf(page, block)),
    };
    return {
      claims: [...claims, ...scenarios.claims],
      parts: {strategy: told},
      unread: [...scenarios.unread, ...rest.unread],
    };
  },
};

/** The sentences of one strategy and what they say; where there are several, each speaks of what its label names. */
function talkOfBlock(
  page: Page,
  block: MarkdownBlock,
  several: boolean,
  cells: readonly Band[],
  own: readonly string[],
) {
  const label = labelOf(page, block);
  const scope = several ? normalized(label?.scope ?? '') : '';
  const sentences = sentenceStretches(page, block.start + (label?.end ?? 0), block.to);
  return {sentences, ...talkOf(page.bare, sentences, {cells, own, scope: scope === '' ? null : scope})};
}

/** The label of the strategy, within the first words of its block. */
function labelOf(page: Page, block: MarkdownBlock) {
  return strategyLabel(page.bare.slice(block.start, Math.min(block.to, block.start + 120)));
}

/** "Lead with reliability economics", with what it goes on to quote. */
function leadIn(page: Page, stretches: readonly TextRange[]): Read<string> | null {
  for (const {from, to} of stretches) {
    const lead = leadOf(page.bare.slice(from, to));
    if (lead !== null) return readAt(page, from, lead);
  }
  return null;
}

/** The conditions to walk away on that are no number. */
function walkAwayIf(page: Page, {from, to}: TextRange): Read<string>[] {
  return walkAwayConditions(page.bare.slice(from, to)).map(one => readAt(page, from, one));
}

function readAt(page: Page, offset: number, {from, to}: TextRange): Read<string> {
  const span = page.source.span(offset + from, offset + to);
  return {value: wordsOf(page, span), span};
}

/** What the strategy says beside its positions and offers, by sentence, and what of it could not be placed. */
interface Rest {
  readonly other: readonly Read<string>[];
  readonly unread: readonly Unread[];
}

/**
 * Every figure is told once: in a position or an offer, or, with its sentence, in `other`; where the words do something with
 * it and do not say what it pays, it is unread.
 */
function restOf(
  page: Page,
  told: Pick<Strategy, Side | 'competing'>,
  sentences: readonly Sentence[],
  utterances: readonly Utterance[],
): Rest {
  const placed = new Set([
    ...[...told.anchor, ...told.accept, ...told.walkAway].map(({span}) => span.from),
    ...told.competing.flatMap(({places}) => Object.values(places).map(({from}) => from)),
  ]);
  const isLost = ({act, pays, aside, amount}: Utterance) =>
    pays === null && !aside && !amount.percent && (act === 'open' || act === 'accept' || act === 'walk');
  const lost = new Set(utterances.filter(isLost).map(({from}) => from));
  const other: Read<string>[] = [];
  const unread: Unread[] = [];
  for (const sentence of sentences) {
    const {text, span, figures} = sentence;
    const sums = figures.filter(({kind}) => kind === 'money' || kind === 'percent');
    // of a range a position holds one end: the sentence tells the other
    const rest = sums.filter(({span: at, low, high}) => !placed.has(at.from) || low !== high);
    for (const figure of rest)
      if (lost.has(figure.span.from))
        unread.push({
          text: around(page, span, figure.span),
          why: 'a sum of the strategy that pays nothing that is named',
          span: figure.span,
        });
    const spoken = rest.some(figure => !lost.has(figure.span.from));
    const wordy =
      sums.length === 0 && (figures.length > 0 || isRequest(text) || walkAwayIf(page, span).length > 0);
    if (spoken || wordy) other.push({value: text, span});
  }
  return {other, unread};
}

/** A figure with the words around it, as far as its sentence goes. */
function around(page: Page, sentence: TextRange, figure: TextRange): string {
  const from = Math.max(sentence.from, figure.from - WORDS_AROUND);
  const to = Math.min(sentence.to, figure.to + WORDS_AROUND);
  return wordsOf(page, {from, to});
}
