import {type Component, type Currency, currencyOf} from '../../base/index.ts';
import {type Figure, highOf, isKnown, show, textOf, valueOf} from '../../figure/index.ts';
import type {OfferStanding, Plan} from '../../strategy/index.ts';
import {type Chart, canvas, cleanLine, fitText, INK, lanes, textWidth} from '../../page/index.ts';
import {componentHeading, SIDE_MARKS} from './words.ts';

/** Something that stands on a band: an offer above it, or the guide's own mark below it. */
export interface BandMark {
  readonly above: boolean;
  readonly kind: OfferStanding['kind'] | 'guide';
  readonly label: string;
  /** 0 at the band's low, 1 at its high, beyond outside. */
  readonly share: number;
}

export interface BandRow {
  readonly component: Component;
  readonly name: string;
  readonly range: string;
  readonly marks: readonly BandMark[];
}

/**
 * One row for each band of the plan, with every offer and every mark of the guide that states the component. What an edition
 * keeps back has no place in a picture.
 */
export function bandRows(plan: Pick<Plan, 'bands' | 'offers' | 'marks' | 'today'>): readonly BandRow[] {
  return plan.bands
    .filter(({band}) => isKnown(band))
    .map(({component, band}) => ({
      component,
      name: componentHeading(component),
      range: show(band),
      marks: [
        ...plan.offers.flatMap(offer => offered(offer, component, plan.today)),
        ...guided(plan, component, band),
      ],
    }));
}

function offered(offer: OfferStanding, component: Component, today: string): readonly BandMark[] {
  const lapsed = offer.expires !== null && offer.expires < today;
  return offer.standings
    .filter(one => one.component === component)
    .flatMap(({share, shown, guaranteed}): BandMark[] => {
      if (!isKnown(share)) return [];
      const told = [
        `${textOf(shown)} ${offer.party}`,
        ...(guaranteed === true && component !== 'base' ? ['guaranteed'] : []),
        ...(lapsed ? ['ran out'] : offer.speakable ? [] : [offer.evidence.tier]),
      ];
      return [{above: true, kind: offer.kind, label: cleanLine(told.join(', ')), share: valueOf(share)}];
    });
}

function guided({marks}: Pick<Plan, 'marks'>, component: Component, band: Figure): readonly BandMark[] {
  const [low, high] = [valueOf(band), highOf(band)];
  if (high <= low) return [];
  return marks
    .filter(
      one =>
        one.component === component && isKnown(one.amount) && currencyIn(one.amount) === currencyIn(band),
    )
    .map(({side, amount}) => ({
      above: false,
      kind: 'guide' as const,
      label: `${show(amount)} ${SIDE_MARKS[side]}`,
      share: (valueOf(amount) - low) / (high - low),
    }));
}

function currencyIn(figure: Figure): Currency | undefined {
  return isKnown(figure) ? currencyOf(figure.quantity.unit) : undefined;
}

/** Marks further out than this, in widths of the band, are drawn at the edge with an arrow. */
const FAR = {left: -0.4, right: 1.25};

/** Whether a mark lies too far out to be drawn to scale, and on which side. */
export function offScale(share: number): 'left' | 'right' | null {
  return share < FAR.left ? 'left' : share > FAR.right ? 'right' : null;
}

/**
 * Where a share stands between `left` and `right`, in pixels or columns: one scale for all rows, so narrow that every
 * label, which begins at its mark and runs to the right, ends before `right`.
 */
export function spread(
  rows: readonly BandRow[],
  room: {left: number; right: number; label: (mark: BandMark) => number},
): (share: number) => number {
  const near = (share: number) => Math.max(FAR.left, Math.min(FAR.right, share));
  const marks = rows.flatMap(row => row.marks);
  const from = Math.min(0, ...marks.map(mark => near(mark.share)));
  const scale = marks.reduce(
    (most, mark) => {
      const out = near(mark.share) - from;
      return out <= 0 ? most : Math.min(most, (room.right - room.left - room.label(mark)) / out);
    },
    (room.right - room.left) / (1 - from),
  );
  return share => room.left + (near(share) - from) * scale;
}

interface PlacedMark extends BandMark {
  readonly x: number;
  /** The label, cut to the room there is. */
  readonly shown: string;
  /** Upper edge of the label's line. */
  readonly y: number;
  readonly width: number;
  /** Where it lies too far out to be drawn to scale. */
  readonly off: 'left' | 'right' | null;
}

interface PlacedRow extends BandRow {
  readonly placed: readonly PlacedMark[];
  readonly low: number;
  readonly high: number;
  /** Upper edge of the strip. */
  readonly strip: number;
  readonly heading: {readonly x: number; readonly y: number};
}

interface BandLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
}

/** Height of a label's line, of a strip, and the air between rows, in pixels. */
export const LABEL_LINE = 16;
const STRIP = 14;
const AIR = 16;
/** Below this width the name stands over its strip and not beside it. */
const NARROW = 520;

