import {normalized} from './bare.ts';
import {type MarkdownBlock, type Page, type TextRange, wordsOf} from './blocks.ts';
import {talkOf, type Utterance} from '../english/index.ts';
import {competingIn} from './competing.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import {positionsOf} from './positions.ts';
import {sentenceOf, sentenceStretches} from './prose.ts';
import {scenariosIn} from './scenarios.ts';
import {slotsOf} from './slots.ts';
import type {Band, Read, Sentence, Strategy} from './types.ts';

const LABEL =
  /^[\s\uFEFF]*(?:final |overall )?negotiat(?:e[- ]up|ion)(?: up)? strategy\b[\s\uFEFF]*(?:\(([^)]*)\))?[\s\uFEFF]*:?[\s\uFEFF]*/i;

/** Whether a block is the strategy: a quote or paragraph that says so in bold. */
export function isStrategy(page: Page, block: MarkdownBlock): boolean {
  return (
    (block.kind === 'quote' || block.kind === 'paragraph') &&
    !block.titles &&
    page.source.text.slice(block.from, block.from + 24).includes('**') &&
    LABEL.test(page.bare.slice(block.start, Math.min(block.to, block.start + 120)))
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
    const {anchor, accept, walkAway} = positionsOf(page, utterances, scenarios.stated);
    const sentences = stretches.map(stretch => sentenceOf(page, stretch));
    const told: Strategy = {
      passage: {
        section: first.section,
        label: 'Negotiate Up Strategy',
        span: page.source.span(first.from, claims.at(-1)?.to ?? scenarios.claims.at(-1)?.to ?? first.to),
        sentences,
      },
      anchor,
      accept,
      walkAway,
      walkAwayIf: stretches.flatMap(stretch => walkAwayIf(page, stretch)),
      lead: leadOf(page, stretches),
      asks: sentences.filter(isAsk),
      competing: competingIn(
        page,
        read.flatMap(one => one.offers),
      ),
      other: otherOf(page, sentences, utterances),
      slots: claims.flatMap(block => slotsOf(page, block)),
    };
    return {claims: [...claims, ...scenarios.claims], parts: {strategy: told}, unread: scenarios.unread};
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
  const label = LABEL.exec(page.bare.slice(block.start, Math.min(block.to, block.start + 120)));
  const scope = several ? normalized(label?.[1] ?? '') : '';
  const sentences = sentenceStretches(page, block.start + (label?.[0].length ?? 0), block.to);
  return {sentences, ...talkOf(page.bare, sentences, {cells, own, scope: scope === '' ? null : scope})};
}

function isAsk(sentence: Sentence): boolean {
  return /^["“]?(?:also |then |finally,? )?(?:request|demand|push for|ask for|negotiate|insist on|secure)\b/i.test(
    sentence.text,
  );
}

/** "Lead with reliability economics", with what it goes on to quote. */
function leadOf(page: Page, stretches: readonly TextRange[]): Read<string> | null {
  for (const {from, to} of stretches) {
    const hit = /^["“]?lead(?:ing)? (?:with|by)\s+/i.exec(
      page.bare.slice(from, to).replaceAll('\uFEFF', ' '),
    );
    if (hit === null) continue;
    const at = from + hit[0].length;
    return {value: wordsOf(page, {from: at, to}).replace(/\.$/, ''), span: page.source.span(at, to)};
  }
  return null;
}

/** "Walk away …, or if the role does not include …": the conditions that are no number. */
function walkAwayIf(page: Page, {from, to}: TextRange): Read<string>[] {
  const text = page.bare.slice(from, to);
  const walk = /\bwalk(?:ing)?[- ]away\b|\bwalk if\b/i.exec(text);
  if (walk === null) return [];
  const found: Read<string>[] = [];
  const condition = /\bif\b[\s\uFEFF]+/gi;
  condition.lastIndex = walk.index;
  for (let hit = condition.exec(text); hit !== null; hit = condition.exec(text)) {
    const end = text.slice(hit.index).search(/;|,[\s\uFEFF]+or[\s\uFEFF]|[.!?]?["”\s\uFEFF]*$/);
    const stop = hit.index + (end < 0 ? text.length - hit.index : end);
    found.push({
      value: normalized(text.slice(hit.index, stop)),
      span: page.source.span(from + hit.index, from + stop),
    });
  }
  return found;
}

/** Sentences with a figure that is neither opened with, accepted nor walked away from. */
function otherOf(
  page: Page,
  sentences: readonly Sentence[],
  utterances: readonly Utterance[],
): Read<string>[] {
  const elsewhere = utterances.filter(
    ({act, pays}) => pays === null || !['open', 'accept', 'walk'].includes(act ?? ''),
  );
  return sentences
    .filter(({figures, span}) =>
      figures.length > 0
        ? elsewhere.some(({from, to}) => from >= span.from && to <= span.to)
        : isAskWords(page, span) || walkAwayIf(page, span).length > 0,
    )
    .map(({text, span}) => ({value: text, span}));
}

function isAskWords(page: Page, span: TextRange): boolean {
  return /^["“]?(?:request|demand|push for|ask for|insist on)\b/i.test(wordsOf(page, span));
}
