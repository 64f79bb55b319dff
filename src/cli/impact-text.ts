import type {Currency} from '../base/index.ts';
import {EMPTY, type Ink, type Line, render, run, table, wrap} from '../page/index.ts';
import {type Estimate, LEVEL} from '../stats/index.ts';
import type {ImpactReport, MoneyImpact} from '../impact/index.ts';
import {capacityLines} from './impact-capacity.ts';
import {clauseLines} from './impact-clauses.ts';
import {creditLines} from './impact-credit.ts';
import {costLines} from './impact-costs.ts';
import {deliveryLines} from './impact-delivery.ts';
import {capital, isExact, moneyOf, spanOfDays} from './impact-figures.ts';
import {FOR_YOUR_EYES} from './impact-json.ts';
import {podLines} from './impact-pods.ts';
import {protectedLines} from './impact-protected.ts';
import {sensitivityLines} from './impact-sensitivity.ts';
import {yearLines} from './impact-year.ts';
import {count, instant, percent, uptime} from './record-figures.ts';
import type {RecordLook} from './record-figures.ts';

/** How many outages are shown without `--full`. */
const MOST = 5;

/** What a record is worth for a terminal: in money by baseline and by pod, and what needs none; then on what it rests. */
export function impactText(report: ImpactReport, look: RecordLook): string {
  const {width, colour} = look;
  const {period, zone, money, unpriced, seed, draws} = report;
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const listed = (text: string, ink: Ink = 'plain') =>
    wrap([run(text, ink)], width, {first: [run('  ')], rest: [run('    ')]});
  const titled = (title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [EMPTY, ...say(title, 'bold'), ...lines];
  const moneyLines = (of: MoneyImpact) => [
    EMPTY,
    ...totalLines(of, width),
    ...titled('Protected', [
      ...protectedLines(of, zone, width),
      ...(of.unprotected === null ? [] : say(`${capital(of.unprotected)}.`, 'unknown')),
    ]),
    ...titled('Whose doing it was', creditLines(of, zone, look)),
    ...titled('A year at this rate', yearLines(of, width)),
    ...titled('By pod', podLines(of, zone, look)),
    ...titled('The dearest outages', outageLines(of, look)),
  ];
  const basisLines = (of: MoneyImpact) => [
    ...titled('What moves the headline', sensitivityLines(of, zone, width)),
    ...titled(
      'It rests on',
      of.assumptions.flatMap(({says, source}) => listed(`${capital(says)} (${source}).`)),
    ),
  ];
  return render(
    [
      ...say(FOR_YOUR_EYES.replace(/^f/, 'F'), 'fail'),
      ...say(
        `The record${money === null ? '' : ' in money'}, ${spanOfDays(period, zone)}${money === null ? '' : `, in ${money.currency}`}`,
        'bold',
      ),
      ...(unpriced === null ? [] : say(`Nothing is priced: ${unpriced}.`, 'unknown')),
      ...(money === null ? [] : moneyLines(money)),
      ...titled('Clauses', clauseLines(report.clauses, look)),
      ...titled('Delivery', deliveryLines(report.delivery, zone, width)),
      ...titled('Costs', costLines(report.costs, width)),
      ...titled('Capacity', capacityLines(report.capacity, zone, width)),
      ...(money === null ? [] : basisLines(money)),
      EMPTY,
      ...say(
        `${money === null ? 'Intervals are' : `Seed ${seed}, ${count(draws)} draws; intervals are`} ${percent(money?.total.lost.level ?? LEVEL)}.`,
        'muted',
      ),
    ],
    colour,
  );
}

function totalLines({total, currency}: MoneyImpact, width: number): readonly Line[] {
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

function outageLines({outages, currency}: MoneyImpact, {width, full}: RecordLook): readonly Line[] {
  if (outages.length === 0) return wrap([run('None cost anything.')], width);
  const shown = full ? outages : outages.slice(0, MOST);
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

function ranged(of: Estimate, currency: Currency): string {
  const money = moneyOf(currency);
  const {low, mid, high} = of;
  return isExact(of)
    ? `${money(mid)} (no interval: nothing in it varies)`
    : `${money(mid)} (${money(low)} to ${money(high)})`;
}
