import picocolors from 'picocolors';
import {showSpan} from '../base/index.ts';
import {type Finding, SEVERITIES, textOf} from '../figure/index.ts';
import {cleanLine} from '../page/index.ts';
import type {Context} from './context.ts';

/** A finding on its lines: `offers/citadel.yaml:4:3 error unknown-key: …`, and beneath it how to mend it. */
function findingText({rule, severity, message, span, hint}: Finding, colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const tone = {error: paint.red, warning: paint.yellow, note: paint.dim}[severity];
  const place = span === undefined ? '' : `${showSpan(span)} `;
  const head = `${cleanLine(place)}${tone(severity)} ${rule}: ${cleanLine(textOf(message))}`;
  return hint === undefined ? head : `${head}\n    ${paint.dim(`to mend it: ${cleanLine(textOf(hint))}`)}`;
}

/** Says every finding on stderr, the gravest first. What an edition keeps back, `clean` takes out. */
export function sayFindings(
  context: Context,
  findings: readonly Finding[],
  clean = (text: string) => text,
): void {
  for (const severity of [...SEVERITIES].reverse())
    for (const finding of findings)
      if (finding.severity === severity) context.talk(clean(findingText(finding, context.colour)));
}
