import {join} from 'node:path';
import {writeAtomic} from '../files/index.ts';
import {dayIn} from '../intake/index.ts';
import {type About, type Chart, draw} from '../page/index.ts';
import {changeChart, exceedanceChart, standalone, timelineChart} from '../views/index.ts';
import type {ImpactReport, ReportPictures} from '../impact/index.ts';
import {type Context, EXIT} from './context.ts';
import {sayFindings} from './findings.ts';
import {FOR_YOUR_EYES} from './impact-json.ts';

/** Pixels of a picture: what a page of A4 has room for. */
const WIDTH = 736;

/** Writes the pictures of a report into a folder. What there is nothing to draw for is said, and why. */
export async function writeCharts(
  context: Context,
  folder: string,
  pictures: ReportPictures,
  report: ImpactReport,
): Promise<void> {
  const about = (of: string): About => ({source: `${of}; parley impact`, notice: FOR_YOUR_EYES});
  const {timeline, exceedance, change} = pictures;
  const charts: readonly (readonly [name: string, chart: Chart | string])[] = [
    [
      'timeline',
      typeof timeline === 'string'
        ? timeline
        : timelineChart(timeline, about(`record.yaml, ${timeline.from} to ${timeline.to}`), WIDTH),
    ],
    [
      'loss-exceedance',
      typeof exceedance === 'string'
        ? exceedance
        : exceedanceChart(exceedance, about(yearWords(report)), WIDTH),
    ],
    [
      'before-after',
      typeof change === 'string' ? change : changeChart(change, about('deployments of record.yaml'), WIDTH),
    ],
  ];
  context.talk(FOR_YOUR_EYES);
  for (const [name, chart] of charts) {
    const path = join(folder, `${name}.svg`);
    if (typeof chart === 'string') {
      context.talk(`no ${path}: ${chart}`);
      continue;
    }
    const failed = writeAtomic(path, standalone(await draw(chart)));
    sayFindings(context, failed);
    if (failed.length > 0) return context.exit(EXIT.input);
    context.talk(`wrote ${path}`);
  }
}

/** The days that the losses are learned from, and what pins the chance in them. */
function yearWords({period, zone, seed}: ImpactReport): string {
  const [from, to] = [dayIn(period.from, zone), dayIn(period.to - 1, zone)];
  return `record.yaml and impact.yaml, ${from} to ${to}, seed ${seed}`;
}
