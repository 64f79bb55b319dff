import {existsSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import {readOffer} from '../case/index.ts';
import type {Finding} from '../figure/index.ts';
import {LIMITS, readText} from '../files/index.ts';
import type {Offer} from '../terms/index.ts';

/** Whether a word names the file of an offer, and no offer of a case. */
export function isOfferFile(word: string): boolean {
  return (word.endsWith('.yaml') || word.endsWith('.yml')) && existsSync(word);
}

/** The offer in a file that lies in no case: its id is the file's name without its ending. */
export function readOfferFile(
  path: string,
  today: string,
): {readonly offer: Offer | null; readonly findings: readonly Finding[]} {
  const attempt = readText(dirname(path), basename(path), LIMITS.yaml);
  if (!attempt.ok) return {offer: null, findings: attempt.findings};
  return readOffer(attempt.value, basename(path).replace(/\.ya?ml$/, ''), {today, pinned: false});
}
