import {closeSync, createReadStream, fstatSync, openSync, readSync} from 'node:fs';
import {pipeline} from 'node:stream';
import {createInflateRaw} from 'node:zlib';
import {Unreadable} from './piece.ts';

/** One file inside an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  /** Of its own header, in bytes from the start. */
  readonly offset: number;
  readonly method: number;
}

/** That an archive ends early or a part of it cannot be unpacked. */
export function tornArchive(message: string): Unreadable {
  return new Unreadable(message, null, 'download it again, or save the sheet as CSV', 'torn');
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** The end of an archive may carry a comment of this many bytes. */
const LONGEST_COMMENT = 0xffff;
/** Sizes at this mark stand elsewhere, in archives above 4 GB. */
const ELSEWHERE = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** What an archive holds, by name. Throws `Unreadable` where its directory is missing or broken. */
export function zipEntries(file: string): ReadonlyMap<string, ZipEntry> {
  const handle = openSync(file, 'r');
  try {
    const {size} = fstatSync(handle);
    const tail = piece(handle, Math.max(0, size - END_SIZE - LONGEST_COMMENT), size);
    let end = tail.length - END_SIZE;
    while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
    if (end < 0) throw tornArchive('the workbook ends too early: its list of contents is missing');
    const [count, length, from] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ];
    if (from === ELSEWHERE)
      throw new Unreadable('a workbook above 4 GB', null, 'save the sheet as CSV', 'large');
    if (from + length > size) throw tornArchive('the list of contents of the workbook is torn');
    return new Map(entries(piece(handle, from, from + length), count).map(entry => [entry.name, entry]));
  } finally {
    closeSync(handle);
  }
}

function entries(directory: Buffer, count: number): ZipEntry[] {
  const found: ZipEntry[] = [];
  for (let at = 0; found.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw tornArchive('the list of contents of the workbook is torn');
    const [name, extra, comment] = [28, 30, 32].map(offset => directory.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    found.push({
      name: directory.toString('utf8', at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return found;
}

/** The text of one entry, in pieces as they are unpacked; it is never held whole. */
export async function* unpacked(file: string, entry: ZipEntry): AsyncGenerator<string> {
  if (entry.packed === 0) return;
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw tornArchive(`${entry.name} is packed in a way that is not known (${entry.method})`);
  const start = dataStart(file, entry);
  const packed = createReadStream(file, {start, end: start + entry.packed - 1, highWaterMark: 1 << 18});
  const decoder = new TextDecoder('utf-8');
  // What goes wrong on the way arrives at whoever reads the end of it.
  const bytes =
    entry.method === STORED
      ? packed
      : pipeline(packed, createInflateRaw({chunkSize: 1 << 18}), () => undefined);
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, {stream: true});
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_') && !code.startsWith('ERR_STREAM')) throw error;
    throw tornArchive(`${entry.name} in the workbook is torn`);
  }
}

/** Behind its own header, whose name and extra field may be longer than the directory says. */
function dataStart(file: string, entry: ZipEntry): number {
  const handle = openSync(file, 'r');
  try {
    const header = piece(handle, entry.offset, entry.offset + 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL)
      throw tornArchive(`${entry.name} in the workbook is torn`);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    closeSync(handle);
  }
}

function piece(handle: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from));
}
