import type {Sealed} from '../desk/index.ts';
import {jsonOf} from '../figure/index.ts';
import {writeAtomic} from '../files/index.ts';
import {type Document, printHtml, printTerminal} from '../page/index.ts';
import {type Context, EXIT} from './context.ts';
import {sayFindings} from './findings.ts';

/** How every command that reports may be asked to print. */
export interface PrintFlags {
  readonly json: boolean;
  readonly html?: string;
}

/** A report on stdout, as text or as JSON with the cards of its figures, and as a page where one was asked for. */
export async function show(
  context: Context,
  flags: PrintFlags,
  {report, clean}: Pick<Sealed<unknown>, 'report' | 'clean'>,
  document: Document,
): Promise<void> {
  const {width, colour} = context;
  if (flags.json) context.print(jsonText(report, clean));
  else context.print(printTerminal(document, {width, colour, clean}));
  if (flags.html !== undefined) writeOut(context, flags.html, await printHtml(document, {clean}));
}

/** The report with the cards of its figures; a list of reports without them. */
export function jsonText(report: unknown, clean: Sealed<unknown>['clean']): string {
  const {json, figures} = jsonOf(report, clean);
  const whole =
    Array.isArray(json) || Object.keys(figures).length === 0 ? json : {...(json as object), figures};
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** A file that a command writes, whole or not at all; what hinders it is said, and the command ends with 3. */
export function writeOut(context: Context, path: string, text: string): void {
  const failed = writeAtomic(path, text);
  sayFindings(context, failed);
  if (failed.length > 0) context.exit(EXIT.input);
  else context.talk(`wrote ${path}`);
}
