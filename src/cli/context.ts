import type {CommandContext} from '@stricli/core';
import {EXIT, type Exit} from './exit.ts';
import {printer} from './output.ts';

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
  readonly colour: boolean;
  /** Whether somebody is there to answer questions. */
  readonly interactive: boolean;
  /** Today, `YYYY-MM-DD`, for cases that do not pin it. */
  readonly today: string;
}

export interface World {
  readonly context: Context;
  readonly code: () => number;
}

/** The context of this process. */
export function processContext(): World {
  let code: number = EXIT.done;
  const write = printer(process.stdout);
  const {stdout, stderr, stdin, env} = process;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const plain = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  const columns = Number(env['COLUMNS']) || stdout.columns || 80;
  return {
    code: () => code,
    context: {
      process,
      print: text => write(text.endsWith('\n') ? text : `${text}\n`),
      talk: text => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
      exit: next => {
        code = Math.max(code, next);
      },
      width: Math.min(120, Math.max(40, columns)),
      colour: !plain && (forced || stdout.isTTY),
      interactive: stdin.isTTY && stdout.isTTY,
      today: localDay(new Date()),
    },
  };
}

function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
