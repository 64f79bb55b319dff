import {dirname} from 'node:path';
import {countOf, showCount, type Span} from '../base/index.ts';
import {asText, type Finding, SEVERITIES, type Severity} from '../figure/index.ts';
import {type AuditRule, auditMany, guideJson} from '../guide/index.ts';
import {
  type Asked,
  type FileRead,
  guideFiles,
  type GuideSummary,
  readMany,
  summaryOf,
  type Wanted,
} from './guides/index.ts';
import type {Question} from './world.ts';

/** Which guides are read, and what is wanted of them. */
export interface GuidesInput {
  /** Files, and folders that are searched for Markdown. */
  readonly paths: readonly string[];
  /** As what they are told: a JSON line or a text for each, all findings. A folder is no text for each, but summed up. */
  readonly form: 'json' | 'text' | 'sarif';
  /** Whether a page is made beside: of a single file that was named, or of the sum. */
  readonly page: boolean;
  /** The only rules whose findings count. */
  readonly rules?: readonly AuditRule[];
  /** Told of each file as soon as it is read, in their order: the reading itself is then let go. */
  readonly each?: (one: FileRead) => void;
}

/** What is known once all guides are read. */
export interface GuidesReport {
  readonly summary: GuideSummary;
  /** Whether a text is wanted of the sum, and not of each guide. */
  readonly summed: boolean;
  /** Of each guide and of several together, file by file as they stand; those of one guide only where they are wanted. */
  readonly findings: readonly Finding<AuditRule>[];
  /** What only several guides together show. */
  readonly together: readonly Finding<AuditRule>[];
  /** The deepest folder that holds all of the files. */
  readonly folder: string;
  /** What could not be looked at, with why. */
  readonly unlooked: readonly {readonly file: string; readonly findings: readonly Finding[]}[];
  /** Of all findings, wanted or not; null where there is none. */
  readonly gravest: Severity | null;
  /** Whether something that was asked for could not be read, or is no guide. */
  readonly lacking: boolean;
}

/**
 * Reads and audits guides, however many: none is kept once it is told. What is found in a folder and no guide is refused and
 * counted, and no fault; a file asked for by name is. What only several guides show comes last.
 */
export const guides: Question<GuidesInput, GuidesReport> = async (
  {paths, form, page, rules, each},
  world,
) => {
  const asked = guideFiles(paths);
  const {files, closed} = asked;
  const summed = form === 'text' && asked.folders;
  const ofOne = page && !asked.folders && files.length === 1;
  const wanted: Wanted = {
    today: world.today,
    print: form === 'json' ? 'json' : 'nothing',
    reading: (form === 'text' && !summed) || ofOne,
    findings: form === 'sarif' || summed || page,
    ...(rules === undefined ? {} : {rules}),
  };
  const read: FileRead[] = [];
  const all = countOf(files.length, 'file');
  const bar = (done: number) => world.progress.at(done, files.length, `${showCount(done)} of ${all} read`);
  for await (const one of readMany(files, wanted, world.threads, bar)) {
    each?.(one);
    read.push({...one, line: null, reading: null});
  }
  const together = auditMany(read.flatMap(({table}) => (table === null ? [] : [table]))).filter(
    ({rule}) => rules?.includes(rule) !== false,
  );
  const answered = read.filter(one => isAnswered(one, asked));
  const findings = inPlace([...answered.flatMap(one => one.findings), ...together], files);
  const unreadable = read.filter(one => one.unreadable.length > 0);
  return {
    report: {
      summary: summaryOf(read, findings),
      summed,
      findings,
      together,
      folder: folderOf(files),
      unlooked: [
        ...closed.map(finding => ({file: finding.span?.file ?? '', findings: [finding]})),
        ...unreadable.map(one => ({file: one.file, findings: one.unreadable})),
      ],
      gravest: gravestOf([...answered.map(one => one.gravest), ...together.map(one => one.severity)]),
      lacking: closed.length > 0 || files.length === 0 || answered.some(({role}) => role === null),
    },
    findings: [...closed, ...unreadable.flatMap(one => one.unreadable)],
    notices: closed.length === 0 && files.length === 0 ? [`no Markdown file in ${paths.join(', ')}`] : [],
  };
};

/** Whether somebody must hear of this file: not of Markdown in a folder that is no guide. */
function isAnswered({file, role, unreadable}: FileRead, {named}: Asked): boolean {
  return role !== null || unreadable.length > 0 || named.has(file);
}

function gravestOf(severities: readonly (Severity | null)[]): Severity | null {
  return SEVERITIES.findLast(severity => severities.includes(severity)) ?? null;
}

/** In the order of the files, and in each by where they stand. */
function inPlace(
  findings: readonly Finding<AuditRule>[],
  files: readonly string[],
): readonly Finding<AuditRule>[] {
  const order = new Map(files.map((file, at) => [file, at]));
  const at = ({span}: Finding) => order.get(span?.file ?? '') ?? -1;
  return [...findings].sort((a, b) => at(a) - at(b) || (a.span?.from ?? 0) - (b.span?.from ?? 0));
}

/**
 * The last line of `--json`: what only several guides together show, which nobody knows before the last of them is read.
 * It has the shape of every other line, for those who take them all alike, with the folder of all files for its path; and
 * `kind`, which tells it apart. Its findings name their files.
 */
export function togetherJson({together, folder}: GuidesReport): string {
  const {findings: none, ...blank} = guideJson({guide: null, findings: []}, folder);
  const findings = together.map(one => (one.span === undefined ? one : {...one, span: begins(one.span)}));
  return JSON.stringify({...blank, kind: 'together', findings: [...none, ...findings]}, asText);
}

/** The span without the line and column of its end, which no other line tells. */
function begins({file, from, to, line, column}: Span): Span {
  return {file, from, to, line, column};
}

function folderOf(files: readonly string[]): string {
  const [first = [], ...others] = files.map(file => dirname(file).split(/[\\/]/));
  const apart = first.findIndex((part, at) => others.some(other => other[at] !== part));
  const common = apart < 0 ? first : first.slice(0, apart);
  return common.join('/') || '.';
}