/** Where everything goes on a canvas `width` pixels wide. No two labels of a layout overlap. */
export function layBands(rows: readonly BandRow[], width: number): BandLayout {
  const narrow = width < NARROW;
  const left = narrow ? 4 : 128;
  const room = Math.min(narrow ? 210 : 280, width - left - 40);
  const x = spread(rows, {left, right: width - 8, label: mark => labelWidth(mark, room)});
  let y = 0;
  const placed = rows.map((row): PlacedRow => {
    const head = narrow ? LABEL_LINE + 4 : 0;
    const over = stack(
      row.marks.filter(mark => mark.above),
      x,
      room,
    );
    const under = stack(
      row.marks.filter(mark => !mark.above),
      x,
      room,
    );
    const strip = y + head + over.count * LABEL_LINE + 4;
    const all = [
      ...over.flags.map(flag => ({...flag, y: strip - 4 - (flag.lane + 1) * LABEL_LINE})),
      ...under.flags.map(flag => ({...flag, y: strip + STRIP + 4 + flag.lane * LABEL_LINE})),
    ];
    const heading = {x: 0, y: narrow ? y + LABEL_LINE / 2 : strip + STRIP / 2};
    y = Math.max(strip + STRIP + 4 + under.count * LABEL_LINE, heading.y + LABEL_LINE) + AIR;
    return {...row, placed: all, low: x(0), high: x(1), strip, heading};
  });
  return {width, height: Math.max(1, y - AIR + 4), rows: placed};
}

/** Each component's band as a strip, the offers flagged above it, the guide's anchor and floors below. */
export function bandsChart(plan: Pick<Plan, 'bands' | 'offers' | 'marks' | 'today'>, width: number): Chart {
  const layout = layBands(bandRows(plan), width);
  const narrow = width < NARROW;
  const marks = layout.rows.flatMap(row => row.placed.map(mark => ({...mark, strip: row.strip})));
  return {
    name: `bands-${width}`,
    title: 'Where each offer stands in the guide’s bands',
    description: layout.rows.map(sentenceOf).join(' '),
    linked: false,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        plot.rect(layout.rows, {
          x1: 'low',
          x2: 'high',
          y1: 'strip',
          y2: (row: PlacedRow) => row.strip + STRIP,
          fill: INK.strip,
          rx: 2,
        }),
        plot.text(layout.rows, {
          x: () => 0,
          y: (row: PlacedRow) => row.heading.y - (narrow ? 0 : 8),
          text: (row: PlacedRow) => (narrow ? `${row.name}, ${row.range}` : row.name),
          textAnchor: 'start',
          fontWeight: 600,
          fill: INK.text,
        }),
        ...(narrow
          ? []
          : [
              plot.text(layout.rows, {
                x: () => 0,
                y: (row: PlacedRow) => row.heading.y + 8,
                text: 'range',
                textAnchor: 'start',
                fill: INK.muted,
              }),
            ]),
        plot.link(marks, {
          x1: 'x',
          x2: 'x',
          y1: (mark: Flagged) => (mark.above ? mark.y + 3 : mark.strip),
          y2: (mark: Flagged) => (mark.above ? mark.strip + STRIP : mark.y + LABEL_LINE - 3),
          stroke: (mark: Flagged) => (mark.above ? INK.text : INK.muted),
          strokeWidth: 1,
        }),
        plot.dot(
          marks.filter(mark => mark.above),
          {
            x: 'x',
            y: (mark: Flagged) => mark.strip + STRIP / 2,
            r: 4.5,
            symbol: (mark: Flagged) => (mark.off === null ? 'circle' : 'triangle'),
            rotate: (mark: Flagged) => (mark.off === 'left' ? -90 : mark.off === 'right' ? 90 : 0),
            fill: (mark: Flagged) => (mark.kind === 'target' ? INK.accent : INK.paper),
            stroke: (mark: Flagged) => (mark.kind === 'target' ? INK.accent : INK.text),
            strokeWidth: 1.5,
          },
        ),
        plot.text(
          layout.rows.filter(row => !row.marks.some(mark => mark.above)),
          {
            x: (row: PlacedRow) => row.low + 8,
            y: (row: PlacedRow) => row.strip + STRIP / 2,
            text: () => 'no offer can be placed here',
            textAnchor: 'start',
            fontStyle: 'italic',
            fill: INK.text,
          },
        ),
        plot.text(marks, {
          x: (mark: Flagged) => mark.x + 4,
          y: (mark: Flagged) => mark.y + LABEL_LINE / 2,
          text: 'shown',
          textAnchor: 'start',
          fill: (mark: Flagged) =>
            mark.kind === 'guide' ? INK.muted : mark.kind === 'target' ? INK.accent : INK.text,
        }),
      ],
    }),
  };
}

/** A mark with the upper edge of the strip it stands on. */
type Flagged = PlacedMark & {readonly strip: number};

function stack(marks: readonly BandMark[], x: (share: number) => number, room: number) {
  const flags = marks.map(mark => ({
    ...mark,
    x: x(mark.share),
    width: labelWidth(mark, room),
    shown: fitText(mark.label, room),
    off: offScale(mark.share),
  }));
  const found = lanes(flags);
  return {
    flags: flags.map((flag, index) => ({...flag, lane: found[index] ?? 0})),
    count: found.reduce((most, lane) => Math.max(most, lane + 1), 0),
  };
}

function labelWidth(mark: BandMark, room: number): number {
  return Math.min(room, textWidth(mark.label)) + 4;
}

function sentenceOf(row: BandRow): string {
  const told = row.marks.map(mark => `${mark.label} (${placeOf(mark.share)})`).join('; ');
  return `${row.name}, band ${row.range}: ${told === '' ? 'no offer can be placed here' : told}.`;
}

function placeOf(share: number): string {
  if (share < 0) return 'below the band';
  if (share > 1) return 'above the band';
  return `${Math.round(share * 100)}% of the way up`;
}
