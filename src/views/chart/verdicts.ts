import type {Claim, Verdict} from '../../claims/index.ts';
import {textOf} from '../../figure/index.ts';
import {canvas, type Chart, cleanLine, INK, type Line, margin, run, STAY, wrap} from '../../page/index.ts';
import {claimNumber, VERDICT_KINDS, VERDICT_SIGNS, VERDICT_TONES} from './words.ts';

/** One claim as a numbered token, in the row of its verdict. */
interface Token {
  readonly number: string;
  readonly says: string;
  readonly kind: Verdict['kind'];
  readonly headline: boolean;
  readonly x: number;
  readonly y: number;
}

interface VerdictRow {
  readonly kind: Verdict['kind'];
  readonly count: number;
  readonly y: number;
}

interface VerdictLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly VerdictRow[];
  readonly tokens: readonly Token[];
}

const STEP = 34;
const LINE = 30;
const NARROW = 520;
const SHAPES = {
  holds: 'circle',
  'holds only if': 'hexagon',
  'does not hold': 'square',
  'cannot be checked': 'circle',
} as const;
const COLOURS = {
  holds: INK.pass,
  'holds only if': INK.unknown,
  'does not hold': INK.fail,
  'cannot be checked': INK.muted,
} as const;

/** Where the tokens go on a canvas `width` pixels wide: as many lines a verdict as it needs. */
function layVerdicts(ledger: readonly Claim[], width: number): VerdictLayout {
  const narrow = width < NARROW;
  const left = narrow ? 4 : 172;
  const across = Math.max(1, Math.floor((width - left) / STEP));
  const rows: VerdictRow[] = [];
  const tokens: Token[] = [];
  let y = 2;
  for (const kind of VERDICT_KINDS) {
    const found = [...ledger.entries()].filter(([, claim]) => claim.verdict.kind === kind);
    rows.push({kind, count: found.length, y: y + (narrow ? 8 : LINE / 2)});
    const top = y + (narrow ? 20 : 0);
    for (const [place, [index, claim]] of found.entries()) {
      tokens.push({
        number: claimNumber(index),
        says: cleanLine(textOf(claim.says)),
        kind,
        headline: claim.headline,
        x: left + (place % across) * STEP + STEP / 2,
        y: top + Math.floor(place / across) * LINE + LINE / 2,
      });
    }
    const lines = Math.ceil(found.length / across);
    y = top + (narrow ? lines : Math.max(1, lines)) * LINE + 6;
  }
  return {width, height: y, rows, tokens};
}

/** The ledger at a glance: a row a verdict, a token a claim, named as in the ledger and linked to it. */
export function verdictsChart(ledger: readonly Claim[], width: number): Chart {
  const layout = layVerdicts(ledger, width);
  return {
    name: `verdicts-${width}`,
    title: 'The figures by verdict',
    description: layout.rows
      .map(row => {
        const names = layout.tokens.filter(token => token.kind === row.kind).map(token => token.number);
        return `${row.kind}: ${names.length === 0 ? 'none' : names.join(', ')}.`;
      })
      .join(' '),
    linked: true,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        plot.text(layout.rows, {
          x: () => 0,
          y: 'y',
          text: (row: VerdictRow) => `${VERDICT_SIGNS[row.kind]}  ${row.kind}, ${row.count}`,
          textAnchor: 'start',
          fontWeight: 600,
          fill: (row: VerdictRow) => COLOURS[row.kind],
        }),
        ...VERDICT_KINDS.map(kind =>
          plot.dot(
            layout.tokens.filter(token => token.kind === kind),
            {
              x: 'x',
              y: 'y',
              r: 13,
              symbol: SHAPES[kind],
              fill: (token: Token) => (token.headline ? COLOURS[kind] : INK.paper),
              fillOpacity: 0.16,
              stroke: COLOURS[kind],
              strokeWidth: 1.2,
              ...(kind === 'cannot be checked' ? {strokeDasharray: '2 3'} : {}),
            },
          ),
        ),
        ...[true, false].map(headline =>
          plot.text(
            layout.tokens.filter(token => token.headline === headline),
            {
              x: 'x',
              y: 'y',
              text: 'number',
              href: (token: Token) => `#${token.number}`,
              ariaLabel: (token: Token) => `${token.number}, ${token.kind}: ${token.says}`,
              fontSize: 10.5,
              fontWeight: headline ? 700 : 400,
              fill: INK.text,
            },
          ),
        ),
      ],
    }),
  };
}

/** Columns that a verdict's name and count stand in. */
const NAMED = 24;

/** The same in a terminal: a line a verdict, each claim by its number, filled where the argument rests on it. */
export function verdictStrips(ledger: readonly Claim[], width: number): readonly Line[] {
  return VERDICT_KINDS.flatMap(kind => {
    const found = [...ledger.entries()].filter(([, claim]) => claim.verdict.kind === kind);
    const name = `${VERDICT_SIGNS[kind]} ${kind}, ${found.length}`;
    const tokens = found.flatMap(([index, {headline}]) => [
      run(`${headline ? '●' : '○'}${STAY}${claimNumber(index)} `, headline ? 'bold' : 'plain'),
    ]);
    return wrap(tokens, width, margin(name.padEnd(NAMED), ' '.repeat(NAMED), VERDICT_TONES[kind]));
  });
}
