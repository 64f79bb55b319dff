import {type Line, run, table, wrap} from '../page/index.ts';
import type {MoneyImpact, PodImpact} from '../impact/index.ts';
import {isExact, moneyOf} from './impact-figures.ts';
import {named} from './impact-protected.ts';
import {count, percent, uptime} from './record-figures.ts';
import type {RecordLook} from './record-figures.ts';

/** How many pods are shown without `--full`. */
const MOST = 15;

/** Pod by pod, the one with the most at risk first. */
export function podLines(
  {pods, baselines, currency}: MoneyImpact,
  zone: string,
  {width, full}: RecordLook,
): readonly Line[] {
  const money = moneyOf(currency);
  const [first] = baselines;
  const columns = [
    {head: 'pod'},
    ...[
      'PnL a day',
      'hangs on it',
      'uptime',
      'at risk a minute',
      'lost',
      '95%',
      ...(first === undefined ? [] : ['protected']),
    ].map(head => ({head, right: true, least: 6})),
  ];
  const sorted = pods.toSorted((a, b) => b.perMinute.mean - a.perMinute.mean);
  const shown = full ? sorted : sorted.slice(0, MOST);
  const rows = shown.map(pod =>
    [
      pod.pod,
      `${money(pod.daily.mid)}${pod.pnlFrom === 'stated' ? '*' : ''}`,
      percent(pod.exposed),
      uptime(pod.uptime),
      money(pod.perMinute.mean),
      money(pod.lost.mid),
      isExact(pod.lost) ? 'none' : `${money(pod.lost.low)} to ${money(pod.lost.high)}`,
      ...(first === undefined ? [] : [money(pod.protected[0] ?? 0)]),
    ].map(text => [run(text)]),
  );
  const notes = [
    ...(shown.length < pods.length ? [`and ${count(pods.length - shown.length)} pods more: --full`] : []),
    ...(shown.some(({pnlFrom}) => pnlFrom === 'stated') ? ['* stated, and not from the record'] : []),
    ...(shown.some(({lost}) => isExact(lost))
      ? ['No interval where PnL is stated, or known of one day alone: nothing in it varies.']
      : []),
    ...(first === undefined ? [] : [`Protected is against the first baseline (${named(first, zone)}).`]),
    ...weightNotes(shown, money),
  ];
  return [...table(columns, rows, width), ...notes.flatMap(text => wrap([run(text, 'muted')], width))];
}

/** Where minutes are not alike, what the lightest and the heaviest one of the first pod are worth. */
function weightNotes([first]: readonly PodImpact[], money: (of: number) => string): readonly string[] {
  if (first === undefined || first.perMinute.least === first.perMinute.most) return [];
  const {least, most, minutes} = first.perMinute;
  return [
    `At risk a minute is the mean over ${count(minutes)} minutes; of ${first.pod} it is ${money(least)} in the lightest and ${money(most)} in the heaviest.`,
  ];
}
