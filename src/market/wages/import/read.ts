import {type Finding, finding, type RuleOf, say} from '../../../figure/index.ts';
import {
  type HeadingCheck,
  headingNames,
  type Obstacle,
  titleAbove,
  Unreadable,
} from '../../../intake/index.ts';
import {shippedNames} from '../../names.ts';
import {
  LCA_BASIS,
  type WageAnswer,
  type WageAssumption,
  type WageFile,
  type WageQuestion,
} from '../answer.ts';
import {type LayoutReading, lcaLayout} from '../column.ts';
import {shippedEmployers} from '../employer.ts';
import {familyAsked} from '../family.ts';
import {refused, type WageAttempt} from '../attempt.ts';
import {mappedLayout, type WageMapping} from '../mapping.ts';
import {lcaBounds, MOST_OVER_PREVAILING, type WageBounds} from '../unit.ts';
import {CELL_MACRO, WAGE_TABLE, type WageReader} from './judge.ts';
import {loadParquet} from './parquet.ts';
import {loadRows} from './rows.ts';
import {openStore, type Store, type StoreAmounts} from './store.ts';
import {ANOTHER_ENCODING, openTable} from './table-file.ts';
import {loadText} from './text.ts';
import {loadWorkbook} from './workbook.ts';

export interface WageInput {
  readonly files: readonly string[];
  /** How to read tables that are not the Department's; null where they are. */
  readonly mapping: WageMapping | null;
  /** Leave lines out that are no rows, and count them, in the place of refusing the file. */
  readonly skipBad: boolean;
  readonly question: WageQuestion;
  /** A year's wage above this is a slip, in USD; `CEILING` unless told. Tables with a mapping have their own bounds. */
  readonly ceiling?: number | undefined;
  /** How far above its own prevailing wage a mended one may lie; `MOST_OVER_PREVAILING` unless told. */
  readonly window?: number | undefined;
  /** Is given, before the reading, what tells how many of the files are read: 1.5 in the middle of the second. */
  readonly watch?: ((filesRead: () => number) => void) | undefined;
}

/** An answer, or why there is none. */
export type ReadWages =
  | {readonly ok: true; readonly answer: WageAnswer}
  | {readonly ok: false; readonly finding: Finding};

/** Reads tables of wages and answers a question from them. Everything happens in memory, and no network is in reach. */
export async function readWages(input: WageInput): Promise<ReadWages> {
  const {files, mapping, question} = input;
  const names = shippedNames();
  if (question.role !== null && familyAsked(names, question.role) === undefined) {
    const known = [...new Set([...names.fields.values()].map(field => field.id))].join(', ');
    const hint = say`roles that are known: ${known}`;
    const message = say`no role family ${JSON.stringify(question.role)}`;
    return {ok: false, finding: finding('unknown-role', 'error', message, {hint})};
  }
  const store = await openStore(files, amountsOf(mapping));
  try {
    await store.run(`${WAGE_TABLE}; ${CELL_MACRO}`);
    const read: WageFile[] = [];
    let broken = 0;
    let within: () => number = () => 0;
    input.watch?.(() => read.length + within());
    for (const [at, file] of files.entries()) {
      const loaded = await load(store, file, at, input, share => {
        within = share;
      });
      within = () => 0;
      if (!loaded.ok) return loaded;
      read.push(loaded.value.read);
      broken += loaded.value.broken;
    }
    const reduced = await reduceOf(store, question);
    const dropped = broken > 0 ? [...reduced.dropped, {what: 'broken line', rows: broken}] : reduced.dropped;
    const rows = {...reduced.rows, read: reduced.rows.read + broken};
    const basis =
      mapping === null
        ? LCA_BASIS
        : `as published by ${mapping.source}; before any bonus unless that says so`;
    const assumptions = assumptionsOf(input);
    return {ok: true, answer: {...reduced, rows, dropped, files: read, assumptions, basis}};
  } catch (error) {
    if (error instanceof Error && /out of memory/i.test(error.message)) {
      const hint = 'read fewer files at once, or only the rows you need';
      return refused(
        'too-large',
        files[0] ?? '',
        'the rows do not fit into the memory set aside for them',
        hint,
      );
    }
    throw error;
  } finally {
    store.close();
  }

  async function reduceOf(open: Store, asked: WageQuestion) {
    const {reduceWages} = await import('./reduce.ts');
    return reduceWages(open, shippedEmployers(names), asked);
  }
}

interface Loaded {
  readonly read: WageFile;
  /** Lines that are no rows. */
  readonly broken: number;
}

