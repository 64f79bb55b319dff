import {claimNumber, VERDICT_SIGNS} from '../../views/index.ts';
import type {SealedClaim, Verdict} from '../../claims/index.ts';
import type {Annotated} from '../cite.ts';
import type {Notes} from '../notes.ts';
import type {Brief, Say} from '../../strategy/index.ts';
import {annotate} from '../cite.ts';
import {SECTIONS, type Section, sectionNumber} from '../words.ts';
import {EMPTY, type Ink, type Line, margin, run, STAY, widthOf, wrap} from '../../page/index.ts';

/** What every section is written with. */
export interface Sheet {
  readonly plan: Brief;
  readonly notes: Notes;
  readonly width: number;
  /** Every figure of the ledger, not only those the argument rests on. */
  readonly full: boolean;
}

/** A section under its heading, with an empty line before it. */
export function section({width}: Sheet, name: Section, lines: readonly Line[]): readonly Line[] {
  const head = `━━ ${sectionNumber(name)} ${SECTIONS[name]} `;
  return [
    EMPTY,
    [run(`${head}${'━'.repeat(Math.max(0, width - widthOf(head)))}`, 'accent')],
    EMPTY,
    ...lines,
  ];
}

/** A text with `[3]` behind each figure. */
export function marked({notes}: Sheet, text: Annotated, ink: Ink = 'plain'): Line {
  return text.map(piece =>
    typeof piece === 'string' ? run(piece, ink) : run(`[${notes.cite(piece).number}]`, 'muted'),
  );
}

/** Words to say aloud, behind a bar. */
export function spoken(sheet: Sheet, says: readonly Say[]): readonly Line[] {
  return says.flatMap(said =>
    wrap(marked(sheet, annotate(sheet.plan, said), 'bold'), sheet.width, margin('  ┃ ', '  ┃ ', 'accent')),
  );
}

/** `label  text`, the text hanging behind its label. */
export function labelled(sheet: Sheet, label: string, text: Line): readonly Line[] {
  const before = `  ${label.padEnd(12)} `;
  return wrap(text, sheet.width, margin(before, ' '.repeat(widthOf(before)), 'muted'));
}

export function bullet({width}: Sheet, text: Line, sign = '•', ink: Ink = 'muted'): readonly Line[] {
  return wrap(text, width, {first: [run(`  ${sign} `, ink)], rest: [run('    ')]});
}

const VERDICT_INKS: Readonly<Record<Verdict['kind'], Ink>> = {
  holds: 'pass',
  'holds only if': 'unknown',
  'does not hold': 'fail',
  'cannot be checked': 'muted',
};

/** `✗ does not hold`, kept together on one line. */
export function verdict(claim: Pick<SealedClaim, 'verdict'>): Line {
  const {kind} = claim.verdict;
  return [run(`${VERDICT_SIGNS[kind]} ${kind}`.replaceAll(' ', STAY), VERDICT_INKS[kind])];
}

/** `C4 ✗ does not hold`; nothing for a claim that the ledger does not have. */
export function claimRef({plan}: Sheet, id: string): Line {
  const index = plan.ledger.findIndex(claim => claim.id === id);
  const claim = plan.ledger[index];
  return claim === undefined ? EMPTY : [run(`${claimNumber(index)}${STAY}`, 'bold'), ...verdict(claim)];
}
