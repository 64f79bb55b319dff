import picocolors from 'picocolors';
import {type Finding, SEVERITIES, showSpan} from '../base/index.ts';
import {cleanLine} from '../page/index.ts';
import type {Context} from './context.ts';

/** A finding on its lines: `offers/citadel.yaml:4:3 error unknown-key: …`, and beneath it how to mend it. */
function findingText(finding: Finding, colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const tone = {error: paint.red, warning: paint.yellow, note: paint.dim}[finding.severity];
  const place = finding.span === undefined ? '' : `${showSpan(finding.span)} `;
  const head = `${cleanLine(place)}${tone(finding.severity)} ${finding.rule}: ${cleanLine(finding.message)}`;
  return finding.hint === undefined
    ? head
    : `${head}\n    ${paint.dim(`to mend it: ${cleanLine(finding.hint)}`)}`;
}

/** Says every finding on stderr, the gravest first. */
export function sayFindings(context: Context, findings: readonly Finding[]): void {
  for (const severity of [...SEVERITIES].reverse())
    for (const finding of findings)
      if (finding.severity === severity) context.talk(findingText(finding, context.colour));
}
