import {carryOut} from '../../src/cli/app.ts';
import {desk} from './desk.ts';

/** A whole command line, its flags read as a person's are: what it printed, what it said, how it ended. */
export async function line(...inputs: string[]) {
  const {told, context} = desk();
  const process = {
    stdout: {write: (text: string) => void (told.out += text)},
    stderr: {write: (text: string) => void (told.err += text)},
  };
  const code = await carryOut(inputs, '0.0.0', {context: {...context, process}, code: () => told.code});
  return {out: told.out, err: told.err, code};
}
