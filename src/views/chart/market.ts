import {type Component, type Currency, showMoneyShort} from '../../base/index.ts';
import {isKnown, show, styled, textOf, valueOf} from '../../figure/index.ts';
import {everyWorth, isMoney, type MarketReport, type MoneyBand} from '../../market/index.ts';
import {rangeWords} from '../market/words.ts';
import {type BandMark, type BandRow, spread} from './bands.ts';
import {
  canvas,
  type Chart,
  cleanLine,
  fitText,
  HALO,
  INK,
  lanes,
  textWidth,
  ticks,
} from '../../page/index.ts';
import {componentHeading} from './words.ts';

/** One guide's band among others of one component. Ends are shares of the picture's scale of money. */
interface MarketStrip {
  readonly name: string;
  readonly range: string;
  readonly low: number;
  readonly high: number;
}

/** The bands of one component, all on one scale of money, with the offers that state it. */
export interface MarketGroup {
  readonly component: Component;
  readonly title: string;
  readonly strips: readonly MarketStrip[];
  readonly marks: readonly BandMark[];
  /** Bands that there was no room for. */
  readonly left: number;
  /** The ends of the scale: the least and the most of all that is drawn. */
  readonly scale: {readonly low: number; readonly high: number; readonly currency: Currency};
}

/** Base first, then the whole: what most guides state, and what an offer comes to. */
const DRAWN: readonly Component[] = ['base', 'total'];

/** The strips to draw, at most `most` of each component. Bands with an open end or in another currency are no strips. */
export function marketGroups(report: MarketReport, most: number): readonly MarketGroup[] {
  const {currency} = report;
  return DRAWN.flatMap((component): MarketGroup[] => {
    const bands = report.bands.filter(isMoney).flatMap(band => {
      const {low, high} = band.shown;
      const isStrip =
        band.basis === 'annual' && band.shown.currency === currency && isKnown(low) && isKnown(high);
      return band.component === component && isStrip ? [{band, low: valueOf(low), high: valueOf(high)}] : [];
    });
    if (bands.length === 0) return [];
    const drawn = bands.slice(0, most);
    const offers = report.offers.flatMap(({party, kind, withheld, shown, missing}) => {
      const worth = everyWorth(shown).find(one => one.component === component);
      if (worth === undefined || worth.currency !== currency || !isKnown(worth.atTarget)) return [];
      const short = component === 'total' && missing.length + withheld.length > 0;
      const label = `${show(styled(worth.atTarget, 'short'))} ${party}${short ? ', in part' : ''}`;
      return [{kind, amount: valueOf(worth.atTarget), label: cleanLine(label)}];
    });
    const amounts = [...drawn.flatMap(({low, high}) => [low, high]), ...offers.map(one => one.amount)];
    const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
    const share = (amount: number) => (high > low ? (amount - low) / (high - low) : 0);
    const names = drawn.map(({band}) => band);
    return [
      {
        component,
        title: `${componentHeading(component)}, ${currency} a year`,
        strips: drawn.map(one => ({
          name: cleanLine(stripName(one.band, names)),
          range: textOf(rangeWords(one.band.shown.low, one.band.shown.high)),
          low: share(one.low),
          high: share(one.high),
        })),
        marks: offers.map(({kind, amount, label}) => ({above: true, kind, label, share: share(amount)})),
        left: bands.length - drawn.length,
        scale: {low, high, currency},
      },
    ];
  });
}

/** The company, with the level and the region where the company alone would not tell its strips apart. */
function stripName(row: MoneyBand, rows: readonly MoneyBand[]): string {
  const same = rows.filter(one => one.company === row.company);
  if (same.length === 1) return row.company;
  const level = row.level === null ? [] : [row.level];
  const role = new Set(same.map(one => one.role)).size > 1 ? [row.role] : [];
  const region = new Set(same.map(one => one.region)).size > 1 ? [row.region] : [];
  const told = [...role, ...level, ...region];
  // where all strips are of one company, its name tells nothing and takes the room of what does
  const company = same.length === rows.length && told.length > 0 ? [] : [row.company];
  return [...company, ...told].join(', ');
}

const LINE = 16;
const STRIP = 12;
const PITCH = 22;
const AIR = 20;
/** Names wider than this are cut, in pixels. */
const MOST_NAME = 240;
const MOST_NARROW = 200;
const RANGE_SIZE = 11;
/** Room for the amount beneath each line of the scale, and for the row of them. */
const TICK = 70;
const SCALE = 18;
/** Below this width names and ranges stand over their strips and not beside them. */
const NARROW = 520;
/** More strips than these make no picture. */
const MOST = 40;

