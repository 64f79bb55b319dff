import {type Currency, showMoneyShort} from '../../base/index.ts';
import {
  canvas,
  type Chart,
  EMPTY,
  fitText,
  headOf,
  INK,
  type Line,
  LINE,
  run,
  SMALL,
  textMarks,
  ticks,
  widthOf,
} from '../../page/index.ts';

/** Payoffs of equal chance of one offer, least first. */
export interface DotRow {
  readonly name: string;
  readonly payoffs: readonly number[];
  /** What the offer is worth for certain. */
  readonly certain: number;
}

export interface DotPicture {
  readonly rows: readonly DotRow[];
  readonly currency: Currency;
}

/** Columns of pixels in which dots are stacked. */
const BIN = 12;
const RADIUS = 4.6;
const LEFT = 8;

/** Quantile dots of offers on one scale: each dot is a path in fifty, so that chances can be counted. */
export function dotsChart({rows, currency}: DotPicture, width: number): Chart {
  const title = `Each dot is one chance in ${rows[0]?.payoffs.length ?? 0}; the bar is what the offer is worth for certain`;
  const head = headOf(title, {source: '', notice: null}, width);
  const all = rows.flatMap(({payoffs}) => payoffs);
  const [low, high] = [Math.min(0, ...all), Math.max(...all)];
  const right = width - LEFT;
  const x = (value: number) =>
    LEFT + RADIUS + ((right - LEFT - 2 * RADIUS) * (value - low)) / (high - low || 1);
  let top = head.bottom + LINE;
  const laid = rows.map(row => {
    const counts = new Map<number, number>();
    const dots = row.payoffs.map(value => {
      const bin = Math.round(x(value) / BIN);
      const level = counts.get(bin) ?? 0;
      counts.set(bin, level + 1);
      return {x: bin * BIN, level};
    });
    const height = Math.max(...counts.values()) * 2 * RADIUS;
    const base = top + LINE / 2 + height + RADIUS;
    const made = {
      ...row,
      label: fitText(row.name, width - 2 * LEFT),
      labelY: top,
      base,
      height,
      dots: dots.map(({x: at, level}) => ({x: at, y: base - RADIUS - 2 * RADIUS * level})),
    };
    top = base + LINE + 6;
    return made;
  });
  const scale = ticks(low, high, Math.max(2, Math.floor(width / 120)));
  const bottom = top - 4;
  return {
    name: `value-dots-${width}`,
    title,
    description: laid
      .map(({name, payoffs, certain}) => {
        const at = (share: number) => payoffs[Math.floor(share * (payoffs.length - 1))] ?? 0;
        const money = (amount: number) => showMoneyShort({amount, currency}, 3);
        return `${name}: eight paths in ten from ${money(at(0.1))} to ${money(at(0.9))}, half above ${money(at(0.5))}, for certain ${money(certain)}`;
      })
      .join('; '),
    linked: false,
    options: plot => ({
      ...canvas(width, bottom + 2 * LINE),
      marks: [
        ...textMarks(plot, head.lines),
        ...laid.flatMap(({dots, label, labelY, base, height, certain}) => [
          plot.text([{text: label}], {
            x: () => LEFT,
            y: () => labelY,
            text: 'text',
            textAnchor: 'start',
            fontWeight: 600,
            fill: INK.text,
          }),
          plot.link([{certain}], {
            x1: () => x(certain),
            x2: () => x(certain),
            y1: () => base - height - 2,
            y2: () => base + 3,
            stroke: INK.text,
            strokeWidth: 1.6,
          }),
          plot.dot(dots, {
            x: 'x',
            y: 'y',
            r: RADIUS - 0.4,
            fill: INK.accent,
            stroke: INK.paper,
            strokeWidth: 0.6,
          }),
          plot.link([{base}], {
            x1: () => LEFT,
            x2: () => right,
            y1: () => base,
            y2: () => base,
            stroke: INK.line,
            strokeWidth: 0.8,
          }),
        ]),
        plot.text(
          scale.map(({amount}) => ({x: x(amount), text: showMoneyShort({amount, currency}, 3)})),
          {x: 'x', y: () => bottom + LINE / 2, text: 'text', fontSize: SMALL, fill: INK.muted},
        ),
      ],
    }),
  };
}

const HEIGHTS = ' ▁▂▃▄▅▆▇█';

/** The same in letters: how many of the paths pay so much, a column of the terminal each. */
export function dotsStrips({rows, currency}: DotPicture, width: number): readonly Line[] {
  if (width < 60) return [];
  const all = rows.flatMap(({payoffs}) => payoffs);
  const [low, high] = [Math.min(0, ...all), Math.max(...all)];
  // A bar is two columns wide: fifty paths are few for seventy bars.
  const columns = Math.floor((width - 4) / 2);
  const at = (value: number) => Math.round(((columns - 1) * (value - low)) / (high - low || 1));
  const most = Math.max(...rows.map(row => Math.max(...countsOf(row, at, columns))));
  const money = (amount: number) => showMoneyShort({amount, currency}, 3);
  const [left, right] = [money(low), money(high)];
  const gap = ' '.repeat(Math.max(1, 2 * columns - widthOf(left) - widthOf(right)));
  return [
    ...rows.flatMap(row => {
      const bars = countsOf(row, at, columns).map(count => HEIGHTS[Math.ceil((8 * count) / most)] ?? ' ');
      const drawn = bars.map((bar, place) => (place === at(row.certain) ? `${bar}┃` : bar + bar));
      return [[run(fitText(row.name, width * 7), 'bold')], [run(`  ${drawn.join('')}`, 'accent')]];
    }),
    [run(`  ${left}${gap}${right}`, 'muted')],
    EMPTY,
  ];
}

/** How many payoffs fall into each column. */
function countsOf({payoffs}: DotRow, at: (value: number) => number, columns: number): number[] {
  const counts = Array.from({length: columns}, () => 0);
  for (const payoff of payoffs) counts[at(payoff)] = (counts[at(payoff)] ?? 0) + 1;
  return counts;
}
