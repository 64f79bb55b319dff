import {quantity, showCount} from '../../base/index.ts';
import {say, textOf} from '../../figure/index.ts';
import {type OperationalRecord} from '../../record/index.ts';
import {busiestSessions, heldVolume} from '../../operations/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {factorFigure} from './counted.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {overWords, together, type Watched} from './systems.ts';

/** `busiestSessions` ranks all sessions; of how many the uptime is taken is not asked here. */
const ANY_SHARE = 0.1;

/**
 * What one system carried: the volume of its busiest session as a multiple of the median one, where it is proven that it
 * held it (`heldVolume`); or its highest load as a share of what it could carry. Both happened and leave nothing to
 * chance: they have no interval. There is no answer where it was down, or nobody can say, in that session.
 */
export function measureVolume(
  watched: Watched,
  question: MeasureQuestion,
  record: OperationalRecord,
): Measurement | Unmeasured {
  const [timeline] = watched.timelines;
  if (timeline === undefined || watched.timelines.length > 1)
    return {because: `it is asked of ${watched.timelines.length} systems at once`, needs: 'one system'};
  const {period, systems} = question;
  const loads = record.loads.filter(
    ({system, at}) => systems.includes(system) && at >= period.from && at < period.to,
  );
  const sources = [...new Set([...watched.sources, ...loads.map(({source}) => source)])];
  const over = overWords(watched, question);
  if (question.what === 'peakLoadShare') {
    const shares = loads.flatMap(({load, capacity}) =>
      capacity !== null && capacity > 0 ? [load / capacity] : [],
    );
    const peak = shares.reduce((most, one) => Math.max(most, one), 0);
    if (shares.length === 0)
      return {because: 'no sample of its load says what it could carry', needs: 'a column for the capacity'};
    const turns = say`${factorFigure(question, quantity(1 / peak))} times that load would have reached what it could carry`;
    return {
      estimate: exact(peak, `highest of ${samples(shares.length)}`, shares.length),
      over,
      turns,
      sources,
    };
  }
  const busiest = busiestSessions(watched.sessions, loads, together([timeline]), ANY_SHARE);
  const [highest] = busiest.sessions;
  if (highest === undefined || Number.isNaN(highest.multiple))
    return {because: 'no session says what it carried', needs: 'a source of its load'};
  const held = heldVolume(busiest, highest.multiple, watched.step);
  const why = held.findings
    .slice(0, 1)
    .map(({message}) => textOf(message))
    .join('');
  if (held.verdict !== 'proven')
    return {
      because: `that it held its busiest session, ${highest.date}, is ${held.verdict === 'refuted' ? 'refuted' : 'not proven'}: ${why}`,
      needs: 'probes and capacities of that session',
    };
  const after = busiest.sessions[1];
  const turns =
    after === undefined
      ? null
      : say`it is one session: the next busiest carried ${factorFigure(question, quantity(after.multiple), 'heldVolume')}`;
  const method = `busiest of ${busiest.sessions.length} sessions by their mean load, all of it up at looks ${watched.step} s apart`;
  return {estimate: exact(highest.multiple, method, busiest.sessions.length), over, turns, sources};
}

function exact(value: number, method: string, n: number): Estimate {
  return {low: value, mid: value, high: value, level: 1, method, n};
}

function samples(count: number): string {
  return `${showCount(count)} samples`;
}
