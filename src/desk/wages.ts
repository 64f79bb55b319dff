import {isAbsolute} from 'node:path';
import type {Evidence} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import {LIMITS, readText, readYaml} from '../files/index.ts';
import {
  readMapping,
  readWages,
  wageEvidence,
  type WageMapping,
  type WageQuestion,
  type WageReport,
  wageReport,
} from '../market/index.ts';
import type {Progress, Question} from './world.ts';

/** Which tables are read, how, and what is asked of them. */
export interface WagesInput {
  readonly files: readonly string[];
  /** The YAML that says how to read tables which are not the disclosure file. */
  readonly mapping: string | null;
  readonly question: WageQuestion;
  /** Leave broken lines out and count them, in the place of refusing the file. */
  readonly skipBad: boolean;
  /** What no wage of a year can pass, and how far above its prevailing wage a mended one may lie. */
  readonly ceiling: number | undefined;
  readonly window: number | undefined;
}

/** What public wage tables say of a company, a role, a place, and where they are from. */
export const wages: Question<WagesInput, {readonly answer: WageReport; readonly from: Evidence}> = async (
  {mapping: path, ...input},
  {progress},
) => {
  const {mapping, findings} = path === null ? {mapping: null, findings: []} : mappingIn(path);
  if (findings.length > 0) return {report: null, findings};
  if (mapping !== null && (input.ceiling ?? input.window) !== undefined) {
    const why = '--ceiling and --window are for the disclosure file; a mapping has its own bounds';
    return {report: null, findings, notices: [why], isMisasked: true};
  }
  const watched = watching(input.files.length, progress);
  const reading = await readWages({...input, mapping, watch: watched.watch});
  watched.end();
  if (!reading.ok)
    return {
      report: null,
      findings: [reading.finding],
      isMisasked: reading.finding.rule === 'unknown-role',
    };
  const from = wageEvidence(mapping);
  return {report: {answer: wageReport(reading.answer, from), from}, findings};
};

/** Milliseconds between two looks at how far the reading is. */
const LOOK = 100;

/** Tells how much of the files is read, and then that the rows are counted. */
function watching(files: number, progress: Progress) {
  const words = (read: number) => {
    const before = Math.floor(read);
    if (before >= files) return 'counting the rows';
    // of a csv DuckDB cannot always tell how far it is
    const share = read > before ? `, ${Math.floor((read - before) * 100)}%` : '';
    return `reading ${files === 1 ? 'the file' : `file ${before + 1} of ${files}`}${share}`;
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    watch: (filesRead: () => number) => {
      timer = setInterval(() => progress.at(filesRead(), files, words(filesRead())), LOOK).unref();
    },
    end: () => clearInterval(timer),
  };
}

/** The mapping in a YAML file, or what is wrong with it. */
function mappingIn(file: string): {mapping: WageMapping | null; findings: readonly Finding[]} {
  const attempt = readText(isAbsolute(file) ? '/' : '.', file, LIMITS.yaml);
  if (!attempt.ok) return {mapping: null, findings: attempt.findings};
  const {yaml, findings} = readYaml(attempt.value);
  if (yaml === null) return {mapping: null, findings};
  const reading = readMapping(yaml.value);
  if (reading.ok) return {mapping: reading.value, findings: []};
  const problems = reading.problems.map(({path, message}) => {
    const where = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
    const hint = 'docs/wages.md shows a mapping';
    return finding('bad-mapping', 'error', say`${where}${message}`, {span: yaml.valueSpan(path), hint});
  });
  return {mapping: null, findings: problems};
}
