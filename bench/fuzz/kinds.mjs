import {moves, ofCase, offer} from './case.mjs';
import {guide} from './guide.mjs';
import {record} from './record.mjs';
import {wages} from './wages.mjs';

/**
 * A kind of mutants: `keep` writes the one of a seed into a folder, `commands` are the command lines that read it there.
 *
 * @typedef {{keep: (folder: string, seed: number) => void | Promise<void>,
 *   commands: (folder: string, seed: number) => readonly (readonly string[])[]}} Kind
 */

/** What is fuzzed, in this order. @type {Readonly<Record<string, Kind>>} */
export const KINDS = {case: ofCase, offer, moves, record, wages, guide};
