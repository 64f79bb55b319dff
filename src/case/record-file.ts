import {statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {type Finding, finding, isFinding, type Prose, say, textOf, type Words} from '../figure/index.ts';
import {closestSpelling, type Source} from '../base/index.ts';
import {DAY_MS, exchange, listedCalendars} from '../calendar/index.ts';
import {dayAfter, isZone, readDay, readInstant, startOfDay} from '../intake/index.ts';
import {
  type Period,
  type PlannedFile,
  type PlannedSystem,
  type RecordSpec,
  withoutLogins,
} from '../record/index.ts';
import {check} from './check.ts';
import {
  capped,
  errorCode,
  glob,
  LIMITS,
  type Path,
  readInside,
  readYaml,
  soundParts,
  valueAt,
  type Yaml,
} from '../files/index.ts';
import {RECORD_FILE} from './load.ts';
import {RECORD, type RecordFile} from './record-schema.ts';
import {plannedSource, sourceProblems} from './record-source.ts';

export interface RecordFileReading {
  /** Null where anything in the file is an error: half a record would be another record. */
  readonly plan: RecordSpec | null;
  readonly findings: readonly Finding[];
  /** The text, for showing the line that a finding points at; null where there is none. */
  readonly source: Source | null;
  /** What its sources name their files by: paths from its folder or whole ones, with * and **. */
  readonly patterns: readonly string[];
}

/** Reads record.yaml, or the one in a folder. What is wrong with it comes as findings with their place; nothing throws. */
export function readRecordFile(path: string): RecordFileReading {
  const reading = readFile(path);
  // Whatever is wrong with an address, and wherever it stands by mistake: no message quotes the login in it.
  const findings = reading.findings.map(({rule, severity, message, span, hint}) =>
    finding(rule, severity, openly(message), {span, hint: hint && openly(hint)}),
  );
  return {...reading, findings};
}

function openly(words: Prose): Words {
  const shown = textOf(words);
  const open = withoutLogins(shown);
  return open === shown ? words : open;
}

function readFile(path: string): RecordFileReading {
  const file = isFolder(path) ? join(path, RECORD_FILE) : path;
  const text = readInside(dirname(file), basename(file), LIMITS.yaml);
  const nothing = {plan: null, patterns: []};
  if (!text.ok) return {...nothing, findings: text.findings.map(one => explained(one, file)), source: null};
  const source = text.value;
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {...nothing, findings: syntax, source};
  const found = filesOf(yaml, dirname(file));
  const findings = [
    ...syntax,
    ...check(RECORD, yaml),
    ...zones(yaml),
    ...calendars(yaml),
    ...systems(yaml),
    ...sources(yaml),
    ...found.findings,
  ];
  const parsed = RECORD.safeParse(yaml.value);
  const periods = parsed.success ? coverings(parsed.data, yaml) : {of: [], findings: []};
  findings.push(...periods.findings);
  const grave = findings.some(one => one.severity === 'error');
  const plan = parsed.success && !grave ? planOf(parsed.data, file, found.files, periods.of) : null;
  return {plan, findings: capped(findings), source, patterns: found.patterns};
}

/** A missing record.yaml mostly means another folder was meant: where it was looked for is told. */
function explained(one: Finding, file: string): Finding {
  if (one.rule !== 'missing-file') return one;
  const hint = say`looked for ${file}: name another case or record.yaml, or write it as docs/record.md tells`;
  return finding(one.rule, one.severity, one.message, {span: one.span, hint});
}

function planOf(
  record: RecordFile,
  file: string,
  files: readonly (readonly PlannedFile[])[],
  [covers = null, ...ofSources]: readonly (Period | null)[],
): RecordSpec {
  const zone = record.zone ?? null;
  return {
    file,
    zone,
    covers,
    calendars: (record.calendars ?? []).map(id => calendarId(id) ?? id),
    systems: Object.entries(record.systems ?? {}).map(
      ([id, system]): PlannedSystem => ({
        id,
        names: system?.names ?? [],
        counts: system?.counts ?? null,
        pods: system?.pods ?? {},
      }),
    ),
    sources: record.sources.map((source, at) =>
      plannedSource(source, {zone, files: files[at] ?? [], covers: ofSources[at] ?? null}),
    ),
  };
}

/** The files that each source names, in the order of the sources. A pattern that names none is an error. */
function filesOf(
  yaml: Yaml,
  folder: string,
): {files: PlannedFile[][]; patterns: string[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const all: string[] = [];
  const files = listAt(yaml, ['sources']).map((_, at) => {
    const patterns = listAt(yaml, ['sources', at, 'files']);
    const named = patterns.flatMap((pattern, index) => {
      if (typeof pattern !== 'string' || pattern.trim() === '') return [];
      const span = yaml.valueSpan(['sources', at, 'files', index]);
      all.push(pattern.trim());
      const globbed = glob(folder, pattern.trim());
      if (!globbed.ok) {
        findings.push(finding('missing-file', 'error', globbed.message, {span, hint: globbed.hint}));
        return [];
      }
      if (globbed.files.length === 0) {
        const hint = say`put it into ${folder}, or correct the path`;
        findings.push(finding('missing-file', 'error', say`no file is ${pattern.trim()}`, {span, hint}));
      }
      return globbed.files;
    });
    return [...new Map(named.map(one => [one.path, one])).values()];
  });
  return {files, patterns: all, findings};
}

function zones(yaml: Yaml): Finding[] {
  const places: Path[] = [['zone'], ...listAt(yaml, ['sources']).map((_, at) => ['sources', at, 'zone'])];
  return places.flatMap(path => {
    const zone = valueAt(yaml.value, path);
    if (typeof zone !== 'string' || zone.trim() === '' || isZone(zone.trim())) return [];
    const meant = closestSpelling(zone, Intl.supportedValuesOf('timeZone'));
    const hint =
      meant === undefined ? 'write an IANA name, as America/New_York, or UTC' : say`did you mean ${meant}?`;
    return [
      finding('unknown-word', 'error', say`${zone} is not a time zone`, {span: yaml.valueSpan(path), hint}),
    ];
  });
}

/** The id of a listed calendar in any case of letters. */
export function calendarId(id: string): string | undefined {
  return listedCalendars().find(one => one.id.toLowerCase() === id.toLowerCase())?.id;
}

function calendars(yaml: Yaml): Finding[] {
  return listAt(yaml, ['calendars']).flatMap((id, at) => {
    if (typeof id !== 'string' || id.trim() === '' || calendarId(id.trim()) !== undefined) return [];
    const answer = exchange(id.trim());
    if (!isFinding(answer)) return [];
    const span = yaml.valueSpan(['calendars', at]);
    return [
      finding('unknown-word', 'error', answer.message, {span, hint: answer.hint ?? 'choose one of them'}),
    ];
  });
}

/** Names that two systems share: a row could belong to either. */
function systems(yaml: Yaml): Finding[] {
  const owners = new Map<string, string>();
  return systemIds(yaml).flatMap(id => {
    const names = listAt(yaml, ['systems', id, 'names']).filter(name => typeof name === 'string');
    const spellings = [id, ...names];
    return spellings.flatMap((name, at) => {
      // Tools write one name in several ways: rows are matched in any case of letters.
      const folded = name.toLowerCase();
      const owner = owners.get(folded);
      owners.set(folded, owner ?? id);
      if (owner === undefined || (owner === id && spellings.indexOf(name) === at)) return [];
      const path = at === 0 ? ['systems', id] : ['systems', id, 'names', at - 1];
      const span = at === 0 ? yaml.keySpan(path) : yaml.valueSpan(path);
      const message = owner === id ? say`${name} names ${id} twice` : say`${name} is a name of ${owner} too`;
      return [finding('repeated-id', 'error', message, {span, hint: 'leave it out at one of the two'})];
    });
  });
}

function sources(yaml: Yaml): Finding[] {
  const ids = systemIds(yaml);
  const seen = new Set<unknown>();
  return listAt(yaml, ['sources']).flatMap((source, at) => {
    const name = valueAt(source, ['name']);
    const again = typeof name === 'string' && seen.has(name);
    seen.add(name);
    const span = yaml.valueSpan(['sources', at, 'name']);
    const message = say`two sources are called ${String(name)}`;
    return [
      ...(again ? [finding('repeated-id', 'error', message, {span, hint: 'rename one of them'})] : []),
      ...sourceProblems(source, ['sources', at], yaml, ids),
    ];
  });
}

/** What the record and each of its sources cover; null where they do not say. */
function coverings(record: RecordFile, yaml: Yaml): {of: (Period | null)[]; findings: Finding[]} {
  const findings: Finding[] = [];
  const periodOf = (covers: RecordFile['covers'], zone: string | null, path: Path): Period | null => {
    if (covers == null) return null;
    const [from, to] = (['from', 'to'] as const).map(end => {
      const reading = inCentury(edge(covers[end], end, zone), covers[end]);
      if (typeof reading === 'number') return reading;
      const {message, hint} = reading;
      findings.push(
        finding('impossible-date', 'error', message, {span: yaml.valueSpan([...path, end]), hint}),
      );
      return undefined;
    });
    if (from === undefined || to === undefined) return null;
    if (from < to) return {from, to};
    const span = yaml.valueSpan([...path, 'to']);
    findings.push(
      finding('date-order', 'error', say`to ${covers.to} is before from ${covers.from}`, {
        span,
        hint: 'check both',
      }),
    );
    return null;
  };
  const zone = knownZone(record.zone);
  return {
    of: [
      periodOf(record.covers, zone, ['covers']),
      ...record.sources.map((source, at) =>
        periodOf(source.covers, knownZone(source.zone) ?? zone, ['sources', at, 'covers']),
      ),
    ],
    findings,
  };
}

const [FIRST, LAST] = [Date.UTC(1900, 0), Date.UTC(2100, 0, 2)];

/** A year outside of these was typed wrong, and would make a gap of centuries. What no calendar reaches is told by it. */
function inCentury(reading: ReturnType<typeof edge>, text: string): ReturnType<typeof edge> {
  if (typeof reading !== 'number' || (reading >= FIRST - DAY_MS && reading <= LAST)) return reading;
  return {message: `${text} lies outside of the years 1900 to 2099`, hint: 'mend the year'};
}

/** One end of a stretch: the start of its first day, the end of its last one, or the instant that is written. */
function edge(
  text: string,
  end: 'from' | 'to',
  zone: string | null,
): number | {message: string; hint: string} {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const reading = readInstant(text, {zone});
    return reading.ok ? reading.at : reading;
  }
  const day = readDay(text, {zone});
  if (!day.ok) return day;
  if (zone !== null) return startOfDay(end === 'from' ? day.day : dayAfter(day.day), zone);
  return {message: `${text} is a day, and no zone is said`, hint: 'add zone: America/New_York, or UTC'};
}

/** The zone, where it is one: what is wrong with it is told elsewhere. */
function knownZone(zone: string | null | undefined): string | null {
  return zone != null && isZone(zone) ? zone : null;
}

function systemIds(yaml: Yaml): string[] {
  return Object.keys(soundParts(RECORD, yaml.value).systems ?? {});
}

function listAt(yaml: Yaml, path: Path): readonly unknown[] {
  const value = valueAt(yaml.value, path);
  return Array.isArray(value) ? value : [];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    errorCode(error);
    return false;
  }
}
