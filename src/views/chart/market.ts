import {type Component, type Currency, showMoneyShort, showRange} from '../../base/index.ts';
import type {Exchanged, MarketReport, MarketRow} from '../../market/index.ts';
import {type BandMark, type BandRow, spread} from './bands.ts';
import {type Chart, canvas, cleanLine, fitText, INK, lanes, textWidth, ticks} from '../../page/index.ts';
import {COMPONENT_NAMES} from './words.ts';

/** One guide's band among others of one component. Ends are shares of the picture's scale of money. */
interface MarketStrip {
  readonly name: string;
  readonly range: string;
  readonly low: number;
  readonly high: number;
}

/** The bands of one component, all on one scale of money, with the offers that state it. */
export interface MarketStrips {
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
export function marketStrips(report: MarketReport, most: number): readonly MarketStrips[] {
  return DRAWN.flatMap((component): MarketStrips[] => {
    const rows = report.rows.filter(row => row.component === component && isStrip(row, report.currency));
    if (rows.length === 0) return [];
    const drawn = rows.slice(0, most);
    const offers = report.offers.flatMap(({offer, shown, missing}) => {
      const worth =
        component === 'total'
          ? shown.total
          : (shown.parts.find(part => part.component === component) ?? null);
      if (worth === null || worth.currency !== report.currency) return [];
      const short = component === 'total' && (missing.length > 0 || offer.withheld.length > 0);
      const amount = showMoneyShort({amount: worth.atTarget, currency: worth.currency});
      const label = `${amount} ${offer.party.name}${short ? ', in part' : ''}`;
      return [{kind: offer.kind, amount: worth.atTarget, label: cleanLine(label)}];
    });
    const amounts = [
      ...drawn.flatMap(({shown}) => [shown.low, shown.high ?? shown.low]),
      ...offers.map(one => one.amount),
    ];
    const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
    const share = (amount: number) => (high > low ? (amount - low) / (high - low) : 0);
    return [
      {
        component,
        title: `${COMPONENT_NAMES[component]}, ${report.currency} a year`,
        strips: drawn.map(row => ({
          name: cleanLine(stripName(row, drawn)),
          range: showBand(row.shown),
          low: share(row.shown.low),
          high: share(row.shown.high ?? row.shown.low),
        })),
        marks: offers.map(({kind, amount, label}) => ({above: true, kind, label, share: share(amount)})),
        left: rows.length - drawn.length,
        scale: {low, high, currency: report.currency},
      },
    ];
  });
}

/** `$175K to $225K`, to three digits, as a converted amount is worth no more; `$400K+` where the band is open. */
export function showBand({low, high, currency}: Exchanged): string {
  const short = (amount: number) => Number(amount.toPrecision(3));
  return high === null
    ? `${showMoneyShort({amount: low, currency}, 3)}+`
    : showRange({low: short(low), high: short(high), currency});
}

function isStrip({unit, basis, shown}: MarketRow, currency: Currency): boolean {
  return unit === 'money' && basis === 'annual' && shown.high !== null && shown.currency === currency;
}

/** The company, with the level and the region where the company alone would not tell its strips apart. */
function stripName(row: MarketRow, rows: readonly MarketRow[]): string {
  const same = rows.filter(one => one.company.id === row.company.id);
  if (same.length === 1) return row.company.name;
  const level = row.level === null ? [] : [row.level];
  const role = new Set(same.map(one => one.role)).size > 1 ? [row.role] : [];
  const region = new Set(same.map(one => one.region)).size > 1 ? [row.region] : [];
  const told = [...role, ...level, ...region];
  // where all strips are of one company, its name tells nothing and takes the room of what does
  const company = same.length === rows.length && told.length > 0 ? [] : [row.company.name];
  return [...company, ...told].join(', ');
}

const LINE = 16;
const STRIP = 12;
const PITCH = 22;
const AIR = 20;
/** Names wider than this are cut, in pixels. */
const MOST_NAME = 240;
const RANGE_SIZE = 11;
/** Room for the amount beneath each line of the scale, and for the row of them. */
const TICK = 70;
const SCALE = 18;
/** More strips than these make no picture. */
const MOST = 40;

/** Each company's band as a strip on one scale of money, the offers flagged above and drawn through all of them. */
export function marketChart(report: MarketReport, width: number): Chart {
  const groups = marketStrips(report, MOST);
  let top = 0;
  const all = groups.flatMap(group => group.strips);
  const nameWidth = Math.min(MOST_NAME, Math.max(0, ...all.map(({name}) => textWidth(name))));
  const rangeWidth = Math.max(0, ...all.map(({range}) => textWidth(range, RANGE_SIZE)));
  // where the strips begin, behind names and ranges
  const start = nameWidth + 12 + rangeWidth + 10;
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
      y: first + at * PITCH,
      x1: x(strip.low),
      x2: Math.max(x(strip.high), x(strip.low) + 2),
    }));
    const bottom = first + group.strips.length * PITCH;
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
        plot.text(strips, {
          x: () => 0,
          y: (strip: Strip) => strip.y + STRIP / 2,
          text: (strip: Strip) => fitText(strip.name, nameWidth),
          textAnchor: 'start',
          fill: INK.text,
        }),
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
        plot.text(strips, {
          x: () => start - 10,
          y: (strip: Strip) => strip.y + STRIP / 2,
          text: 'range',
          textAnchor: 'end',
          fontSize: RANGE_SIZE,
          fill: INK.muted,
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
export function rowOf({component, title, marks}: MarketStrips): BandRow {
  return {component, name: title, range: '', marks};
}

function sentenceOf({title, strips, marks}: MarketStrips): string {
  const bands = strips.map(({name, range}) => `${name} ${range}`).join('; ');
  const offers = marks.length === 0 ? 'no offer' : marks.map(({label}) => label).join('; ');
  return `${title}: ${bands}. Offers: ${offers}.`;
}
