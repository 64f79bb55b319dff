import {plain} from './bare.ts';
import {type Block, type Page, type Stretch, wordsOf} from './blocks.ts';
import {type Clause, clausesOf} from './clauses.ts';
import {competingIn} from './competing.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import {positionsOf} from './positions.ts';
import {sentenceOf, sentenceStretches} from './prose.ts';
import type {Read, Sentence, Strategy} from './types.ts';

const LABEL =
  /^[\s\uFEFF]*(?:final |overall )?negotiat(?:e[- ]up|ion)(?: up)? strategy\b[\s\uFEFF]*(?:\(([^)]*)\))?[\s\uFEFF]*:?[\s\uFEFF]*/i;

/** Whether a block is the strategy: a quote or paragraph that says so in bold. */
export function isStrategy(page: Page, block: Block): boolean {
  return (
    (block.kind === 'quote' || block.kind === 'paragraph') &&
    !block.titles &&
    page.source.text.slice(block.from, block.from + 24).includes('**') &&
    LABEL.test(page.bare.slice(block.start, Math.min(block.to, block.start + 120)))
  );
}

/** `> **Negotiate Up Strategy:** …`, once or once for each level. */
export const strategy: BlockRule = {
  part: 'strategy',
  read(page, left, so) {
    const claims = left.filter(block => isStrategy(page, block));
    const first = claims[0];
    if (first === undefined) return NOTHING;
    const clauses: Clause[] = [];
    const stretches: Stretch[] = [];
    for (const block of claims) {
      const label = LABEL.exec(page.bare.slice(block.start, Math.min(block.to, block.start + 120)));
      const from = block.start + (label?.[0].length ?? 0);
      const scope = claims.length > 1 ? plain(label?.[1] ?? '') : '';
      const sentences = sentenceStretches(page, from, block.to);
      stretches.push(...sentences);
      clauses.push(...clausesOf(page, sentences, so.bands, scope === '' ? null : scope));
    }
    const {anchor, accept, walkAway} = positionsOf(page, clauses, so.bands);
    const sentences = stretches.map(stretch => sentenceOf(page, stretch));
    const read: Strategy = {
      passage: {
        section: first.section,
        label: 'Negotiate Up Strategy',
        span: page.source.span(first.from, claims.at(-1)?.to ?? first.to),
        sentences,
      },
      anchor,
      accept,
      walkAway,
      walkAwayIf: stretches.flatMap(stretch => walkAwayIf(page, stretch)),
      lead: leadOf(page, stretches),
      asks: sentences.filter(isAsk),
      competing: competingIn(page, clauses, [so.company?.value ?? '']),
      other: otherOf(page, sentences, clauses),
    };
    return {claims, parts: {strategy: read}};
  },
};

function isAsk(sentence: Sentence): boolean {
  return /^["“]?(?:also |then |finally,? )?(?:request|demand|push for|ask for|negotiate|insist on|secure)\b/i.test(
    sentence.text,
  );
}

/** "Lead with reliability economics", with what it goes on to quote. */
function leadOf(page: Page, stretches: readonly Stretch[]): Read<string> | null {
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
function walkAwayIf(page: Page, {from, to}: Stretch): Read<string>[] {
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
      value: plain(text.slice(hit.index, stop)),
      span: page.source.span(from + hit.index, from + stop),
    });
  }
  return found;
}

/** Sentences with a figure in a clause that is neither opened with, accepted nor walked away from. */
function otherOf(page: Page, sentences: readonly Sentence[], clauses: readonly Clause[]): Read<string>[] {
  return sentences
    .filter(({figures, span}) => {
      const inside = clauses.filter(clause => clause.from >= span.from && clause.to <= span.to);
      const said = inside.some(
        clause =>
          !['anchor', 'accept', 'walkAway'].includes(clause.mode) &&
          /\d/.test(page.bare.slice(clause.from, clause.to)),
      );
      return figures.length > 0 ? said : isAskWords(page, span) || walkAwayIf(page, span).length > 0;
    })
    .map(({text, span}) => ({value: text, span}));
}

function isAskWords(page: Page, span: Stretch): boolean {
  return /^["“]?(?:request|demand|push for|ask for|insist on)\b/i.test(wordsOf(page, span));
}
