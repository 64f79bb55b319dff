import {isAbsolute} from 'node:path';
import {type Finding, reaches, shippedRates} from '../../base/index.ts';
import {LIMITS, readText} from '../../case/index.ts';
import {audit, guideJson, type Reading, readGuide} from '../../guide/index.ts';
import type {GuideFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {guideText} from '../guide-text.ts';

/** `parley guide FILE…`: the reading and the findings of each guide, one JSON line a file under `--json`. */
export function guide(this: Context, flags: GuideFlags, ...files: string[]): void {
  const rates = shippedRates();
  const today = flags.today ?? this.today;
  for (const [at, file] of files.entries()) {
    const attempt = readText(isAbsolute(file) ? '/' : '.', file, LIMITS.guide);
    if (!attempt.ok) {
      sayFindings(this, attempt.findings);
      this.exit(EXIT.input);
      continue;
    }
    const reading = readGuide(file, attempt.value.text);
    const audited = reading.guide === null ? [] : audit(reading.guide, attempt.value, {rates, today});
    const whole: Reading = {guide: reading.guide, findings: [...reading.findings, ...audited]};
    if (reading.guide === null) this.exit(EXIT.input);
    if (reaching(whole.findings, flags.failOn)) this.exit(EXIT.findings);
    if (flags.json) this.print(JSON.stringify(guideJson(whole, file)));
    else this.print(`${at > 0 ? '\n' : ''}${guideText(whole, {width: this.width, colour: this.colour})}`);
  }
}

function reaching(findings: readonly Finding[], threshold: GuideFlags['failOn']): boolean {
  return threshold !== 'never' && findings.some(finding => reaches(finding, threshold));
}
