import {type Currency, showMoneyShort} from '../base/index.ts';
import {EMPTY, type Ink, type Line, margin, render, run, table, wrap} from '../brief/index.ts';
import type {BaselineImpact, Estimate, ImpactReport, PodImpact} from '../impact/index.ts';
import {capacityLines} from './impact-capacity.ts';
import {clauseLines} from './impact-clauses.ts';
import {deliveryLines} from './impact-delivery.ts';
import {spanOfDays} from './impact-figures.ts';
import {FOR_YOUR_EYES} from './impact-json.ts';
import {count, day, instant, percent, uptime} from './record-figures.ts';
import type {RecordLook} from './record-text.ts';

/** How many pods and outages are shown without `--full`. */
const MOST = {pods: 15, outages: 5} as const;

/** A record in money for a terminal: in all, by baseline, by pod, and on what it rests. */
export function impactText(report: ImpactReport, look: RecordLook): string {
  const {width, colour} = look;
  const {period, zone, currency, unprotected, assumptions, seed, draws} = report;
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const listed = (text: string, ink: Ink = 'plain') =>
    wrap([run(text, ink)], width, {first: [run('  ')], rest: [run('    ')]});
  const titled = (title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [EMPTY, ...say(title, 'bold'), ...lines];
  return render(
    [
      ...say(FOR_YOUR_EYES.replace(/^f/, 'F'), 'fail'),
      ...say(`The record in money, ${spanOfDays(period, zone)}, in ${currency}`, 'bold'),
      EMPTY,
      ...totalLines(report, width),
      ...titled('Protected', [
        ...baselineLines(report, width),
        ...(unprotected === null ? [] : say(`${capital(unprotected)}.`, 'unknown')),
      ]),
      ...titled('A year at this rate', yearLines(report, width)),
      ...titled('By pod', podLines(report, look)),
      ...titled('The dearest outages', outageLines(report, look)),
      ...titled('Clauses', clauseLines(report.clauses, look)),
      ...titled('Delivery', deliveryLines(report.delivery, zone, width)),
      ...titled('Capacity', capacityLines(report.capacity, zone, width)),
      ...titled('What moves the headline', sensitivityLines(report, width)),
      ...titled(
        'It rests on',
        assumptions.flatMap(({says, source}) => listed(`${capital(says)} (${source}).`)),
      ),
      EMPTY,
      ...say(`Seed ${seed}, ${count(draws)} draws; intervals are ${percent(level(report))}.`, 'muted'),
    ],
    colour,
  );
}

function totalLines({total, currency}: ImpactReport, width: number): readonly Line[] {
  const money = moneyOf(currency);
  const rows: [string, string][] = [
    ['expected PnL a day', `${money(total.daily)}, ${money(total.annual)} a year`],
    ['at risk a minute', `${money(total.perMinute)} while the market is open`],
    ['uptime', `${uptime(total.uptime)} of the PnL at risk, in sessions`],
    ['lost', ranged(total.lost, currency)],
  ];
  if (total.lostAtMost > total.lost.mid)
    rows.push(['at most', `${money(total.lostAtMost)}, had all that is unknown been down`]);
  const idle = total.idle === 0 ? '' : `, and ${count(total.idle)} that depend on nothing here`;
  return [
    ...wrap([run(`${count(total.pods)} ${total.pods === 1 ? 'pod' : 'pods'}${idle}`, 'bold')], width),
    ...rows.flatMap(([head, text]) =>
      wrap([run(text)], width, {first: [run(`  ${head.padEnd(20)}`, 'muted')], rest: [run(' '.repeat(22))]}),
    ),
  ];
}

function baselineLines({baselines, currency}: ImpactReport, width: number): readonly Line[] {
  if (baselines.length === 0) return [];
  const money = moneyOf(currency);
  const credited = baselines.some(one => one.credited !== null);
  const columns = [
    {head: 'against'},
    ...['uptime', 'would have lost', 'protected', '95%', 'a year', ...(credited ? ['your share'] : [])].map(
      head => ({head, right: true}),
    ),
  ];
  const rows = baselines.map(one => {
    const {counterfactual, protected: shielded, perYear} = one;
    return [
      named(one),
      uptime(one.uptime),
      money(counterfactual),
      money(shielded.mid),
      `${money(shielded.low)} to ${money(shielded.high)}`,
      money(perYear),
      ...(credited ? [one.credited === null ? '' : money(one.credited)] : []),
    ].map(text => [run(text, shielded.mid < 0 ? 'fail' : 'plain')]);
  });
  return [
    ...table(columns, rows, width),
    ...baselines.flatMap(one => wrap([run(identityWords(one, money), 'muted')], width, margin('  '))),
  ];
}

function yearLines({year, currency}: ImpactReport, width: number): readonly Line[] {
  if (year === null) return [];
  const money = moneyOf(currency);
  const {mean, year: middle, none, outages, counted, bursts} = year;
  const years = String(Number(counted.toFixed(2)));
  const record = `${count(outages)} ${outages === 1 ? 'outage' : 'outages'} in ${years === '1' ? 'a year' : `${years} years`}`;
  return [
    ...wrap(
      [
        run(
          `Lost on average ${money(mean.mid)}; ${percent(middle.level)} of years between ${money(middle.low)} and ${money(middle.high)}, with ${(100 * none).toFixed(0)}% of years without an outage (${record}${bursts ? ', which come in bursts' : ''}).`,
        ),
      ],
      width,
    ),
    ...wrap([run('The loss-exceedance curve is in --json.', 'muted')], width),
  ];
}

/** What a baseline is called in a table. */
function named({baseline}: BaselineImpact): string {
  switch (baseline.kind) {
    case 'own':
      return `before ${day(baseline.until)}`;
    case 'control':
      return `control: ${baseline.systems.join(', ')}`;
    case 'target':
    case 'reference':
      return `${baseline.kind} ${percent(baseline.uptime)} (${baseline.source})`;
  }
}

function identityWords(one: BaselineImpact, money: (of: number) => string): string {
  const {identity} = one;
  const points = `${identity.difference < 0 ? '−' : ''}${Number(Math.abs(100 * identity.difference).toPrecision(4))}%`;
  const check = `${named(one)}: ${money(identity.atRisk)} at risk x ${points} of uptime is ${money(identity.product)}`;
  return identity.agrees
    ? `${check}, which is the same.`
    : `${check}; short sessions, weights and the time of day make it ${money(one.protected.mid)}.`;
}

function podLines({pods, baselines, currency}: ImpactReport, {width, full}: RecordLook): readonly Line[] {
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
  const shown = full ? sorted : sorted.slice(0, MOST.pods);
  const rows = shown.map(pod =>
    [
      pod.pod,
      `${money(pod.daily.mid)}${pod.pnlFrom === 'stated' ? '*' : ''}`,
      percent(pod.exposed),
      uptime(pod.uptime),
      money(pod.perMinute.mean),
      money(pod.lost.mid),
      `${money(pod.lost.low)} to ${money(pod.lost.high)}`,
      ...(first === undefined ? [] : [money(pod.protected[0] ?? 0)]),
    ].map(text => [run(text)]),
  );
  const notes = [
    ...(shown.length < pods.length ? [`and ${count(pods.length - shown.length)} pods more: --full`] : []),
    ...(shown.some(({pnlFrom}) => pnlFrom === 'stated') ? ['* stated, and not from the record'] : []),
    ...(first === undefined ? [] : [`Protected is against the first baseline (${named(first)}).`]),
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

function outageLines({outages, currency}: ImpactReport, {width, full}: RecordLook): readonly Line[] {
  if (outages.length === 0) return wrap([run('None cost anything.')], width);
  const shown = full ? outages : outages.slice(0, MOST.outages);
  const columns = [
    {head: 'system'},
    {head: 'from'},
    {head: 'to'},
    {head: 'pods', right: true},
    {head: 'lost', right: true},
  ];
  const rows = shown.map(({system, from, to, pods, lost}) =>
    [system, instant(from), instant(to), count(pods), moneyOf(currency)(lost)].map(text => [run(text)]),
  );
  const more =
    shown.length < outages.length ? `and ${count(outages.length - shown.length)} more: --full` : null;
  return [...table(columns, rows, width), ...(more === null ? [] : wrap([run(more, 'muted')], width))];
}

function sensitivityLines({sensitivity, baselines, currency}: ImpactReport, width: number): readonly Line[] {
  if (sensitivity.length === 0) return [];
  const money = moneyOf(currency);
  const [first] = baselines;
  const headline = first === undefined ? 'what was lost' : `protected against ${named(first)}`;
  const columns = [
    {head: 'input'},
    {head: 'at'},
    {head: headline, right: true},
    {head: 'and at'},
    {head: headline, right: true},
  ];
  const rows = sensitivity.map(({input, low, high}) =>
    [input, low.value, money(low.headline), high.value, money(high.headline)].map(text => [run(text)]),
  );
  return [
    ...table(columns, rows, width),
    ...sensitivity.flatMap(({input, turns}) =>
      turns === null ? [] : wrap([run(`${capital(input)} turns it ${turns}.`, 'unknown')], width),
    ),
  ];
}

function ranged({low, mid, high}: Estimate, currency: Currency): string {
  const money = moneyOf(currency);
  return high - low <= 1e-9 * Math.abs(mid) ? money(mid) : `${money(mid)} (${money(low)} to ${money(high)})`;
}

function level({total}: ImpactReport): number {
  return total.lost.level;
}

function moneyOf(currency: Currency): (amount: number) => string {
  return amount => showMoneyShort({amount, currency}, 3);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
