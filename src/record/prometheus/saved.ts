import {isFault, openItems} from '../../intake/index.ts';
import {say} from '../../figure/index.ts';
import type {PlannedFile, PrometheusSource} from '../plan.ts';
import {API_ERROR_HINT, apiError} from '../tools/api-error.ts';
import {isFields} from '../tools/fields.ts';
import type {Entry, Period} from '../types.ts';
import type {Series} from './ask.ts';
import {fault, type Origin} from './origin.ts';
import {tracks} from './series.ts';
import {presence, trackEntries} from './told.ts';

const RANGED = 'ask for last_over_time(metric[1m]), with the time between two points';
const WHEN = 'widen covers:, and look whether its times are seconds since 1970, as the server gives them';

/**
 * What answers say that were saved as files, of `query_range` or of `query`, as intervals that fill the period. They are
 * taken in the order of their first points, whatever they are called; what lies outside of the period is passed over.
 */
export async function* savedEntries(
  planned: PrometheusSource,
  files: readonly PlannedFile[],
  period: Period | null,
  watch: (file: string) => void = () => {},
): AsyncGenerator<Entry> {
  const {source, step} = planned;
  const origin: Origin = {source: source.name, place: {file: files[0]?.name ?? source.name, line: null}};
  if (period === null) {
    const hint = 'add covers: {from: 2025-01-01, to: 2025-12-31} to record.yaml';
    yield fault(origin, 'record-file', 'error', 'nothing says from when to when the answers speak', hint);
    return;
  }
  const stepMs = Math.max(1, Math.round(step * 1000));
  const folded = tracks(source.states, stepMs, period);
  const begun: {readonly file: PlannedFile; readonly from: number}[] = [];
  for (const file of files) {
    watch(file.name);
    let from = Infinity;
    for await (const one of answersIn(file, source.name)) {
      if ('table' in one) yield one;
      else from = Math.min(from, ...one.points.slice(0, 1).map(secondsOf));
    }
    if (from < Infinity) begun.push({file, from});
  }
  for (const {file} of begun.toSorted((a, b) => a.from - b.from)) {
    for await (const one of answersIn(file, source.name)) {
      if ('table' in one) continue;
      const at: Origin = {...origin, place: {file: file.name, line: null}};
      const within = one.points.filter(point => !isOutside(secondsOf(point) * 1000, period, stepMs));
      if (one.points.length > 0 && within.length === 0)
        yield fault(at, 'gap', 'warning', 'gives a series of which no point lies in these days', WHEN);
      const inOrder = within.toSorted((a, b) => secondsOf(a) - secondsOf(b));
      const odd = folded.take([{...one, points: inOrder}]);
      if (odd === undefined) continue;
      const message = `gives ${odd} where a time and a number were expected`;
      yield fault(at, 'bad-row', 'error', message, 'save the answer of /api/v1/query_range as it is');
    }
  }
  const all = folded.all();
  const query = planned.query === '' ? 'what was saved' : planned.query;
  if (begun.length > 0) {
    const message =
      'whether gaps show hangs on the query that was asked: without a range a server takes the last sample of the 5 minutes before';
    yield fault(origin, 'gap', 'note', message, RANGED);
    yield* presence(all, {...planned, query}, period, origin);
  }
  yield* trackEntries(all, planned, period, origin);
}

/** The series of one file, with what is wrong with it among them. */
async function* answersIn({path, name}: PlannedFile, source: string): AsyncGenerator<Series | Entry> {
  const options = {name, format: 'json', at: ['data.result', 'warnings'], bare: true} as const;
  for await (const items of openItems(path, options)) {
    for (const item of items) {
      if (isFault(item)) {
        yield {table: 'fault', row: {...item.fault, source}};
        continue;
      }
      const {value, place} = item;
      const origin: Origin = {source, place};
      const labels = isFields(value) ? value['metric'] : undefined;
      const said = apiError(value);
      if (
        isFields(value) &&
        isLabels(labels) &&
        (Array.isArray(value['values']) || Array.isArray(value['value']))
      ) {
        const points = Array.isArray(value['values'])
          ? (value['values'] as readonly unknown[])
          : [value['value']];
        yield {labels, points};
      } else if (typeof value === 'string' && Number.isNaN(Number(value))) {
        const hint = 'a server behind it may not have answered: ask again once all do';
        yield fault(origin, 'gap', 'warning', say`warns: ${value.slice(0, 300)}`, hint);
      } else if (said !== null) {
        yield fault(
          origin,
          'unreadable-file',
          'error',
          say`it holds an error and no samples: ${said}`,
          API_ERROR_HINT,
        );
      } else if (isLabels(labels)) {
        const hint = 'make a number of them in the query: histogram_quantile, or a bound';
        yield fault(origin, 'bad-row', 'error', 'gives histograms, not numbers', hint);
      } else {
        const hint = 'save the answer of /api/v1/query_range or /api/v1/query as it is';
        yield fault(origin, 'unreadable-file', 'error', 'it is no answer of Prometheus with series', hint);
        return;
      }
    }
  }
}

function isLabels(value: unknown): value is Series['labels'] {
  return isFields(value) && Object.values(value).every(label => typeof label === 'string');
}

function secondsOf(point: unknown): number {
  const [seconds] = Array.isArray(point) ? (point as readonly unknown[]) : [];
  return typeof seconds === 'number' ? seconds : Number.NaN;
}

function isOutside(at: number, {from, to}: Period, stepMs: number): boolean {
  return at < from - stepMs || at >= to + stepMs;
}
