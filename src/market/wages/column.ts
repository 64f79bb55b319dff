/**
 * What Parley reads of a wage table, and the headings it has had in the Department of Labor's files over the years;
 * docs/wages.md says which of them were seen in a published layout.
 * Where the files number the worksites, the first one's heading ends in `_1`; that is tried for each by itself.
 */
export const WAGE_COLUMNS = {
  caseNumber: ['CASE_NUMBER', 'LCA_CASE_NUMBER'],
  status: ['CASE_STATUS', 'STATUS'],
  visaClass: ['VISA_CLASS', 'PROGRAM'],
  decided: ['DECISION_DATE'],
  title: ['JOB_TITLE', 'LCA_CASE_JOB_TITLE'],
  socCode: ['SOC_CODE', 'LCA_CASE_SOC_CODE'],
  fullTime: ['FULL_TIME_POSITION', 'FULL_TIME_POS'],
  employer: ['EMPLOYER_NAME', 'LCA_CASE_EMPLOYER_NAME'],
  tradeName: ['TRADE_NAME_DBA', 'EMPLOYER_BUSINESS_DBA'],
  secondary: ['SECONDARY_ENTITY'],
  secondaryName: ['SECONDARY_ENTITY_BUSINESS_NAME'],
  city: ['WORKSITE_CITY', 'LCA_CASE_WORKLOC1_CITY', 'WORK_LOCATION_CITY1'],
  county: ['WORKSITE_COUNTY'],
  state: ['WORKSITE_STATE', 'LCA_CASE_WORKLOC1_STATE', 'WORK_LOCATION_STATE1'],
  wageFrom: ['WAGE_RATE_OF_PAY_FROM', 'LCA_CASE_WAGE_RATE_FROM', 'WAGE_RATE_OF_PAY'],
  wageTo: ['WAGE_RATE_OF_PAY_TO', 'LCA_CASE_WAGE_RATE_TO'],
  unit: ['WAGE_UNIT_OF_PAY', 'LCA_CASE_WAGE_RATE_UNIT'],
  prevailing: ['PREVAILING_WAGE', 'PW'],
  prevailingUnit: ['PW_UNIT_OF_PAY', 'PW_UNIT'],
  prevailingLevel: ['PW_WAGE_LEVEL'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type WageField = keyof typeof WAGE_COLUMNS;
export const WAGE_FIELDS = Object.keys(WAGE_COLUMNS) as readonly WageField[];

/** Without one of these a file of the Department says nothing that Parley could answer with. */
const NEEDED = [
  'status',
  'visaClass',
  'title',
  'employer',
  'city',
  'wageFrom',
  'unit',
] as const satisfies WageField[];

/** Where a field's text comes from: a column of the table by its number from 0, or one text for every row. */
export type FieldSource = {readonly column: number} | {readonly always: string};

export type ColumnLayout = Readonly<Partial<Record<WageField, FieldSource>>>;

export interface LayoutReading {
  readonly layout: ColumnLayout;
  /** The first heading known for each field that is needed and not there. */
  readonly missing: readonly string[];
}

/** `Wage Rate of Pay From` and `WAGE_RATE_OF_PAY_FROM` are one heading. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/^\uFEFF/, '')
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** Finds the Department's columns among the headings of a table, whatever the year of its layout. */
export function lcaLayout(headings: readonly string[]): LayoutReading {
  const at = new Map<string, number>();
  for (const [column, heading] of headings.entries()) {
    const key = plainHeading(heading);
    if (key !== '' && !at.has(key)) at.set(key, column);
  }
  const layout: Partial<Record<WageField, FieldSource>> = {};
  for (const field of WAGE_FIELDS) {
    const column = WAGE_COLUMNS[field]
      .flatMap(one => [one, `${one}_1`])
      .map(one => at.get(one))
      .find(one => one !== undefined);
    if (column !== undefined) layout[field] = {column};
  }
  return {
    layout,
    missing: NEEDED.filter(field => layout[field] === undefined).map(field => WAGE_COLUMNS[field][0]),
  };
}