/** Each company's band as a strip on one scale of money, the offers flagged above and drawn through all of them. */
export function marketChart(report: MarketReport, width: number): Chart {
  const groups = marketGroups(report, MOST);
  let top = 0;
  const all = groups.flatMap(group => group.strips);
  const nameWidth = Math.min(
    width < NARROW ? MOST_NARROW : MOST_NAME,
    Math.max(0, ...all.map(({name}) => textWidth(name))),
  );
  const rangeWidth = Math.max(0, ...all.map(({range}) => textWidth(range, RANGE_SIZE)));
  const narrow = width < NARROW;
  // where the strips begin, behind names and ranges; beneath them where there is no room
  const start = narrow ? 4 : nameWidth + 12 + rangeWidth + 10;
  const [pitch, over] = narrow ? [PITCH + LINE, LINE] : [PITCH, 0];
  const laid = groups.map(group => {
    const room = Math.min(280, width - start - 40);
    const labelWidth = (mark: BandMark) => Math.min(room, textWidth(mark.label)) + 4;
    const x = spread([rowOf(group)], {left: start, right: width - 20, label: labelWidth});
    const flags = group.marks.map(mark => ({...mark, x: x(mark.share), width: labelWidth(mark)}));
    const lane = lanes(flags);
    const count = lane.reduce((most, one) => Math.max(most, one + 1), 0);
    const head = top;
    const first = head + LINE + 6 + count * LINE;
    const strips = group.strips.map((strip, at) => ({
      ...strip,
      y: first + at * pitch + over,
      x1: x(strip.low),
      x2: Math.max(x(strip.high), x(strip.low) + 2),
    }));
    const bottom = first + group.strips.length * pitch;
    const {low, high, currency} = group.scale;
    const lines = ticks(low, high, Math.floor((x(1) - x(0)) / TICK)).map(({share, amount}) => ({
      x: x(share),
      top: first - 4,
      bottom: bottom - (PITCH - STRIP) + 4,
      label: showMoneyShort({amount, currency}, 3),
    }));
    top = bottom + SCALE + AIR;
    return {
      heading: {
        title:
          group.left > 0
            ? `${group.title}, the first ${group.strips.length} bands of ${group.strips.length + group.left}`
            : group.title,
        y: head + LINE / 2,
      },
      strips,
      lines,
      marks: flags.map((flag, at) => ({
        ...flag,
        y: first - 4 - ((lane[at] ?? 0) + 1) * LINE,
        bottom: bottom - (PITCH - STRIP),
        shown: fitText(flag.label, room),
      })),
    };
  });
  const strips = laid.flatMap(group => group.strips);
  const marks = laid.flatMap(group => group.marks);
  const lines = laid.flatMap(group => group.lines);
  type Strip = (typeof strips)[number];
  type Mark = (typeof marks)[number];
  type Rule = (typeof lines)[number];
  const textLine = (strip: Strip) => strip.y + STRIP / 2 - over;
  const names = {
    x: () => 0,
    y: textLine,
    text: (strip: Strip) => fitText(strip.name, nameWidth),
    textAnchor: 'start',
    fill: INK.text,
    // Over the strips, the marks run through the names.
    ...(narrow ? HALO : {}),
  } as const;
  return {
    name: `market-${width}`,
    title: 'Bands that guides state, by company',
    description: groups.map(sentenceOf).join(' '),
    linked: false,
    options: plot => ({
      ...canvas(width, Math.max(1, top - AIR + 4)),
      marks: [
        plot.text(laid, {
          x: () => 0,
          y: (one: (typeof laid)[number]) => one.heading.y,
          text: (one: (typeof laid)[number]) => one.heading.title,
          textAnchor: 'start',
          fontWeight: 600,
          fill: INK.text,
        }),
        plot.link(lines, {x1: 'x', x2: 'x', y1: 'top', y2: 'bottom', stroke: INK.strip, strokeWidth: 1}),
        plot.text(lines, {
          x: 'x',
          y: (line: Rule) => line.bottom + LINE / 2,
          text: 'label',
          textAnchor: 'middle',
          fontSize: RANGE_SIZE,
          fill: INK.muted,
        }),
        plot.rect(strips, {
          x1: 'x1',
          x2: 'x2',
          y1: 'y',
          y2: (strip: Strip) => strip.y + STRIP,
          fill: INK.strip,
          rx: 2,
        }),
        ...(narrow ? [] : [plot.text(strips, names)]),
        plot.link(marks, {
          x1: 'x',
          x2: 'x',
          y1: (mark: Mark) => mark.y + 3,
          y2: 'bottom',
          stroke: (mark: Mark) => (mark.kind === 'target' ? INK.accent : INK.text),
          strokeWidth: (mark: Mark) => (mark.kind === 'target' ? 2 : 1),
        }),
        plot.text(marks, {
          x: (mark: Mark) => mark.x + 4,
          y: (mark: Mark) => mark.y + LINE / 2,
          text: 'shown',
          textAnchor: 'start',
          fill: (mark: Mark) => (mark.kind === 'target' ? INK.accent : INK.text),
        }),
        ...(narrow ? [plot.text(strips, names)] : []),
        plot.text(strips, {
          x: () => (narrow ? width - 2 : start - 10),
          y: textLine,
          text: 'range',
          textAnchor: 'end',
          fontSize: RANGE_SIZE,
          fill: INK.muted,
          ...(narrow ? HALO : {}),
        }),
      ],
    }),
  };
}

/** Inks on white paper: a page names its own, and many programs that show pictures know no names. */
const PAPER: Readonly<Record<string, string>> = {
  '--accent': '#1d4ed8',
  '--ink-muted': '#59636e',
  '--strip': '#d4d8dd',
  '--line': '#8b949e',
  '--paper': '#fff',
};

/** An SVG element as a file of its own: with its namespace, dark ink on white paper, and a margin. */
export function standalone(svg: string): string {
  const inked = svg.replace(
    /var\((--[\w-]+), ([^()]*)\)/g,
    (_, name: string, other: string) => PAPER[name] ?? other,
  );
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const [width, height] = [Number(size?.[1] ?? 0), Number(size?.[2] ?? 0)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 32}" height="${height + 32}" color="#1f2328" font-family="system-ui, sans-serif">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    inked.replace(/^<svg /, '<svg x="16" y="16" '),
    '</svg>',
  ].join('\n');
}

/** The marks as a row of the bands' picture, so that both share one way to find a scale. */
export function rowOf({component, title, marks}: MarketGroup): BandRow {
  return {component, name: title, range: '', marks};
}

function sentenceOf({title, strips, marks}: MarketGroup): string {
  const bands = strips.map(({name, range}) => `${name} ${range}`).join('; ');
  const offers = marks.length === 0 ? 'no offer' : marks.map(({label}) => label).join('; ');
  return `${title}: ${bands}. Offers: ${offers}.`;
}
