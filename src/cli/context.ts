import {availableParallelism} from 'node:os';
import type {CommandContext} from '@stricli/core';
import type {World} from '../desk/index.ts';
import {isColoured} from './colour.ts';
import {EXIT, type Exit} from './exit.ts';
import {printer} from './output.ts';
import {progressBar} from './progress.ts';

export {EXIT} from './exit.ts';

/** The world as a command sees it: injected, so that commands run in tests without a process of their own. */
export interface Context extends CommandContext {
  /** Results go here, words about them to `talk`. */
  readonly print: (text: string) => void;
  readonly talk: (text: string) => void;
  /** The gravest code set wins. */
  readonly exit: (code: Exit) => void;
  /** Columns to print in: the terminal's, from 40 to 120, and 80 where there is none. */
  readonly width: number;
  /** Whether results are coloured, and words about them: each where it goes to a terminal. */
  readonly colour: boolean;
  readonly talkColour: boolean;
  /** Whether somebody is there to answer questions. */
  readonly interactive: boolean;
  /** What the desk is asked in: today, and who watches how far it has come. */
  readonly world: World;
}

/** A process to run a command line in, and the code that it ends with. */
export interface Run {
  readonly context: Context;
  readonly code: () => number;
}

/** The context of this process. */
export function processContext(): Run {
  let code: number = EXIT.done;
  const write = printer(process.stdout);
  const {stdout, stderr, stdin, env} = process;
  const bar = progressBar(stderr, () => performance.now());
  const said = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
  const talk = (text: string) => {
    bar.clear();
    stderr.write(said(text));
  };
  const today = localDay(new Date());
  const columns = Number(env['COLUMNS']) || stdout.columns || 80;
  return {
    code: () => code,
    context: {
      process,
      print: text => {
        bar.clear();
        write(said(text));
      },
      talk,
      exit: next => {
        code = Math.max(code, next);
      },
      width: Math.min(120, Math.max(40, columns)),
      colour: isColoured(stdout, env),
      talkColour: isColoured(stderr, env),
      interactive: stdin.isTTY && stdout.isTTY,
      world: {
        today,
        progress: {at: bar.at, say: talk},
        cache: null,
        threads: Number(env['PARLEY_THREADS']) || availableParallelism(),
      },
    },
  };
}

function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The world of a command that was told another day. */
export function worldOn({world}: Context, today: string | undefined): World {
  return today === undefined ? world : {...world, today};
}
