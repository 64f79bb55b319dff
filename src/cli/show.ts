import type {Answer} from '../desk/index.ts';
import {type Finding, jsonOf} from '../figure/index.ts';
import {writeAtomic} from '../files/index.ts';
import {type Document, printHtml, printTerminal} from '../page/index.ts';
import {type Context, EXIT} from './context.ts';
import {sayFindings} from './findings.ts';

/** How every command that reports may be asked to print. */
export interface PrintFlags {
  readonly json: boolean;
  readonly html?: string;
}

/** What takes out of a text what an edition keeps back. */
type Clean = (text: string) => string;

/** What the desk answers, its findings (of files in `folder`) and notices said. Null where there is no report, and the command ends with why. */
export function answered<R>(
  context: Context,
  {report, findings, clean, notices = [], isMisasked, isPartial}: Answer<R>,
  folder?: string,
): R | null {
  sayFindings(context, findings, {clean, folder});
  for (const notice of notices) context.talk(notice);
  if (isPartial === true) context.exit(EXIT.input);
  if (report === null) context.exit(isMisasked === true ? EXIT.usage : EXIT.input);
  return report;
}

/** A report on stdout, as text or as JSON with the cards of its figures, and as a page where one was asked for. */
export async function show(
  context: Context,
  flags: PrintFlags,
  report: unknown,
  document: Document,
  clean: Clean = text => text,
): Promise<void> {
  const {width, colour} = context;
  if (flags.json) context.print(jsonText(report, clean));
  else context.print(printTerminal(document, {width, colour, clean}));
  if (flags.html !== undefined) await writePage(context, flags.html, document, clean);
}

/** A document in a file, as a page that needs nothing else. */
export async function writePage(
  context: Context,
  path: string,
  document: Document,
  clean: Clean = text => text,
): Promise<void> {
  writeOut(context, path, await printHtml(document, {clean}));
}

/** The report with the cards of its figures, a card a line; a list of reports without them. */
export function jsonText(report: unknown, clean: Clean): string {
  const {json, figures} = jsonOf(report, clean);
  const body = JSON.stringify(json, null, 2);
  const cards = Object.entries(figures).map(
    ([at, card]) => `    ${JSON.stringify(at)}: ${JSON.stringify(card)}`,
  );
  if (Array.isArray(json) || cards.length === 0) return `${body}\n`;
  return `${body.replace(/\n\}$/, '')},\n  "figures": {\n${cards.join(',\n')}\n  }\n}\n`;
}

/** A file that a command writes, whole or not at all; what hinders it is said, and the command ends with 3. */
export function writeOut(context: Context, path: string, text: string): void {
  wrote(context, [path], writeAtomic(path, text));
}

/** Says which files were written, or what hindered it. */
export function wrote(context: Context, paths: readonly string[], failed: readonly Finding[]): void {
  sayFindings(context, failed);
  if (failed.length > 0) return context.exit(EXIT.input);
  for (const path of paths) context.talk(`wrote ${path}`);
}
