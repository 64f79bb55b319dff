import type {Finding, Source} from '../../base/index.ts';
import type {AuditRule, Guide} from '../types.ts';
import type {AuditContext, Rule} from './rule.ts';

const RULES: readonly Rule[] = [];

/** Every rule that reads a whole guide, for help and docs. */
export const auditRules: readonly Pick<Rule, 'name' | 'severity' | 'says'>[] = RULES;

/** What the audit says of one guide, in the order of the rules. Pure; an empty list is a clean guide. */
export function audit(guide: Guide, source: Source, context: AuditContext): Finding<AuditRule>[] {
  return RULES.flatMap(({name, severity, check}) =>
    [...check(guide, source, context)].map(found => ({rule: name, severity, ...found})),
  );
}