async function load(
  store: Store,
  file: string,
  at: number,
  input: WageInput,
  isAt: (share: () => number) => void,
): Promise<WageAttempt<Loaded>> {
  const {mapping, skipBad} = input;
  const reader: WageReader = {
    file: at,
    ...amountsOf(mapping),
    bounds: boundsOf(input),
    window: input.window ?? MOST_OVER_PREVAILING,
  };
  const reading = (headings: readonly string[]): LayoutReading =>
    mapping === null ? lcaLayout(headings) : mappedLayout(mapping, headings);
  const layoutOf = (headings: readonly string[]) => reading(headings).layout;
  const check: HeadingCheck = (headings, line) => {
    const {missing} = reading(headings);
    if (missing.length > 0) throw missingColumns(missing, headings, line, mapping);
  };
  // A text that is said to be UTF-8 is as plain as one of which nothing is said.
  const encoding = mapping?.encoding === 'utf-8' ? null : (mapping?.encoding ?? null);
  let broken = 0;
  let sheet: string | null = null;
  try {
    const opened = openTable(file, encoding);
    if (!opened.ok) return opened;
    const table = opened.value;
    if (table.kind === 'workbook') {
      sheet = await loadWorkbook(store, file, {sheet: mapping?.sheet ?? null, check, layoutOf}, reader, isAt);
    } else if (table.kind === 'parquet') {
      isAt(store.share);
      await loadParquet(store, file, check, layoutOf, reader);
    } else {
      let loaded: WageAttempt<number> | null = null;
      if (table.kind === 'text') {
        const layout = layoutOf(headingNames(table.headings, 1, check));
        isAt(store.share);
        loaded = await loadText(store, file, table, layout, reader, skipBad);
      }
      loaded ??= await loadRows(store, file, table.bytes, {encoding, check, layoutOf, skipBad}, reader, isAt);
      if (!loaded.ok) return loaded;
      broken = loaded.value;
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const hint = error.kind === 'encoding' ? ANOTHER_ENCODING : error.hint;
    return refused(RULES[error.kind], file, error.message, hint, error.line ?? 1);
  }
  const [count] = await store.rows(`SELECT count(*)::INT AS rows FROM wage WHERE file = ${at}`);
  const rows = Number(count?.['rows'] ?? 0) + broken;
  if (rows === 0) return refused('no-rows', file, 'headings and no rows', 'download the file again', 1);
  return {ok: true, value: {read: {file, sheet, rows}, broken}};
}

/** What is said of a table that a reader of rows could not read. */
const RULES: Readonly<Record<Obstacle, RuleOf<'wages'>>> = {
  empty: 'empty-file',
  encoding: 'not-utf8',
  columns: 'missing-columns',
  torn: 'torn-file',
  large: 'too-large',
  other: 'not-a-table',
};

function amountsOf(mapping: WageMapping | null): StoreAmounts {
  return {currency: mapping?.currency ?? 'USD', decimal: mapping?.decimal ?? '.'};
}

function boundsOf({mapping, ceiling}: WageInput): WageBounds | null {
  return mapping === null ? lcaBounds(ceiling) : mapping.bounds;
}

function assumptionsOf(input: WageInput): readonly WageAssumption[] {
  const bounds = boundsOf(input);
  if (bounds === null) return [];
  const unit = input.mapping?.currency ?? 'USD';
  const guard = 'as a guard against slips; not drawn from any data';
  return [
    {name: 'least wage', value: bounds.low, unit, basis: bounds.basis},
    {name: 'ceiling', value: bounds.high, unit, basis: input.mapping === null ? guard : bounds.basis},
    {
      name: 'window',
      value: input.window ?? MOST_OVER_PREVAILING,
      unit: 'prevailing wages',
      basis: `${guard}: a unit of pay is mended only into a wage within it`,
    },
  ];
}

/** Where nothing is found that is looked for, the headings may stand further down. */
const ABOVE = ', or take out what stands above the headings';

/** Headings of a file to name in a line: the rest is counted. */
const SHOWN = 12;

function missingColumns(
  missing: readonly string[],
  headings: readonly string[],
  line: number,
  mapping: WageMapping | null,
): Unreadable {
  const found = headings.map(one => one.trim().slice(0, 40)).filter(one => one !== '');
  if (found.length < 2) return titleAbove(line);
  const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
  const message = `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing; found ${found.slice(0, SHOWN).join(', ')}${more}`;
  const hint =
    mapping === null
      ? 'a table that is not the disclosure file of the Department of Labor needs a --mapping'
      : `correct the headings under columns in the mapping${missing.length === Object.keys(mapping.columns).length ? ABOVE : ''}`;
  return new Unreadable(message, line, hint, 'columns');
}
