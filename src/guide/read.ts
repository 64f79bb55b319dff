import {isForeign} from '../english/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import {bands} from './bands.ts';
import {type MarkdownBlock, type Page, pageOf, unreadBlock} from './blocks.ts';
import {dna} from './dna.ts';
import {frontMatter, standIns} from './front-matter.ts';
import {levels} from './levels.ts';
import {levers} from './levers.ts';
import {narrative} from './narrative.ts';
import type {BlockRule, Parts} from './portion.ts';
import {slotsOf} from './slots.ts';
import {sources} from './sources.ts';
import {strategy} from './strategy.ts';
import {title} from './title.ts';
import type {AuditRule, Guide, Reading, Unread} from './types.ts';

/** Every rule in the order in which it may claim blocks; a layout is read by a rule more, or by a shape more in one. */
const RULES: readonly BlockRule[] = [
  frontMatter,
  title,
  dna,
  bands,
  standIns,
  levels,
  sources,
  levers,
  strategy,
  narrative,
];

/**
 * Reads one guide. Never throws: what is no guide gives `guide: null` and a finding that says why; a block that holds
 * a figure which no rule understood is listed as unread, with a finding. Linear in the length of `text`.
 */
export function readGuide(path: string, text: string): Reading {
  const page = pageOf(path, text);
  const findings: Finding<AuditRule>[] = page.hopeless.map(span =>
    finding(
      'hopeless-line',
      'warning',
      'the line is too long, or too deep in lists and quotes, to be read: it is left out',
      {
        span,
        hint: 'break it into lines of less than two million characters, with at most twelve marks before each',
      },
    ),
  );
  const parts = emptyParts();
  const unread: Unread[] = page.hopeless.map(span => ({
    text: text.slice(span.from, Math.min(span.to, span.from + 200)),
    why: 'too long or too deep a line',
    span,
  }));
  let left = page.blocks;
  for (const rule of RULES) {
    const portion = rule.read(page, left, parts);
    Object.assign(parts, portion.parts);
    for (const finding of portion.findings ?? []) findings.push(finding);
    for (const one of portion.unread ?? []) unread.push(one);
    const claimed = new Set(portion.claims);
    if (claimed.size > 0) left = left.filter(block => !claimed.has(block));
  }
  const why = whyNoGuide(page, parts);
  if (why !== null || parts.role === null || parts.company === null) {
    return {guide: null, findings: [notAGuide(page, why ?? 'it names no role and company'), ...findings]};
  }
  for (const block of left) if (holdsFigure(page, block)) unread.push(unreadOf(page, block));
  for (const one of unread) findings.push(unreadFinding(one));
  const slots = [
    ...parts.narrative.flatMap(({span}) => slotsOf(page, span)),
    ...parts.levers.flatMap(lever => lever.slots),
    ...(parts.strategy?.slots ?? []),
  ].sort((a, b) => a.span.from - b.span.from);
  const guide: Guide = {path, ...parts, role: parts.role, company: parts.company, slots, unread};
  return {guide, findings};
}

/** The parts of a guide before any rule has read. */
export function emptyParts(): Parts {
  return {
    role: null,
    company: null,
    frontMatter: null,
    dna: [],
    narrative: [],
    bands: [],
    levels: [],
    levers: [],
    strategy: null,
    sources: [],
    unread: [],
  };
}

function whyNoGuide(page: Page, parts: Parts): string | null {
  const text = page.source.text;
  if (text.trim() === '') return 'the file is empty';
  if (text.slice(0, 8000).includes('\0')) return 'the file is not text';
  // the strategy is known by its English name
  if (parts.strategy === null && isForeign(page.bare))
    return 'the text is not in English, and only English guides can be read';
  if (parts.role === null) return 'no heading says "Role | Company Negotiation Guide"';
  if (parts.bands.length === 0 && parts.strategy === null && parts.levers.length === 0)
    return 'it has a title, but no compensation table, no levers and no strategy';
  return null;
}

function notAGuide(page: Page, why: string): Finding<AuditRule> {
  const message = say`not a negotiation guide: ${why}`;
  const hint =
    'a guide opens with a heading like "### DevOps Engineer | Example Corp Global Negotiation Guide" and has a compensation table, levers or a strategy';
  return finding('not-a-guide', 'error', message, {
    span: page.source.span(0, 0),
    hint,
  });
}

function holdsFigure(page: Page, block: MarkdownBlock): boolean {
  return !block.titles && block.kind !== 'rule' && /\d/.test(page.bare.slice(block.from, block.to));
}

function unreadOf(page: Page, block: MarkdownBlock): Unread {
  const why =
    block.kind === 'table'
      ? 'a table that is neither the compensation table nor the level map'
      : 'no rule reads a block like this';
  return unreadBlock(page, block, why);
}

function unreadFinding({why, span}: Unread): Finding<AuditRule> {
  return finding('unread-block', 'note', say`left unread: ${why}`, {span, hint: 'check its figures by hand'});
}
