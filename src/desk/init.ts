import {basename, isAbsolute, join, resolve} from 'node:path';
import {type Answers, answerProblems, createCase, newCase, QUESTIONS} from '../case/index.ts';
import {type Attempt, type FreshFile, isThere, LIMITS, readText} from '../files/index.ts';
import type {Question} from './world.ts';

/** A case folder that was made. */
export interface NewCase {
  /** What it holds for its owner: the paths of its files. */
  readonly files: readonly string[];
  /** What to do next, in words. */
  readonly next: string;
}

/** Makes a case folder from answers; the guide that they name is copied into it. */
export const init: Question<{readonly folder: string; readonly answers: Partial<Answers>}, NewCase> = async ({
  folder,
  answers: given,
}) => {
  const copied = copyOf(given.guide);
  if (copied !== null && !copied.ok) return {report: null, findings: copied.findings};
  const answers = {...FALLBACKS, ...defined(given), ...(copied === null ? {} : {guide: copied.value.path})};
  const problems = answerProblems(answers);
  if (problems.length > 0)
    return {
      report: null,
      findings: [],
      isMisasked: true,
      notices: [
        ...problems.map(({name, problem}) => `--${name}: ${problem}`),
        'name them as flags, for instance: parley init my-case --role "DevOps Engineer" --company Citadel --region "New York"',
      ],
    };
  const files = [...newCase(answers as Answers), ...(copied === null ? [] : [copied.value])];
  const findings = createCase(folder, files);
  if (findings.length > 0) return {report: null, findings};
  const paths = files.filter(file => !file.path.startsWith('.')).map(({path}) => join(folder, path));
  return {report: {files: paths, next: nextStep(folder, (answers as Answers).guide || 'guide.md')}, findings};
};

/** What an unanswered question means, where it means anything. */
const FALLBACKS: Partial<Answers> = Object.fromEntries(
  QUESTIONS.filter(one => one.fallback !== null).map(one => [one.name, one.many ? [] : one.fallback]),
);

/** The answers that were given at all. */
function defined(answers: Partial<Answers>): Partial<Answers> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** The guide as a file of the new case: the case is whole by itself. Null where no such file is there yet. */
function copyOf(guide: string | undefined): Attempt<FreshFile> | null {
  if (guide === undefined || !isThere(guide)) return null;
  const attempt = readText(isAbsolute(guide) ? '/' : '.', guide, LIMITS.guide);
  return attempt.ok ? {ok: true, value: {path: basename(guide), text: attempt.value.text}} : attempt;
}

function nextStep(folder: string, guide: string): string {
  const there = isThere(resolve(folder, guide));
  const copy = there ? '' : `Put the guide at ${join(folder, guide)}. `;
  return `${copy}Fill in your facts in ${join(folder, 'case.yaml')}, then run: parley plan ${folder}`;
}
