import {closestSpelling} from '../base/index.ts';
import {finding, type Finding, say} from '../figure/index.ts';
import {type Path, showValue, valueAt, type Yaml} from '../files/index.ts';
import {headingName, type ItemOptions, PATTERN_HINT, patternProblem, type TimeRule} from '../intake/index.ts';
import {
  addressOf,
  CONDITION_HINT,
  conditionProblem,
  type Period,
  type PlannedFile,
  type PlannedSource,
  type SourceSpec,
  TABLE_FIELDS,
  type TableName,
  TOOLS,
  type ToolName,
  withoutLogin,
} from '../record/index.ts';
import {type Kind, KINDS, type SourceFile} from './record-schema.ts';

type Key = keyof SourceFile;

const ANY = ['name', 'kind', 'disclosure', 'covers', 'zone'] as const satisfies readonly Key[];
const FILES = ['files', 'format', 'encoding', 'at', 'after', 'sheet', 'delimiter', 'json'] as const;
const TICKETS = [
  'states',
  'times',
  'onsetLag',
  'environments',
  'system',
  'systems',
  'systemField',
  'columns',
] as const;
const OWN_TABLE = ['columns', 'timeFormat', 'timeUnit', 'numbers'] as const;
/** Keys of a table that hold for every row, by the names of our fields. */
const ALWAYS = ['state', 'service', 'environment', 'result', 'pod', 'scope', 'currency'] as const;

/** What the sources of a kind say, those first that they cannot do without. */
const KEYS: Readonly<Record<'tool' | Exclude<Kind, ToolName>, {needs: readonly Key[]; may: readonly Key[]}>> =
  {
    tool: {needs: ['files'], may: [...ANY, ...FILES, ...TICKETS]},
    table: {needs: ['files', 'into'], may: [...ANY, ...FILES, ...TICKETS, ...OWN_TABLE, ...ALWAYS, 'end']},
    pnl: {needs: ['files'], may: [...ANY, ...FILES, ...OWN_TABLE, 'pod', 'currency']},
    costs: {needs: ['files'], may: [...ANY, ...FILES, ...OWN_TABLE, 'scope', 'currency']},
    load: {needs: ['files'], may: [...ANY, ...FILES, ...OWN_TABLE, 'system', 'systemField']},
    probes: {
      needs: ['files', 'every'],
      may: [...ANY, 'format', 'columns', 'timeFormat', 'timeUnit', 'system', 'systemField', 'states'],
    },
    prometheus: {
      needs: ['url', 'query', 'step'],
      may: [...ANY, 'files', 'system', 'systemField', 'states'],
    },
  };

/** What answers of Prometheus say that were saved as files. */
const SAVED = {
  needs: ['files', 'step'],
  may: [...ANY, 'query', 'system', 'systemField', 'states'],
} as const satisfies {needs: readonly Key[]; may: readonly Key[]};

/** The fields of a table of samples. */
const PROBE_FIELDS = ['system', 'at', 'ok'];

