import {fstatSync, writeSync} from 'node:fs';
import {EXIT} from './exit.ts';

/** Bytes written at once: a guide's reading fits in it, and needs no memory of its own. */
const ROOM = 262_144;

/**
 * Writes results to stdout. Into a file or a device they go by our own hand, for Node stops without a word where a disk
 * takes only a part; a terminal and a pipe are left to Node.
 */
export function printer(stream: NodeJS.WriteStream & {fd: 1}): (text: string) => void {
  stream.on('error', stopped);
  if (!isOurs(stream)) return text => void stream.write(text);
  const encoder = new TextEncoder();
  const room = new Uint8Array(ROOM);
  return text => {
    try {
      for (let from = 0; from < text.length; ) {
        const {read, written} = encoder.encodeInto(from === 0 ? text : text.slice(from), room);
        for (let at = 0; at < written; ) at += writeSync(stream.fd, room, at, written - at);
        from += read;
      }
    } catch (error) {
      stopped(error as NodeJS.ErrnoException);
    }
  };
}

function isOurs(stream: NodeJS.WriteStream & {fd: 1}): boolean {
  if (stream.isTTY) return false;
  try {
    const stat = fstatSync(stream.fd);
    return stat.isFile() || stat.isCharacterDevice();
  } catch {
    return false;
  }
}

/** A reader that closes early (`| head`) is no fault; a disk that takes no more is said in a line. */
function stopped(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  process.stderr.write(`the output cannot be written (${error.code ?? error.message})\n`);
  process.exit(EXIT.input);
}
