import type {Rates, Source, Span} from '../../base/index.ts';
import type {Conventions} from '../../calendar/index.ts';
import type {Severity, Words} from '../../figure/index.ts';
import type {AuditRule, Guide} from '../types.ts';

/** What the audit is told from outside: dated rates, the lengths of days and years, and its own day (`YYYY-MM-DD`). */
export interface AuditContext {
  readonly rates: Rates;
  readonly conventions: Conventions;
  readonly today: string;
}

/** One thing that the audit looks at in a guide. */
export interface AuditCheck {
  readonly name: AuditRule;
  readonly severity: Severity;
  /** One line for help and docs. */
  readonly says: string;
  readonly check: (guide: Guide, source: Source, context: AuditContext) => Iterable<AuditHit>;
}

/** A finding without what its rule fills in. A severity of its own overrides the rule's. */
export interface AuditHit {
  readonly message: Words;
  readonly span: Span;
  readonly hint: Words;
  readonly severity?: Severity;
}
