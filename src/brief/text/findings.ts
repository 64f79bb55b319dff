import {type Severity, showSpan} from '../../base/index.ts';
import {ofGuide} from '../cite.ts';
import {countWords, SEVERITY_SIGNS, sentence} from '../words.ts';
import {EMPTY, type Ink, type Line, margin, run, wrap} from '../../page/index.ts';
import {bullet, marked, type Sheet, section} from './parts.ts';

const INKS: Readonly<Record<Severity, Ink>> = {error: 'fail', warning: 'unknown', note: 'muted'};

/** What the audit says of the guide, with the place of each finding. */
export function findings(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  const lines = plan.findings.flatMap(finding => {
    const place =
      finding.span === undefined
        ? []
        : [run(` ${showSpan(finding.span)} `, 'muted'), ...marked(sheet, [ofGuide(plan, finding.span)])];
    const text = [
      run(`${finding.severity}: `, INKS[finding.severity]),
      run(sentence(finding.message)),
      ...place,
    ];
    return [
      ...bullet(sheet, text, SEVERITY_SIGNS[finding.severity], INKS[finding.severity]),
      ...(finding.hint === undefined
        ? []
        : wrap([run(finding.hint, 'muted')], width, margin('    → ', '      ', 'muted'))),
    ];
  });
  const none = [[run(`The audit found nothing to say of ${plan.guide.path}.`)]];
  const unread = `${countWords(plan.unread, 'block')} of the guide hold a figure that no rule understood; nothing here rests on them.`;
  return section(sheet, 'findings', [
    ...(lines.length === 0 ? none.flatMap(line => wrap(line, width)) : lines),
    ...(plan.unread === 0 ? [] : [EMPTY, ...wrap([run(unread, 'muted')], width)]),
  ]);
}
