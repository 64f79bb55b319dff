import type {Component} from '../base/index.ts';

/** What guides of the family open with. Any of these keys tells front matter from a rule with words below it. */
export const FRONT_KEYS: readonly string[] = [
  'company company_display role role_display role_type data_quality data_sources last_updated next_review_due',
  'salary_data_quarter compensation level_mapping negotiation_dna_summary',
].flatMap(keys => keys.split(' '));

/** What `base`, `base_low`, `stock_high` and `bonus_pct` pay for, by their words before the end that they name. */
export const PAID_BY: ReadonlyMap<string, Component> = new Map([
  ['base', 'base'],
  ['base_salary', 'base'],
  ['salary', 'base'],
  ['stock', 'equity'],
  ['equity', 'equity'],
  ['rsu', 'equity'],
  ['bonus', 'bonus'],
  ['annual_bonus', 'bonus'],
  ['signing_bonus', 'signOn'],
  ['sign_on', 'signOn'],
  ['pnl', 'pnl'],
  ['total', 'total'],
  ['total_comp', 'total'],
  ['total_compensation', 'total'],
]);

/** Whether a value of YAML is keys with values. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
