import type {Answer} from '../desk/index.ts';
import {jsonOf} from '../figure/index.ts';
import {type Document, printHtml, printTerminal} from '../page/index.ts';
import {type Context, EXIT} from './context.ts';
import {sayFindings} from './findings.ts';
import {type Keeping, OPEN, type Output, output, writeAll} from './finished.ts';

/** How every command that reports may be asked to print. */
export interface PrintFlags {
  readonly json: boolean;
  readonly html?: string;
}

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
  keeping: Keeping = OPEN,
): Promise<void> {
  writeAll(context, await shown(context, flags, report, document, keeping));
}

/** What `show` writes, searched and not yet written. */
export async function shown(
  {width, colour}: Context,
  flags: PrintFlags,
  report: unknown,
  document: Document,
  keeping: Keeping,
): Promise<readonly Output[]> {
  const {clean} = keeping;
  const printed = flags.json
    ? output(null, jsonText(report, clean), 'json', keeping)
    : output(null, printTerminal(document, {width, colour, clean}), 'terminal', keeping);
  if (flags.html === undefined) return [printed];
  return [printed, await page(flags.html, document, keeping)];
}

/** A document as a page that needs nothing else. */
export async function page(path: string, document: Document, keeping: Keeping): Promise<Output> {
  return output(path, await printHtml(document, keeping), 'page', keeping);
}

/** The report with the cards of its figures, a card a line; a list of reports without them. */
export function jsonText(report: unknown, clean: Keeping['clean']): string {
  const {json, figures} = jsonOf(report, clean);
  const body = JSON.stringify(json, null, 2);
  const cards = Object.entries(figures).map(
    ([at, card]) => `    ${JSON.stringify(at)}: ${JSON.stringify(card)}`,
  );
  if (Array.isArray(json) || cards.length === 0) return `${body}\n`;
  return `${body.replace(/\n\}$/, '')},\n  "figures": {\n${cards.join(',\n')}\n  }\n}\n`;
}
