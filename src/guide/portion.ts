import type {Finding} from '../figure/index.ts';
import type {MarkdownBlock, Page} from './blocks.ts';
import type {AuditRule, Guide, Unread} from './types.ts';

/** The parts of a guide as they come together, rule by rule. Later rules see what earlier ones read. */
export type Parts = {
  -readonly [part in keyof Omit<Guide, 'path' | 'role' | 'company' | 'slots'>]: Guide[part];
} & {
  role: Guide['role'] | null;
  company: Guide['company'] | null;
};

/** What one rule understood: the blocks it claims, what it read in them, and what it noticed. */
export interface Portion {
  readonly claims: readonly MarkdownBlock[];
  readonly parts: Partial<Parts>;
  readonly findings?: readonly Finding<AuditRule>[];
  readonly unread?: readonly Unread[];
}

/** A rule reads one part of a guide from the blocks that no earlier rule has claimed. */
export interface BlockRule {
  readonly part: string;
  readonly read: (page: Page, left: readonly MarkdownBlock[], so: Parts) => Portion;
}

export const NOTHING: Portion = {claims: [], parts: {}};
