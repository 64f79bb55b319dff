import {textOf} from '../../figure/index.ts';
import type {OfferStanding, Outcome, RuleRow} from '../../strategy/index.ts';
import {type Chart, canvas, cleanLine, foldText, INK} from '../../page/index.ts';
import {SIDE_HEADINGS, SIDES} from './words.ts';

interface Cell {
  readonly outcome: Outcome;
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface RuleLayout {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly Line[];
  readonly columns: readonly Line[];
  readonly texts: readonly Line[];
  readonly cells: readonly Cell[];
  readonly rulings: readonly number[];
}

const LINE = 15;
const NARROW = 520;

/** Where signs and words go on a canvas `width` pixels wide: a line a rule, a column an offer, grouped by side. */
function layRules(
  rules: readonly RuleRow[],
  offers: readonly Pick<OfferStanding, 'offer' | 'party'>[],
  width: number,
): RuleLayout {
  const words = width < NARROW ? 0.42 * width : 0.46 * width;
  const column = (width - words) / Math.max(1, offers.length);
  const centre = (index: number) => words + (index + 0.5) * column;
  const names = offers.map(offer => foldText(cleanLine(offer.party), column - 10, 2));
  const headLines = names.reduce((most, lines) => Math.max(most, lines.length), 1);
  const headings: Line[] = [];
  const texts: Line[] = [];
  const cells: Cell[] = [];
  const rulings: number[] = [];
  let y = headLines * LINE + 8;
  for (const side of SIDES) {
    const group = rules.filter(rule => rule.side === side);
    if (group.length === 0) continue;
    headings.push({text: SIDE_HEADINGS[side], x: 0, y: y + LINE / 2});
    y += LINE + 3;
    for (const rule of group) {
      const lines = foldText(cleanLine(textOf(rule.text)), words - 12, 3);
      const middle = y + 4 + (lines.length * LINE) / 2;
      lines.forEach((text, index) => texts.push({text, x: 0, y: y + 4 + (index + 0.5) * LINE}));
      for (const [index, offer] of offers.entries()) {
        const result = rule.results.find(one => one.offer === offer.offer);
        cells.push({outcome: result?.outcome ?? 'unknown', x: centre(index), y: middle});
      }
      y += lines.length * LINE + 8;
      rulings.push(y);
    }
    y += 8;
  }
  const columns = names.flatMap((lines, index) =>
    lines.map((text, line) => ({
      text,
      x: centre(index),
      y: (headLines - lines.length + line + 0.5) * LINE,
    })),
  );
  return {width, height: y, headings, columns, texts, cells, rulings};
}

/** The guide's rules against every offer: a tick where one is met, a cross where not, a ringed ? where unknown. */
export function rulesChart(
  rules: readonly RuleRow[],
  offers: readonly Pick<OfferStanding, 'offer' | 'party'>[],
  width: number,
): Chart {
  const layout = layRules(rules, offers, width);
  const of = (outcome: Outcome) => layout.cells.filter(cell => cell.outcome === outcome);
  return {
    name: `rules-${width}`,
    title: 'The guide’s rules, offer by offer',
    description: offers.map(offer => sentenceOf(offer, rules)).join(' '),
    linked: false,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        plot.ruleY(layout.rulings, {stroke: INK.line, strokeWidth: 0.6}),
        plot.text(layout.columns, {x: 'x', y: 'y', text: 'text', fontWeight: 600, fill: INK.text}),
        plot.text(layout.headings, {
          x: 'x',
          y: 'y',
          text: 'text',
          textAnchor: 'start',
          fontWeight: 600,
          fill: INK.accent,
        }),
        plot.text(layout.texts, {x: 'x', y: 'y', text: 'text', textAnchor: 'start', fill: INK.text}),
        plot.dot(of('pass'), {...SIGN, symbol: TICK, stroke: INK.pass}),
        plot.dot(of('fail'), {...SIGN, symbol: CROSS, stroke: INK.fail}),
        plot.dot(of('unknown'), {x: 'x', y: 'y', r: 7.5, stroke: INK.unknown, strokeWidth: 1.2}),
        plot.text(of('unknown'), {
          x: 'x',
          y: 'y',
          text: () => '?',
          fontWeight: 600,
          fill: INK.unknown,
        }),
      ],
    }),
  };
}

const SIGN = {x: 'x', y: 'y', r: 6, fill: 'none', strokeWidth: 2.4, strokeLinecap: 'round'} as const;

/** Plot's symbol, with what it draws on named: a `CanvasPath`, of which two verbs are enough. */
interface Sign {
  draw(context: Pen, size: number): void;
}

interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

const TICK: Sign = {
  draw(context, size) {
    const r = Math.sqrt(size / Math.PI);
    context.moveTo(-r, 0.1 * r);
    context.lineTo(-0.3 * r, 0.8 * r);
    context.lineTo(r, -0.8 * r);
  },
};

const CROSS: Sign = {
  draw(context, size) {
    const r = 0.8 * Math.sqrt(size / Math.PI);
    context.moveTo(-r, -r);
    context.lineTo(r, r);
    context.moveTo(-r, r);
    context.lineTo(r, -r);
  },
};

function sentenceOf(offer: Pick<OfferStanding, 'offer' | 'party'>, rules: readonly RuleRow[]): string {
  const told = rules.map(rule => {
    const outcome = rule.results.find(one => one.offer === offer.offer)?.outcome ?? 'unknown';
    return `${rule.side}, ${textOf(rule.text)}: ${outcome}`;
  });
  return `${offer.party}: ${told.join('; ')}.`;
}
