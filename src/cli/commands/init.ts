import {buildCommand} from '@stricli/core';
import {existsSync} from 'node:fs';
import {basename, isAbsolute, join, resolve} from 'node:path';
import {
  answerProblems,
  type Answers,
  createCase,
  type FreshFile,
  newCase,
  QUESTIONS,
} from '../../case/index.ts';
import {type Attempt, LIMITS, readText} from '../../files/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {dayFlag, json, text} from '../flags.ts';

interface InitFlags {
  readonly json: boolean;
  readonly role?: string;
  readonly company?: string;
  readonly region?: string;
  readonly guide?: string;
  readonly who?: string;
  readonly currency?: string;
  readonly base?: string;
  readonly bonus?: string;
  readonly competing?: readonly string[];
  readonly deadline?: string;
  readonly today?: string;
  readonly ask: boolean;
}

export const command = buildCommand<InitFlags, [string], Context>({
  func: init,
  parameters: {
    flags: {
      json,
      role: text('The role you negotiate for', 'ROLE'),
      company: text('The firm you negotiate with', 'FIRM'),
      region: text('The region, as the guide names it', 'REGION'),
      guide: text('The guide, a Markdown file', 'FILE'),
      who: text('Your name, for the brief', 'NAME'),
      currency: text('The currency you are paid in (USD)', 'CODE'),
      base: text('The base salary they have offered', 'MONEY'),
      bonus: text('The bonus they have offered', 'MONEY'),
      competing: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'A competing offer, "Citadel: 210K + 130K"; may be repeated',
        placeholder: 'OFFER',
      },
      deadline: dayFlag('The day you must decide by (YYYY-MM-DD)'),
      today: dayFlag('Pin the clock of the case to a day (YYYY-MM-DD)'),
      ask: {kind: 'boolean', brief: 'Ask for what the flags leave open, at a terminal', default: true},
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'The folder to make', placeholder: 'DIR'}],
    },
  },
  docs: {
    brief: BRIEFS.init,
    fullDescription: [
      'Makes a case folder ready to edit: case.yaml, the offers, and the schemas that let an editor complete and check',
      'them. At a terminal it asks for what the flags leave open; elsewhere the flags must say it all.',
      '',
      'EXAMPLES',
      '  parley init my-case',
      '  parley init my-case --role "DevOps Engineer" --company "Millennium Management" --region "New York" \\',
      '    --guide guide.md --base 180K --bonus 95K --competing "Citadel: 210K + 130K"',
    ].join('\n'),
  },
});

/** `parley init DIR`: a case folder from flags, and from questions for what the flags leave open. */
async function init(this: Context, flags: InitFlags, folder: string): Promise<void> {
  const told: Partial<Answers> | null = this.interactive && flags.ask ? await ask(flags) : flags;
  if (told === null) {
    this.talk('nothing was written');
    return this.exit(EXIT.usage);
  }
  const copied = copyOf(told.guide);
  if (copied !== null && !copied.ok) {
    sayFindings(this, copied.findings);
    return this.exit(EXIT.input);
  }
  const answers = {...FALLBACKS, ...given(told), ...(copied === null ? {} : {guide: copied.value.path})};
  const problems = answerProblems(answers);
  for (const {name, problem} of problems) this.talk(`--${name}: ${problem}`);
  if (problems.length > 0) {
    this.talk(
      'name them as flags, for instance: parley init my-case --role "DevOps Engineer" --company Citadel --region "New York"',
    );
    return this.exit(EXIT.usage);
  }
  const files = [...newCase(answers as Answers), ...(copied === null ? [] : [copied.value])];
  const failed = createCase(folder, files);
  if (failed.length > 0) {
    sayFindings(this, failed);
    return this.exit(EXIT.input);
  }
  const paths = files.filter(file => !file.path.startsWith('.')).map(({path}) => join(folder, path));
  this.print(flags.json ? JSON.stringify({version: 1, folder, files: paths}) : paths.join('\n'));
  this.talk(nextStep(folder, (answers as Answers).guide || 'guide.md'));
}

/** What an unanswered question means, where it means anything. */
const FALLBACKS: Partial<Answers> = Object.fromEntries(
  QUESTIONS.filter(one => one.fallback !== null).map(one => [one.name, one.many ? [] : one.fallback]),
);

/** The answers that were given at all. */
function given(answers: Partial<Answers>): Partial<Answers> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** The guide as a file of the new case: the case is whole by itself. Null where no such file is there yet. */
function copyOf(guide: string | undefined): Attempt<FreshFile> | null {
  if (guide === undefined || !existsSync(guide)) return null;
  const attempt = readText(isAbsolute(guide) ? '/' : '.', guide, LIMITS.guide);
  return attempt.ok ? {ok: true, value: {path: basename(guide), text: attempt.value.text}} : attempt;
}

function nextStep(folder: string, guide: string): string {
  const there = existsSync(resolve(folder, guide));
  const copy = there ? '' : `Put the guide at ${join(folder, guide)}. `;
  return `${copy}Fill in your facts in ${join(folder, 'case.yaml')}, then run: parley plan ${folder}`;
}

/** Asks what no flag has answered; null where the person turned away. */
async function ask(given: Partial<Answers>): Promise<Partial<Answers> | null> {
  const {intro, isCancel, outro, text} = await import('@clack/prompts');
  intro('A new case');
  const answers: Record<string, string | string[]> = {};
  const so = () => ({...given, ...answers}) as Partial<Answers>;
  for (const question of QUESTIONS.filter(one => given[one.name] === undefined)) {
    const told: string[] = [];
    do {
      const answer = await text({
        message: question.prompt,
        placeholder: question.example,
        defaultValue: question.fallback ?? '',
        validate: typed => question.validate(typed ?? question.fallback ?? '', so()),
      });
      if (isCancel(answer)) return null;
      told.push(answer);
    } while (question.many && told.at(-1) !== '');
    answers[question.name] = question.many ? told.filter(one => one !== '') : (told[0] ?? '');
  }
  outro('Thank you');
  return so();
}
