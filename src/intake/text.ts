import {closeSync, createReadStream, openSync, readSync, statSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {createGunzip} from 'node:zlib';
import {Unreadable} from './piece.ts';

/** Bytes taken from a file at once. */
const CHUNK = 1 << 18;

/** Encodings that may be said; without one a text is UTF-8, or UTF-16 where its first bytes tell. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'latin1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The text of a file, piece by piece, with line feeds alone at the ends of its lines; gzip is undone. Throws `Unreadable` for what is no text in the encoding: a folder,
 * nothing, an archive, a device, bytes of another encoding.
 */
export async function* readPieces(path: string, encoding: Encoding | null): AsyncGenerator<string> {
  let decode: Decode | undefined;
  const lines = lineFeeds();
  for await (const bytes of unpacked(path)) {
    if (bytes.length === 0) continue;
    decode ??= decoder(bytes, encoding);
    const text = lines(decode(bytes, false));
    if (text !== '') yield text;
  }
  if (decode === undefined)
    throw new Unreadable('nothing stands in it', 1, 'export it again, or leave it out', 'empty');
  const rest = lines(decode(new Uint8Array(), true));
  if (rest !== '') yield rest;
}

/** Makes line feeds of the line ends of Windows (CRLF) and of old Macs (CR), which "CSV (Macintosh)" writes to this day. */
function lineFeeds(): (text: string) => string {
  let returned = false;
  return text => {
    // A feed that the piece before has been given already.
    const rest = returned && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') returned = text.endsWith('\r');
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest;
  };
}

/** The file at `path` as it is, once it is known to be one. */
export function refuseOthers(path: string): void {
  try {
    const stat = statSync(path);
    if (stat.isFile()) return;
    const what = stat.isDirectory() ? 'a folder' : 'no file';
    throw new Unreadable(`${what}, expected a file`, null, 'name the files in it, as folder/*.json');
  } catch (error) {
    throw told(error);
  }
}

/** The first bytes of a file, a letter each, by which what is no text is known. */
export function firstBytes(path: string, count: number): string {
  refuseOthers(path);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(count);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, count, 0));
  } catch (error) {
    throw told(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The bytes of a file, gzip undone. What is handed out is written over by what comes next. */
async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  refuseOthers(path);
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const bytes = new Uint8Array(CHUNK);
    const next = async () => bytes.subarray(0, (await file?.read(bytes, 0, CHUNK, null))?.bytesRead ?? 0);
    let part = await next();
    if (part[0] === 0x1f && part[1] === 0x8b) {
      yield* unzipped(path);
      return;
    }
    refuseBinary(part.subarray(0, LONGEST_MAGIC));
    for (; part.length > 0; part = await next()) yield part;
  } catch (error) {
    throw told(error);
  } finally {
    await file?.close();
  }
}

async function* unzipped(path: string): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(path, {highWaterMark: CHUNK});
  const packed = createGunzip({chunkSize: CHUNK});
  raw.on('error', error => packed.destroy(error));
  try {
    yield* raw.pipe(packed) as AsyncIterable<Uint8Array>;
  } finally {
    raw.destroy();
  }
}

/** Workbooks with a password lie in the container of old ones. */
export const OLD_WORKBOOK = 'an old workbook (xls), or one with a password';

/** Bytes of the longest mark below. */
const LONGEST_MAGIC = 8;

const MAGIC: readonly (readonly [start: string, what: string, hint: string])[] = [
  ['PK', 'a zip archive or a workbook', 'unpack it; a workbook is named .xlsx, or say format: xlsx'],
  ['\xd0\xcf\x11\xe0', OLD_WORKBOOK, 'save it as xlsx without a password, or as CSV'],
  ['PAR1', 'a Parquet file', 'say format: parquet, or name it .parquet'],
  ['%PDF', 'a PDF', 'export the data, as JSON or CSV'],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', 'unpack it, or pack it with gzip'],
  ['BZh', 'packed with bzip2', 'unpack it, or pack it with gzip'],
  ['\xfd7zXZ', 'packed with xz', 'unpack it, or pack it with gzip'],
];

