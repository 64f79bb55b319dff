import type {Context} from '../../src/cli/context.ts';

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
    interactive: false,
    today: '2026-11-22',
  };
  return {told, context};
}
