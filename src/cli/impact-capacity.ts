import {type Ink, type Line, run, wrap} from '../page/index.ts';
import type {CapacityOver, CapacityReport, Headroom, Held} from '../operations/index.ts';
import {apart, caveatLines, entry, points, ranged, spanOfDays} from './impact-figures.ts';
import {count, minutes, uptime} from './record-figures.ts';

/** Whether a multiple of the usual volume was held, and how near the system came to what it carries. */
export function capacityLines(report: CapacityReport | null, zone: string, width: number): readonly Line[] {
  if (report === null) return [];
  const {own, before} = report;
  return apart([
    overLines(report, own, zone, width),
    ...(before === null ? [] : [overLines(report, before, zone, width)]),
  ]);
}

/** How many sessions that reached the volume are shown. */
const MOST = 5;

const INKS: Readonly<Record<Held['verdict'], Ink>> = {
  proven: 'plain',
  refuted: 'fail',
  'cannot be said': 'unknown',
  'never tried': 'unknown',
};

function overLines(
  {system, exchange}: CapacityReport,
  {period, busiest, held, headroom}: CapacityOver,
  zone: string,
  width: number,
): readonly Line[] {
  const {times, verdict, sessions, findings} = held;
  const reached = sessions
    .slice(0, MOST)
    .map(
      ({date, multiple, minutes: of}) =>
        `${date} ${multiple.toFixed(2)} times, down ${minutes(of.down)}, unknown ${minutes(of.unknown)}`,
    );
  const more = sessions.length > MOST ? `; and ${count(sessions.length - MOST)} more: --json` : '';
  return [
    ...wrap(
      [
        run(
          `${system} held ${times} times the median of ${count(busiest.of)} ${exchange} sessions, ${spanOfDays(period, zone)}: `,
        ),
        run(verdict, INKS[verdict]),
      ],
      width,
    ),
    ...(reached.length === 0 ? [] : entry('reached it', `${reached.join('; ')}${more}`, width)),
    ...caveatLines([...findings, ...busiest.findings], width),
    ...entry(
      'uptime at the top',
      busiest.uptime === null
        ? 'not known: nothing is known of those sessions'
        : `${uptime(busiest.uptime)} in the ${count(busiest.top)} busiest sessions (counted, no interval; ${minutes(busiest.unknown)} unknown)`,
      width,
    ),
    ...headroomLines(headroom, width),
  ];
}

function headroomLines(headroom: Headroom, width: number): readonly Line[] {
  const {days, peak, usual, passed, exceedance, returnLevel, findings} = headroom;
  const none = 'no figure: too few peaks; why is said below';
  return [
    ...entry(
      'peak of capacity',
      days === 0
        ? 'not known: no day tells a load and what could be carried'
        : `${points(peak)}, ${points(usual)} on the median day (counted, no interval: ${count(days)} days, ${count(passed)} of them at capacity)`,
      width,
    ),
    ...entry('chance of full', exceedance === null ? none : ranged(exceedance, points, 'peaks'), width),
    ...entry(
      'highest in a year',
      returnLevel === null
        ? none
        : `${ranged(returnLevel, points, 'peaks')} of capacity, passed on one day in ${count(returnLevel.every)}`,
      width,
    ),
    ...caveatLines(findings, width),
  ];
}
