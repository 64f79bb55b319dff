import {buildCommand} from '@stricli/core';
import {type Answers, QUESTIONS} from '../../case/index.ts';
import {init as makeCase} from '../../desk/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {dayFlag, json, text} from '../flags.ts';
import {answered} from '../show.ts';

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
  const {json: asJson, ask: asks, ...given} = flags;
  const answers = this.interactive && asks ? await ask(given) : given;
  if (answers === null) {
    this.talk('nothing was written');
    return this.exit(EXIT.usage);
  }
  const made = answered(this, await makeCase({folder, answers}, this.world));
  if (made === null) return;
  this.print(asJson ? JSON.stringify({version: 1, folder, files: made.files}) : made.files.join('\n'));
  this.talk(made.next);
}

/** Asks what no flag has answered; null where the person turned away. */
async function ask(given: Partial<Answers>): Promise<Partial<Answers> | null> {
  const {intro, isCancel, outro, text: prompt} = await import('@clack/prompts');
  intro('A new case');
  const answers: Record<string, string | string[]> = {};
  const so = () => ({...given, ...answers}) as Partial<Answers>;
  for (const question of QUESTIONS.filter(one => given[one.name] === undefined)) {
    const told: string[] = [];
    do {
      const answer = await prompt({
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
