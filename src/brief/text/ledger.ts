import {claimNumber} from '../../views/index.ts';
import {type SealedClaim, verdictWords} from '../../claims/index.ts';
import {atEnd, ofClaim, ofInput} from '../cite.ts';
import {INSTEAD_WORDS, isFact, ownFormula, sentence, splitLedger, tally} from '../words.ts';
import {EMPTY, type Line, margin, run, table, wrap} from '../../page/index.ts';
import {marked, type Sheet, section, verdict} from './parts.ts';

/** Every figure with its verdict: the headline ones worked out, the others in a table. */
export function ledger(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  if (plan.ledger.length === 0) return section(sheet, 'ledger', [[run('There is no figure to check.')]]);
  const {headline, rest} = splitLedger(plan.ledger);
  const worked = headline.flatMap(([index, claim], order) => [
    ...(order === 0 ? [] : [EMPTY]),
    ...working(sheet, index, claim),
  ]);
  if (!sheet.full && rest.length > 0) {
    const more = `${tally(rest.map(([, claim]) => claim))}. --full lists them, and so does the brief.`;
    return section(sheet, 'ledger', [
      ...worked,
      ...(worked.length === 0 ? [] : [EMPTY]),
      ...wrap([run(`Besides these, ${more}`, 'muted')], width),
    ]);
  }
  const rows = rest.map(([index, claim]) => [
    [run(claimNumber(index), 'bold')],
    [...marked(sheet, [sentence(claim.says), ofClaim(claim)]), ...basis(sheet, claim)],
    verdict(claim),
    because(sheet, claim),
  ]);
  const columns = [
    {head: 'No.', least: 3},
    {head: 'What is said', least: 18},
    {head: 'Verdict', least: 9},
    {head: 'Because', least: 18},
  ];
  const others =
    rows.length === 0 ? [] : [...(worked.length === 0 ? [] : [EMPTY]), ...table(columns, rows, width)];
  return section(sheet, 'ledger', [...worked, ...others]);
}

function working(sheet: Sheet, index: number, claim: SealedClaim): readonly Line[] {
  const {width} = sheet;
  const number = `${claimNumber(index)} `;
  // From top to bottom: footnotes are numbered as they are met.
  const says = marked(sheet, [sentence(claim.says), ofClaim(claim)], 'bold');
  const judged = [...verdict(claim), run(': '), ...because(sheet, claim)];
  const inputs = inputsOf(sheet, claim);
  return [
    ...wrap(says, width, margin(number, ' '.repeat(number.length), 'accent')),
    ...wrap(judged, width, margin('   ')),
    ...claim.workings.flatMap(one => [
      ...wrap(
        [run(one.assumption, 'muted')],
        width,
        margin(`   ${one.agrees ? '=' : '≠'} `, '     ', 'muted'),
      ),
      ...wrap([run(one.shown)], width, margin('     ')),
    ]),
    ...(inputs.length === 0 ? [] : wrap(inputs, width, margin('   ‹ ', '     ', 'muted'))),
  ];
}

/** Of the reader's own figures, by which formula; of one that the record gives by a formula, from which inputs too. */
function basis(sheet: Sheet, claim: SealedClaim): Line {
  const formula = ownFormula(claim);
  if (formula === null) return EMPTY;
  const told = [run(' = ', 'muted'), run(formula, 'muted')];
  return isFact(claim) ? [...told, run('; ‹ ', 'muted'), ...inputsOf(sheet, claim)] : told;
}

function inputsOf(sheet: Sheet, {inputs}: SealedClaim): Line {
  return inputs.flatMap(
    (input, at): Line => [
      run(`${at === 0 ? '' : '; '}${input.label} `, 'muted'),
      ...marked(sheet, [input.shown, ofInput(input)]),
      run(` ${input.evidence.tier}`, 'muted'),
    ],
  );
}

function because(sheet: Sheet, claim: SealedClaim): Line {
  const words = verdictWords(claim.verdict);
  const lead = INSTEAD_WORDS[claim.verdict.kind].toLowerCase();
  const instead =
    words.instead === '' ? [] : [run(`; ${lead}${lead === '' ? '' : ' '}`), run(words.instead, 'bold')];
  return [...marked(sheet, atEnd(words.because, ofClaim(claim))), ...instead];
}