function refuseBinary(magic: Uint8Array): void {
  const start = String.fromCharCode(...magic);
  const known = MAGIC.find(([first]) => start.startsWith(first));
  if (known !== undefined) throw new Unreadable(`${known[1]}, expected a text`, null, known[2]);
}

/** What the system or zlib says of a file, in words. */
function told(error: unknown): Error {
  if (!(error instanceof Error) || error instanceof Unreadable || !('code' in error)) return error as Error;
  const code = String(error.code);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Unreadable('it is missing', null, 'check its path');
  if (code === 'EACCES' || code === 'EPERM') {
    return new Unreadable('it may not be read', null, 'allow it: chmod u+r');
  }
  if (code === 'Z_BUF_ERROR') {
    return new Unreadable('the gzip archive is cut off', null, 'copy or download it again', 'torn');
  }
  if (code.startsWith('Z_')) {
    return new Unreadable('the gzip archive is damaged', null, 'copy or download it again', 'torn');
  }
  if (code.startsWith('E')) return new Unreadable(`it cannot be read (${code})`, null, 'check the disk');
  return error;
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

function decoder(first: Uint8Array, said: Encoding | null): Decode {
  const [a, b, c, d] = first;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    throw new Unreadable('a text in UTF-32', null, 'save it as UTF-8', 'encoding');
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const encoding = marked ?? said ?? 'utf-8';
  if (encoding === 'utf-8') return utf8();
  const wide = new TextDecoder(encoding, {fatal: true});
  return (bytes, last) => {
    try {
      return wide.decode(bytes, {stream: !last});
    } catch {
      throw new Unreadable(`not ${encoding} throughout`, null, 'save it as UTF-8', 'encoding');
    }
  };
}

const [FEED, RETURN] = [0x0a, 0x0d];

/** Decodes UTF-8 and can say on which line it ceases to be that. */
function utf8(): Decode {
  let carried = new Uint8Array();
  let lines = 1;
  let begun = false;
  let returned = false;
  return (bytes, last) => {
    const all = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
    const whole = last ? all.length : all.length - torn(all);
    carried = new Uint8Array(all.subarray(whole));
    const part = all.subarray(0, whole);
    const text = strict(part, lines, begun);
    if (!begun && text.slice(0, 1000).includes('\0')) {
      const hint = 'a text is expected here: for UTF-16 say encoding: utf-16le';
      throw new Unreadable('a binary file, expected a text', null, hint);
    }
    begun ||= text !== '';
    lines += count(part, returned);
    if (part.length > 0) returned = part[part.length - 1] === RETURN;
    return text;
  };
}

function strict(bytes: Uint8Array, before: number, begun: boolean): string {
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: begun});
  try {
    return decoder.decode(bytes);
  } catch {
    const line = before + count(bytes.subarray(0, sound(bytes)), false);
    throw new Unreadable('not UTF-8', line, 'save it as UTF-8, or say encoding: latin1', 'encoding');
  }
}

/** How many bytes from the start are UTF-8. */
function sound(bytes: Uint8Array): number {
  let [whole, broken] = [0, bytes.length];
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1;
    const part = bytes.subarray(0, middle - torn(bytes.subarray(0, middle)));
    try {
      new TextDecoder('utf-8', {fatal: true}).decode(part);
      whole = middle;
    } catch {
      broken = middle;
    }
  }
  return whole;
}

/** The lines that end in these bytes; `returned` says whether what came before ended with a CR, whose LF may follow. */
function count(bytes: Uint8Array, returned: boolean): number {
  let found = 0;
  for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1)) found++;
  for (let at = bytes.indexOf(FEED); at >= 0; at = bytes.indexOf(FEED, at + 1))
    if (at === 0 ? !returned : bytes[at - 1] !== RETURN) found++;
  return found;
}

/** How many bytes at the end begin a character that is not yet whole. */
function torn(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}
