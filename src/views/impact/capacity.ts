import {count, day, join, named, type Prose, say} from '../../figure/index.ts';
import type {Figures} from '../../impact/index.ts';
import type {CapacityOver, CapacityReport, Held} from '../../operations/index.ts';
import {type Block, type Tone, toned} from '../../page/index.ts';
import {caveats, facts, many, ranged, spanOfDays, type Told, uptimeOf} from './words.ts';

/** Whether a multiple of the usual volume was held, and how near the system came to what it carries. */
export function capacity({report: {capacity: of, zone}}: Told): readonly Block[] {
  if (of === null) return [];
  return [of.own, of.before].flatMap(one => (one === null ? [] : over(of, one, zone)));
}

/** How many sessions that reached the volume are shown. */
const MOST = 5;

const TONES: Readonly<Record<Held['verdict'], Tone>> = {
  proven: 'plain',
  refuted: 'fail',
  'cannot be said': 'unknown',
  'never tried': 'unknown',
};

function over(
  {system, exchange}: Figures<CapacityReport>,
  {period, busiest, held, headroom}: Figures<CapacityOver>,
  zone: string,
): readonly Block[] {
  const {times, verdict, sessions, findings} = held;
  const reached = sessions
    .slice(0, MOST)
    .map(
      ({date, multiple, minutes: of}) =>
        say`${day(date)} ${multiple} times, down ${of.down}, unknown ${of.unknown}`,
    );
  const more = sessions.length > MOST ? say`; and ${count(sessions.length - MOST)} more: --json` : null;
  const {days, peak, usual, passed, exceedance, returnLevel} = headroom;
  const none = say`no figure: too few peaks; why is said below`;
  return [
    {
      block: 'paragraph',
      text: [
        toned(
          'plain',
          say`${named(system)} held ${times} times the median of ${count(busiest.of)} ${named(exchange)} sessions, ${spanOfDays(period, zone)}: `,
        ),
        toned(TONES[verdict], say`${verdict}`),
      ],
    },
    facts(
      reached.length === 0 ? null : [say`reached it`, say`${join(reached, '; ')}${more}`],
      [
        say`at the top`,
        busiest.uptime === null
          ? say`uptime not known: nothing is known of those sessions`
          : say`${uptimeOf(busiest.uptime)} up in the ${count(busiest.top)} busiest sessions (counted, no interval; ${busiest.unknown} unknown)`,
      ],
      [
        say`peak of capacity`,
        days === 0
          ? say`not known: no day tells a load and what could be carried`
          : say`${peak}, ${usual} on the median day (counted, no interval: ${many(days, 'day')}, ${count(passed)} of them at capacity)`,
      ],
      [say`chance of full`, exceedance === null ? none : ranged(exceedance, 'peaks')],
      [say`most in a year`, returnLevel === null ? none : levelWords(returnLevel)],
    ),
    ...caveats([...findings, ...busiest.findings, ...headroom.findings]),
  ];
}

function levelWords(of: NonNullable<Figures<CapacityOver>['headroom']['returnLevel']>): Prose {
  return say`${ranged(of, 'peaks')} of capacity, passed on one day in ${count(of.every)}`;
}