/** What is wrong with one source beyond the types of its values. `ids` are those of the systems. */
export function sourceProblems(source: unknown, path: Path, yaml: Yaml, ids: readonly string[]): Finding[] {
  const kind = valueAt(source, ['kind']);
  if (!isKind(kind)) return [];
  // Answers that were saved need no server, which then has nothing to say.
  const isSaved = kind === 'prometheus' && valueAt(source, ['files']) != null;
  const {needs, may} = isSaved ? SAVED : isTool(kind) ? KEYS.tool : KEYS[kind];
  const said = Object.entries(source as Partial<Record<Key, unknown>>).filter(([, value]) => value != null);
  const found: Finding[] = [];
  const at = (...keys: PropertyKey[]) => yaml.valueSpan([...path, ...keys]);
  for (const key of needs) {
    if (said.some(([name]) => name === key)) continue;
    const hint = say`add ${key}: a source of kind ${kind} needs ${needs.join(', ')}`;
    found.push(finding('missing-key', 'error', say`${key} is missing`, {span: at('kind'), hint}));
  }
  for (const [key] of said) {
    const known = [...needs, ...may] as readonly string[];
    if (known.includes(key) || !Object.hasOwn(ALL_KEYS, key)) continue;
    const hint = say`a source of kind ${kind} says ${known.join(', ')}`;
    const message = say`${key} says nothing to a source of kind ${kind}`;
    found.push(finding('unknown-key', 'error', message, {span: yaml.keySpan([...path, key]), hint}));
  }
  const {system, timeFormat, every, step, format, url} = source as Partial<Record<Key, unknown>>;
  const named = [
    {id: system, span: () => at('system')},
    ...listAt(source, 'systems').map((id, index) => ({id, span: () => at('systems', index)})),
  ];
  for (const {id, span} of named) {
    if (typeof id !== 'string' || ids.length === 0 || ids.includes(id.trim())) continue;
    const meant = closestSpelling(id, ids);
    const hint = meant === undefined ? say`the systems are ${ids.join(', ')}` : say`did you mean ${meant}?`;
    found.push(
      finding('unknown-word', 'error', say`${id} is not a system of this record`, {span: span(), hint}),
    );
  }
  const pattern = typeof timeFormat === 'string' ? patternProblem(timeFormat.trim()) : undefined;
  if (pattern !== undefined) {
    found.push(finding('unknown-word', 'error', pattern, {span: at('timeFormat'), hint: PATTERN_HINT}));
  }
  for (const [key, value] of [
    ['every', every],
    ['step', step],
  ] as const) {
    if (typeof value !== 'string' || seconds(value) !== undefined) continue;
    const message = say`${key} is ${showValue(value)}, expected a length of time`;
    found.push(finding('wrong-type', 'error', message, {span: at(key), hint: 'write 15s, 5m or 1h'}));
  }
  if (isTool(kind) && typeof format === 'string') {
    const {formats, title} = TOOLS[kind];
    // A sheet holds what a CSV of it would.
    if (!(formats as readonly string[]).includes(format === 'xlsx' ? 'csv' : format)) {
      const message = say`${title} is read as ${formats.join(', ')}, not as ${showValue(format)}`;
      found.push(
        finding('unknown-word', 'error', message, {
          span: at('format'),
          hint: 'use kind: table for other files',
        }),
      );
    }
  }
  if (typeof url === 'string' && addressOf(url.trim()) === undefined) {
    const hint = 'write http://127.0.0.1:9090';
    const message = say`url is ${showValue(withoutLogin(url))}, expected the address of a server`;
    found.push(
      finding('wrong-type', 'error', message, {
        span: at('url'),
        hint,
      }),
    );
  }
  const {states} = source as Partial<Record<Key, unknown>>;
  if (kind === 'prometheus' && typeof states === 'object' && states !== null) {
    for (const word of Object.keys(states)) {
      const problem = conditionProblem(word);
      if (problem === undefined) continue;
      found.push(finding('unknown-word', 'error', problem, {span: at('states', word), hint: CONDITION_HINT}));
    }
  }
  return [...found, ...columns(kind, source, path, yaml)];
}

function listAt(source: unknown, key: Key): readonly unknown[] {
  const list = valueAt(source, [key]);
  return Array.isArray(list) ? list : [];
}

/** Columns that are mapped to fields that there are none of, and fields that are said in two ways. */
function columns(kind: Kind, source: unknown, path: Path, yaml: Yaml): Finding[] {
  const table = tableOf(kind, valueAt(source, ['into']));
  const mapped = valueAt(source, ['columns']);
  const known = kind === 'probes' ? PROBE_FIELDS : table && fieldsOf(table);
  if (known === undefined || typeof mapped !== 'object' || mapped === null) return [];
  return Object.keys(mapped).flatMap((field): Finding[] => {
    const span = yaml.keySpan([...path, 'columns', field]);
    if (!known.includes(field)) {
      const meant = closestSpelling(field, known);
      const hint =
        meant === undefined ? say`the fields are ${known.join(', ')}` : say`did you mean ${meant}?`;
      return [
        finding('unknown-key', 'error', say`${field} is not a field of ${table ?? 'samples'}`, {span, hint}),
      ];
    }
    if (field === 'end' || valueAt(source, [field]) == null) return [];
    const hint = 'leave one of the two out';
    return [
      finding('idle-rule', 'error', say`${field} is said for every row and mapped to a column`, {span, hint}),
    ];
  });
}

