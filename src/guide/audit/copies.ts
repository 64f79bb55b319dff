import type {Span} from '../../base/index.ts';
import {type Finding, finding, guideQuote, named, say} from '../../figure/index.ts';
import type {AuditRule, Band, Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** What a folder's audit needs of one guide: whose table it is, and the table written as a line of text. */
export interface PayTable {
  readonly file: string;
  readonly company: string;
  readonly role: string;
  readonly figures: string;
  readonly span: Span;
}

export const identicalRegions: AuditCheck = {
  name: 'identical-regions',
  severity: 'note',
  says: 'two regions with the same figures in every column',
  *check({bands}): Iterable<AuditHit> {
    const regions = rowsBy(bands, ({region}) => region).filter(row => row.some(({unit}) => unit === 'money'));
    for (const same of grouped(regions, row => row.map(figuresOf).join('\n'))) {
      const [first, second] = same;
      if (first === undefined || second?.[0] === undefined) continue;
      yield {
        message: say`${guideQuote(same.map(row => row[0]?.region).join(' and '))} have the same figures`,
        span: second[0].span,
        hint: 'check whether pay there is really the same, or the row was copied',
      };
    }
  },
};

/** The table of one guide, to be held against others; null where there is none, or one row only. */
export function payTable({path: file, company, role, bands}: Guide): PayTable | null {
  const [first] = bands;
  if (first === undefined || bands.length < 3) return null;
  const figures = bands.map(band => `${band.region} ${band.level} ${figuresOf(band)}`).join('\n');
  return {file, company: company.value, role: role.value, figures, span: first.span};
}

type Many = Pick<AuditCheck, 'name' | 'severity' | 'says'>;

export const MANY_RULES: readonly Many[] = [
  {
    name: 'table-of-another-company',
    severity: 'warning',
    says: 'a pay table that another company’s guide has too, figure by figure',
  },
  {
    name: 'table-of-another-role',
    severity: 'note',
    says: 'a pay table that another role of the same company has too, figure by figure',
  },
];

/** What only several guides together show: tables that are copies of each other. In the order of `tables`. */
export function auditMany(tables: readonly PayTable[]): Finding<AuditRule>[] {
  const copies = new Map(
    grouped(tables, ({figures}) => figures).flatMap(same => same.map(table => [table, same])),
  );
  return tables.flatMap(table => {
    const same = copies.get(table) ?? [];
    const foreign = same.find(({company}) => company !== table.company);
    // the same guide under two names is no copy of another
    const own = same.find(({company, role}) => company === table.company && role !== table.role);
    return [
      ...(foreign === undefined
        ? []
        : [copyOf('table-of-another-company', table, foreign, `${foreign.role} at ${foreign.company}`)]),
      ...(own === undefined ? [] : [copyOf('table-of-another-role', table, own, own.role)]),
    ];
  });
}

function copyOf(rule: AuditRule, {span}: PayTable, other: PayTable, whose: string): Finding<AuditRule> {
  const message = say`every figure of the pay table is also that of ${guideQuote(whose)} (${named(other.file)})`;
  const hint = 'ask for bands of this very role and company; at most one of the two was surveyed';
  return finding(rule, MANY_RULES.find(({name}) => name === rule)?.severity ?? 'note', message, {span, hint});
}

function figuresOf({component, currency, low, high, unit, basis, level}: Band): string {
  return `${level} ${component} ${currency} ${low} ${high} ${unit} ${basis}`;
}

/** The groups of two and more that share a key. */
function grouped<T>(all: readonly T[], key: (one: T) => string): T[][] {
  return rowsBy(all, key).filter(({length}) => length > 1);
}
