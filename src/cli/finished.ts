import type {Finished} from '../figure/index.ts';
import {groupBy} from '../base/index.ts';
import {type FreshFile, writeAtomic, writeSet} from '../files/index.ts';
import {basename, dirname} from 'node:path';
import {textsOfPage, textsOfTerminal} from '../page/index.ts';
import {type Context, EXIT} from './context.ts';
import {sayFindings} from './findings.ts';

/** What an edition keeps back: taken out of every word that is printed, and looked for once more in what is finished. */
export interface Keeping {
  readonly clean: (text: string) => string;
  readonly tells: (finished: Finished) => boolean;
}

/** Of what is for one's own eyes, or holds nobody's secret. */
export const OPEN: Keeping = {clean: text => text, tells: () => false};

/** A finished text, for stdout or for a file, and whether something that is kept back stands in it after all. */
export interface Output {
  readonly path: string | null;
  readonly text: string;
  readonly isTelling: boolean;
}

const SAYS = {
  terminal: (text: string) => ({texts: textsOfTerminal(text)}),
  page: (text: string) => ({texts: textsOfPage(text)}),
  json: saidIn,
};

/** What is about to be written to `path`, to stdout where that is null, searched once more. */
export function output(path: string | null, text: string, is: keyof typeof SAYS, {tells}: Keeping): Output {
  return {path, text, isTelling: tells(SAYS[is](text))};
}

/**
 * Writes all of it, or nothing where any of it tells what an edition keeps back: a page that is missing is noticed, one that
 * tells a secret is not. Why is said without the secret.
 */
export function writeAll(context: Context, outputs: readonly Output[]): void {
  if (outputs.some(one => one.isTelling)) {
    context.talk(
      'nothing was written: a confidential figure, or what case.yaml rules out, would stand in it after all; the fault is ours, please report it without the figure',
    );
    return context.exit(EXIT.fault);
  }
  for (const {path, text} of outputs) if (path === null) context.print(text);
  const files = outputs.flatMap(({path, text}) => (path === null ? [] : [{path, text}]));
  for (const set of groupBy(files, ({path}) => dirname(path)).values()) write(context, set);
}

/** A file that a command writes, whole or not at all; what hinders it is said, and the command ends with 3. */
export function writeOut(context: Context, path: string, text: string): void {
  write(context, [{path, text}]);
}

/** The files of one folder: one whole or not at all, several as a set. */
function write(context: Context, files: readonly FreshFile[]): void {
  const {path: first = '', text = ''} = files[0] ?? {};
  const set = files.map(one => ({...one, path: basename(one.path)}));
  const failed = files.length === 1 ? writeAtomic(first, text) : writeSet(dirname(first), set);
  sayFindings(context, failed);
  if (failed.length > 0) return context.exit(EXIT.input);
  for (const {path} of files) context.talk(`wrote ${path}`);
}

/** Every text and number of a text in JSON, lines of it too; of keys, those that are no words of the program. */
function saidIn(text: string): Finished {
  const texts: string[] = [];
  const numbers: number[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value === 'number') numbers.push(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      texts.push(...key.split('/').filter(part => !/^(?:[a-z][A-Za-z]*|\d*)(?:#\d+)?$/.test(part)));
      visit(one);
    }
  };
  for (const one of /^[[{]$/m.test(text) ? [text] : text.split('\n').filter(line => line !== ''))
    visit(JSON.parse(one));
  return {texts, numbers};
}
