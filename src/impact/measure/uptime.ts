import {
  downtimeByDay,
  downtimeInterval,
  type Estimate,
  LEVEL,
  stream,
  uptimeInterval,
} from '../../stats/index.ts';
import {type Prose, say} from '../../figure/index.ts';
import {sessionMinutes} from '../../calendar/index.ts';
import type {Timeline} from '../../record/index.ts';
import {timelinePicture} from '../picture/timeline.ts';
import type {TimelinePicture} from '../picture/types.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {minutesFigure, percentFigure} from './counted.ts';
import {inMinutes, inPercent} from './words.ts';
import {
  minutesBySession,
  openMinutesOf,
  openWithinSessions,
  overWords,
  together,
  type Watched,
} from './systems.ts';

/**
 * The uptime of systems in open minutes, or the minutes that they were down, with the interval of `uptimeInterval` over
 * sessions. What is unknown is in the low end as down and in the high one as up, and is no part of the middle. There is
 * no answer where more is unknown than the interval leaves open, or where probes found most outages in a single look.
 */
export function measureUptime(watched: Watched, question: MeasureQuestion): Measurement | Unmeasured {
  const timelines = question.together === 'all' ? [together(watched.timelines)] : watched.timelines;
  const down = summed(timelines, watched, 'down');
  const unknown = summed(timelines, watched, 'unknown');
  const open = openMinutesOf(watched) * timelines.length;
  const [minutes, blind] = [total(down), total(unknown)];
  if (blind > (1 - LEVEL) * open)
    return {
      because: `nothing is known of ${inPercent(blind / open)} of the open minutes from ${question.from} to ${question.to}`,
      needs: `a record that knows ${inPercent(LEVEL)} of them or more`,
    };
  const days = watched.sessions.map((session, at) => {
    const bad = down[at] ?? 0;
    // Sums of fractions of minutes may pass the whole by a last digit.
    return {down: bad, open: Math.max(bad, sessionMinutes(session) * timelines.length - (unknown[at] ?? 0))};
  });
  const outages = days.filter(one => one.down > 0).length;
  const step = (watched.step ?? 0) / 60;
  const coarse = tooCoarse(step, minutes, outages, open - blind);
  if (coarse !== null) return coarse;
  const downtime = downtimeByDay(days);
  const from = {from: stream(question.seed, `measure ${question.what} ${question.from} ${question.to}`)};
  const share = question.what === 'uptime';
  const known = share ? uptimeInterval(downtime, from) : downtimeInterval(downtime, from);
  const words = question.together === 'mean' && timelines.length > 1 ? ', minutes of single systems' : '';
  return {
    estimate: widened(known, share, {minutes, blind, blur: step * outages, open}),
    over: `${overWords(watched, question)}${words}`,
    turns: turnsOf(timelines, watched, question, minutes, open - blind),
    sources: watched.sources,
    picture: pictureOf(watched, question),
  };
}

/** The single systems, whatever they are together. */
function pictureOf(
  {systems, timelines, sessions}: Watched,
  {from, to, calendar}: MeasureQuestion,
): TimelinePicture {
  const rows = timelines.map((timeline, at) => ({name: systems[at] ?? '', timeline}));
  return timelinePicture(rows, {from, to, calendar, sessions, since: null});
}

function summed(timelines: readonly Timeline[], watched: Watched, state: 'down' | 'unknown'): number[] {
  const all = timelines.map(timeline => minutesBySession(timeline, watched.sessions, state));
  return watched.sessions.map((_, at) => all.reduce((sum, one) => sum + (one[at] ?? 0), 0));
}

/** An outage that only one look found lasted anything up to two steps: its length was not measured. */
function tooCoarse(step: number, minutes: number, outages: number, open: number): Unmeasured | null {
  if (outages === 0 || step === 0 || minutes > step * outages) return null;
  return {
    because: `${inPercent(1 - minutes / open)} leaves ${inMinutes(minutes)} minutes down, and the probes look every ${inMinutes(step)}`,
    needs: `probes finer than ${inMinutes(minutes / outages)} minutes`,
  };
}

/** Widens by what is unknown, and by what the looks leave open at both ends of an outage, `blur` minutes in all. */
function widened(
  known: Estimate,
  share: boolean,
  at: {minutes: number; blind: number; blur: number; open: number},
): Estimate {
  const {minutes, blind, blur, open} = at;
  const [fewest, most] = [Math.max(0, minutes - blur), Math.min(open, minutes + blind + blur)];
  const [low, high] = share ? [1 - most / open, 1 - fewest / open] : [fewest, most];
  const unknown =
    blind > 0 ? [`${inMinutes(blind)} unknown minutes down at one end and up at the other`] : [];
  return {
    ...known,
    low: Math.min(known.low, low),
    high: Math.max(known.high, high),
    method: [known.method, ...unknown].join('; '),
  };
}

/** What one more outage like the longest would do; where there was none, what a minute would. */
function turnsOf(
  timelines: readonly Timeline[],
  watched: Watched,
  question: MeasureQuestion,
  minutes: number,
  open: number,
): Prose {
  const lengths = timelines.flatMap(({stretches}) =>
    stretches
      .filter(({state}) => state === 'down')
      .map(stretch => openWithinSessions(stretch, watched.sessions)),
  );
  const longest = lengths.reduce((most, one) => Math.max(most, one), 0);
  const more = longest > 0 ? longest : 1;
  const what =
    longest > 0
      ? say`one more outage as long as the longest, ${minutesFigure(question, more, 'outage')},`
      : say`a single minute of outage`;
  const then =
    question.what === 'uptime'
      ? percentFigure(question, 1 - (minutes + more) / open, 'uptime')
      : minutesFigure(question, minutes + more, 'downMinutes');
  return say`${what} would make it ${then}`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
