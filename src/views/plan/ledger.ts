import {type Claim, verdictWords} from '../../claims/index.ts';
import {say} from '../../figure/index.ts';
import {type Block, type Cell, text, type Text, toned} from '../../page/index.ts';
import {verdictsChart, verdictStrips} from '../chart/verdicts.ts';
import {claimNumber, VERDICT_TONES} from '../chart/words.ts';
import {picturesLeft} from './pictures.ts';
import {begun, INSTEAD_WORDS, placeOf, tally, type Told, told, verdictRun} from './words.ts';

/** A claim with its place in the ledger, which is its number. */
type Numbered = readonly [number, Claim];

/** Every figure with its verdict: those the argument rests on with all their working, the rest in a table. */
export function ledger({brief, full}: Told): readonly Block[] {
  const claims = brief.ledger;
  if (claims.length === 0) return [{block: 'paragraph', text: text`There is no figure to check.`}];
  const numbered = [...claims.entries()];
  const worked = numbered.filter(([, claim]) => claim.headline).map(working);
  const rest = numbered.filter(([, claim]) => !claim.headline);
  if (full)
    return [
      {
        block: 'picture',
        chart: width => verdictsChart(claims, width),
        strips: width => verdictStrips(claims, width),
        caption: text`Filled tokens are the figures that the guide’s argument rests on; each number leads to its working.`,
      },
      ...picturesLeft(brief),
      ...worked,
      ...(rest.length === 0 ? [] : others(rest)),
    ];
  if (rest.length === 0) return worked;
  const more = say`Besides these, ${tally(rest.map(([, claim]) => claim))}. --full lists them, and so does the brief.`;
  return [...worked, {block: 'paragraph', text: told(more, 'muted')}];
}

function working([at, claim]: Numbered): Block {
  const {verdict, says, workings} = claim;
  return {
    block: 'verdict',
    id: claimNumber(at),
    tone: VERDICT_TONES[verdict.kind],
    says: begun(says),
    verdict: [verdictRun(claim), toned('plain', say`: `), ...because(claim)],
    workings: workings.map(({agrees, assumption, shown, formula}) => ({
      agrees,
      assumption,
      sum: shown,
      formula,
    })),
    inputs: inputsOf(claim),
  };
}

function others(rest: readonly Numbered[]): readonly Block[] {
  return [
    {block: 'heading', level: 'part', text: text`The other figures`},
    {
      block: 'table',
      caption: say`Other figures by verdict`,
      columns: [
        {head: say`No.`, least: 3},
        {head: say`What is said`, least: 18},
        {head: say`Verdict`, least: 9},
        {head: say`Because`, least: 18},
      ],
      rows: rest.map(([at, claim]) => ({
        id: claimNumber(at),
        cells: [
          {text: told(placeOf(at), 'bold')},
          saidIn(claim),
          {text: [verdictRun(claim)]},
          {text: because(claim, true)},
        ],
      })),
    },
  ];
}

/**
 * What is said, and of the reader's own figures the figure, where the verdict does not tell it, and by which formula; of one
 * that the record gives by a formula, from which inputs too.
 */
function saidIn(claim: Claim): Cell {
  const said = {text: begun(claim.says)};
  if (claim.by !== 'me') return said;
  const formula = claim.workings[0]?.formula ?? null;
  const inputs = claim.kind === 'fact' && formula !== null ? inputsOf(claim) : [];
  const figure = isTold(claim) ? [] : told(claim.statedText, 'bold');
  return {
    ...said,
    under: [
      toned('plain', say`my own${figure.length === 0 ? '' : ': '}`),
      ...figure,
      ...(formula === null ? [] : [toned('plain', say` = ${formula}`)]),
      ...inputs.flatMap((input, at) => [toned('plain', say`${at === 0 ? '; ‹ ' : '; '}`), ...input]),
    ],
  };
}

/** Whether the verdict tells the figure: one that was measured or worked out and holds, or the one that holds instead. */
function isTold({kind, verdict, margin, facts}: Claim): boolean {
  if (verdict.kind === 'cannot be checked') return facts.length === 0;
  return kind !== 'fact' || margin !== undefined;
}

/** `pods: 50 pods guide`, each input with its tier. */
function inputsOf({inputs}: Claim): readonly Text[] {
  return inputs.map(({label, shown, evidence}) => [
    toned('muted', say`${label}: `),
    ...told(shown, 'bold'),
    toned('muted', say` ${evidence.tier}`),
  ]);
}

/** Why the verdict is what it is, and the figure that does hold or what is missing. */
function because({verdict}: Claim, opens = false): Text {
  const {because: reason, instead} = verdictWords(verdict);
  const held = told(instead, 'bold');
  return [
    ...(opens ? begun(reason) : told(reason)),
    ...(held.length === 0 ? [] : [toned('plain', say`; ${INSTEAD_WORDS[verdict.kind]}`), ...held]),
    toned('plain', say`.`),
  ];
}
