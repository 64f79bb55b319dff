import {textOf} from '../../figure/index.ts';
import {FOR_YOUR_EYES, type ImpactFigures, type ReportPictures} from '../../impact/index.ts';
import type {Block, Chart} from '../../page/index.ts';
import {chartOf, type DrawnValues, noteOn} from '../chart/picture.ts';
import {spanOfDays} from './words.ts';

/** What of a report can be drawn, and what each picture is called as a file. */
const NAMES = {timeline: 'timeline', exceedance: 'loss-exceedance', change: 'before-after'} as const;

/** Pixels of a picture: what a page of A4 has room for. */
const WIDTH = 736;

/** The pictures of a report as files of their own, which say whose figures they are; why one is missing in its place. */
export function impactCharts(
  report: ImpactFigures,
  pictures: ReportPictures,
): readonly (readonly [file: string, chart: Chart | string])[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[]).map(which => {
    const picture = pictures[which];
    if (typeof picture === 'string') return [`${NAMES[which]}.svg`, picture];
    const about = {source: `${sourceOf(report, picture)}; parley impact`, notice: FOR_YOUR_EYES};
    return [`${NAMES[which]}.svg`, chartOf(picture, about, WIDTH)];
  });
}

/** One of the pictures within the report; nothing where there is none to draw. */
export function pictured(
  report: ImpactFigures,
  pictures: ReportPictures,
  which: keyof ReportPictures,
): readonly Block[] {
  const picture = pictures[which];
  if (typeof picture === 'string') return [];
  const about = {source: sourceOf(report, picture), notice: null};
  return [{block: 'picture', chart: width => chartOf(picture, about, width), caption: noteOn(picture)}];
}

/** Of the years to come the days that their losses are learned from, and what pins the chance in them. */
function sourceOf({period, zone, seed}: ImpactFigures, picture: DrawnValues): string {
  switch (picture.kind) {
    case 'timeline':
      return `record.yaml, ${picture.from} to ${picture.to}`;
    case 'exceedance':
      return `record.yaml and impact.yaml, ${textOf(spanOfDays(period, zone))}, seed ${seed}`;
    case 'change':
      return 'deployments of record.yaml';
  }
}
