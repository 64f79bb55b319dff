import {isAbsolute} from 'node:path';
import {type Finding, SEVERITIES, textOf} from '../figure/index.ts';
import {LIMITS, readText} from '../files/index.ts';
import {excerpt, findingLines, type Line, render} from '../page/index.ts';
import {withoutLogins} from '../record/index.ts';
import type {Context} from './context.ts';

/** How findings are said beside what they say themselves. */
interface Saying {
  /** What an edition keeps back, it takes out. */
  readonly clean?: ((text: string) => string) | undefined;
  /** The folder that their files are of: an error then shows the line that it is about. */
  readonly folder?: string | undefined;
}

/** Says every finding on stderr, the gravest first. */
export function sayFindings(
  context: Context,
  findings: readonly Finding[],
  {clean = text => text, folder}: Saying = {},
): void {
  const texts = new Map<string, string>();
  for (const severity of [...SEVERITIES].reverse())
    for (const finding of findings)
      if (finding.severity === severity) {
        const beneath = folder === undefined ? [] : lineOf(context, finding, folder, texts);
        context.talk(clean(render(findingLines(finding, beneath), context.talkColour)));
      }
}

/**
 * The line that an error in a file of the reader's is about. Other sums and logins may stand on it, and somebody may look
 * on: digits that the error does not quote are hidden, and a line with a login is not shown.
 */
function lineOf(
  {width}: Context,
  {severity, message, span}: Finding,
  folder: string,
  texts: Map<string, string>,
): readonly Line[] {
  if (severity !== 'error' || span === undefined) return [];
  const known = texts.get(span.file);
  const read = () => readText(isAbsolute(span.file) ? '/' : folder, span.file, LIMITS.moves);
  const attempt = known === undefined ? read() : {ok: true as const, value: {text: known}};
  const text = attempt.ok ? attempt.value.text : '';
  texts.set(span.file, text);
  // The whole line is asked: what is cut to fit may be no address any more, and still hold its password.
  const whole = text.split('\n')[span.line - 1] ?? '';
  return withoutLogins(whole) === whole ? excerpt(text, span, {width, said: textOf(message)}) : [];
}
