import {type Edition, named, type Prose, say, type Severity} from '../figure/index.ts';
import type {Block, ListItem, Tone} from '../page/index.ts';

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {error: '✗', warning: '!', note: '·'};
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  error: 'fail',
  warning: 'unknown',
  note: 'muted',
};

/** What stands behind the title: what this is, and for whom. */
export function editionWords(edition: Edition, who = ''): Prose {
  switch (edition) {
    case 'desk':
      return say`for your desk only: an employer’s figures and today’s job are in it`;
    case 'call':
      return say`private, for ${named(who)}`;
    case 'share':
      return say`may be shown`;
  }
}

/** A list with an item a line, in one tone; no block where there is none. */
export function listOf(items: readonly (Prose | ListItem)[], tone: Tone = 'plain'): readonly Block[] {
  if (items.length === 0) return [];
  return [{block: 'list', items: items.map(one => ('prose' in one ? {text: [{text: one, tone}]} : one))}];
}

/** A paragraph of one text. */
export function paragraph(of: Prose, tone: Tone = 'plain'): Block {
  return {block: 'paragraph', text: [{text: of, tone}]};
}
