import type {Command} from '@stricli/core';
import type {Context} from '../../src/cli/context.ts';
import type {Progress} from '../../src/desk/index.ts';

/** Nobody watches. */
export const SILENT: Progress = {at: () => {}, say: () => {}};

/** Calls a command with its flags as they are after parsing. */
export async function call(
  command: Command<Context>,
  context: Context,
  flags: object,
  ...args: readonly (string | undefined)[]
): Promise<void> {
  const loaded = await command.loader();
  const body = (typeof loaded === 'function' ? loaded : loaded.default) as (
    this: Context,
    flags: object,
    ...args: readonly (string | undefined)[]
  ) => void | Promise<void>;
  await body.call(context, flags, ...args);
}

/** A command line without a terminal: what it printed, what it said, how it ended. */
export function desk() {
  const told = {out: '', err: '', code: 0};
  const context: Context = {
    process,
    print: text => {
      told.out += text.endsWith('\n') ? text : `${text}\n`;
    },
    talk: text => {
      told.err += `${text}\n`;
    },
    exit: code => {
      told.code = Math.max(told.code, code);
    },
    width: 80,
    colour: false,
    talkColour: false,
    interactive: false,
    world: {
      today: '2026-11-22',
      progress: {at: () => {}, say: words => void (told.err += `${words}\n`)},
      cache: null,
    },
  };
  return {told, context};
}