interface Around {
  readonly zone: string | null;
  readonly files: readonly PlannedFile[];
  readonly covers: Period | null;
}

/** A source as the readers take it. Only for one that has no problems. */
export function plannedSource(said: SourceFile, {zone, files, covers}: Around): PlannedSource {
  const {kind} = said;
  const source: SourceSpec = {
    name: said.name,
    zone: said.zone ?? zone,
    disclosure: said.disclosure ?? 'confidential',
    system: said.system ?? null,
    systemField: said.systemField ?? null,
    states: said.states ?? {},
    environments: said.environments ?? [],
    columns: Object.fromEntries(
      Object.entries(said.columns ?? {}).map(([field, column]) => [field, headingName(column)]),
    ),
  };
  const time: TimeRule = {
    zone: source.zone,
    format: said.timeFormat ?? null,
    unit: said.timeUnit ?? null,
  };
  if (kind === 'prometheus') {
    const {url, query, step} = said;
    const answers = said.files == null ? null : files;
    return {
      kind,
      source,
      covers,
      answers,
      url: url ?? '',
      query: query ?? '',
      step: seconds(step ?? '') ?? 60,
    };
  }
  if (kind === 'probes') {
    return {
      kind,
      source,
      covers,
      files,
      format: said.format ?? null,
      time,
      every: seconds(said.every ?? '') ?? 60,
    };
  }
  const items: Omit<ItemOptions, 'name'> = {
    format: said.format ?? null,
    at: said.at ?? (isTool(kind) ? TOOLS[kind].at : null),
    // A place that is said must be there; a tool's own is where its pages keep the list, if the file is one.
    bare: said.at == null,
    after: said.after ?? null,
    sheet: said.sheet ?? null,
    delimiter: said.delimiter ?? null,
    json: said.json ?? null,
    encoding: said.encoding ?? null,
  };
  const ofFiles = {
    source,
    covers,
    files,
    items,
    times: said.times ?? 'impact',
    onsetLag: said.onsetLag ?? null,
    systems: said.systems ?? [],
  } as const;
  const into = tableOf(kind, said.into);
  if (isTool(kind) || into === undefined) return {...ofFiles, kind: kind as ToolName};
  const always = Object.fromEntries(ALWAYS.flatMap(key => (said[key] == null ? [] : [[key, said[key]]])));
  return {
    ...ofFiles,
    kind: 'table',
    table: {into, time, numbers: said.numbers ?? null, always, endNotKnown: said.end != null},
  };
}

function tableOf(kind: Kind, into: unknown): TableName | undefined {
  if (kind === 'pnl' || kind === 'load' || kind === 'costs') return kind;
  return kind === 'table' && typeof into === 'string' && Object.hasOwn(TABLE_FIELDS, into)
    ? (into as TableName)
    : undefined;
}

function fieldsOf(table: TableName): readonly string[] {
  const {needs, may} = TABLE_FIELDS[table];
  return [...needs, ...may];
}

const UNITS: Readonly<Record<string, number>> = {ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400};

/** `15s`, `5m`, `1h` in seconds; undefined for anything else, and for no time at all. */
function seconds(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text.trim()) ?? [];
  const length = Number(number) * (UNITS[unit] ?? 0);
  return length > 0 ? length : undefined;
}

function isKind(kind: unknown): kind is Kind {
  return (KINDS as readonly unknown[]).includes(kind);
}

function isTool(kind: Kind): kind is ToolName {
  return Object.hasOwn(TOOLS, kind);
}

const ALL_KEYS = Object.fromEntries(
  Object.values(KEYS).flatMap(({needs, may}) => [...needs, ...may].map(key => [key, true])),
);
