import {say} from '../../figure/index.ts';
import type {PrometheusSource} from '../plan.ts';
import {shownTime} from '../tools/row.ts';
import type {Entry, Period} from '../types.ts';
import {type Address, addressOf} from './address.ts';
import {ask, PATIENCE, type ServerAnswer, type ServerPatience} from './ask.ts';
import {fault, type Origin} from './origin.ts';
import {askedQuery, duration, MOST_POINTS, pointOf, stepsIn} from './query.ts';
import {type Tracks, tracks} from './series.ts';
import {presence, trackEntries} from './told.ts';

export interface PrometheusOptions {
  /** How much of the period has been answered: 0.25 is a quarter of it. */
  readonly answered?: (share: number) => void;
  readonly patience?: ServerPatience;
}

/**
 * What a Prometheus server says of each series of a query over `period`, as intervals that fill it. What goes wrong is
 * a fault; what was answered before is kept, and the rest is unknown. Asks the server that `planned` names, no other.
 */
export async function* prometheusEntries(
  planned: PrometheusSource,
  period: Period | null,
  asking: PrometheusOptions = {},
): AsyncGenerator<Entry> {
  const {source, query, url} = planned;
  const address = addressOf(url);
  const origin: Origin = {source: source.name, place: {file: address?.shown ?? source.name, line: null}};
  if (address === undefined) {
    const message = 'its url is not the address of a server';
    yield fault(origin, 'record-file', 'error', message, 'write http://127.0.0.1:9090');
    return;
  }
  if (period === null) {
    const message = 'nothing says from when to when the server is to be asked';
    const hint = 'add covers: {from: 2025-01-01, to: 2025-12-31} to record.yaml';
    yield fault(origin, 'record-file', 'error', message, hint);
    return;
  }
  const stepMs = Math.max(1, Math.round(planned.step * 1000));
  const folded = tracks(source.states, stepMs, period);
  const whole = yield* pages({address, query, stepMs, period, folded, origin}, asking);
  if (whole && !askedQuery(query, stepMs).shows) {
    const message = `${query} has no range: where samples are missing, the server takes the last one of the 5 minutes before`;
    const hint = say`so that gaps show, take in place of each metric last_over_time(metric[${duration(stepMs)}])`;
    yield fault(origin, 'gap', 'note', message, hint);
  }
  const all = folded.all();
  if (whole) yield* presence(all, planned, period, origin);
  yield* trackEntries(all, planned, period, origin);
}

interface Reading {
  readonly address: Address;
  readonly query: string;
  readonly stepMs: number;
  readonly period: Period;
  readonly folded: Tracks;
  readonly origin: Origin;
}

/** How often a stretch is halved that was too much for a server, before it is given up. */
const HALVINGS = 6;

/** Asks for one stretch after the other, and gives what is wrong with the answers. Whether all were answered. */
async function* pages(
  {address, query, stepMs, period, folded, origin}: Reading,
  {answered = () => {}, patience = PATIENCE}: PrometheusOptions,
): AsyncGenerator<Entry, boolean> {
  const {text} = askedQuery(query, stepMs);
  const warned = new Set<string>();
  const steps = stepsIn(period, stepMs);
  let most = MOST_POINTS;
  for (let step = 0; step < steps; ) {
    const count = Math.min(most, steps - step);
    const start = pointOf(period, stepMs, step);
    const end = start + (count - 1) * stepMs;
    const answer = taken(await ask(address, {query: text, start, end, stepMs}, patience), folded);
    if (!answer.ok) {
      if (answer.tooMuch && count > 1 && most > MOST_POINTS / 2 ** HALVINGS) {
        most = Math.ceil(count / 2);
        continue;
      }
      const rest = step === 0 ? '' : `; nothing is known from ${shownTime(start + 1 - stepMs)} on`;
      yield fault(origin, 'unreadable-file', 'error', say`${answer.message}${rest}`, answer.hint);
      return false;
    }
    for (const warning of answer.warnings) {
      if (warned.has(warning)) continue;
      warned.add(warning);
      const hint = 'a server behind it may not have answered: ask again once all do';
      yield fault(origin, 'gap', 'warning', say`warns: ${warning}`, hint);
    }
    step += count;
    answered(step / steps);
  }
  return true;
}

/** An answer whose points were taken up, or what is wrong with it. */
function taken(answer: ServerAnswer, folded: Tracks): ServerAnswer {
  const odd = answer.ok ? folded.take(answer.series) : undefined;
  if (odd === undefined) return answer;
  const message = `gives ${odd} where a time of the period and a number were expected`;
  return {ok: false, message, hint: 'name a server that speaks as Prometheus does', tooMuch: false};
}
