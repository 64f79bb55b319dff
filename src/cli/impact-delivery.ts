import {type Currency, showMoneyShort} from '../base/index.ts';
import {isFinding, textOf} from '../figure/index.ts';
import {type Line, run, wrap} from '../page/index.ts';
import type {ChangeReport, Compared, DeliveryReport, EarlyReport} from '../operations/index.ts';
import type {Estimate} from '../stats/index.ts';
import {apart, caveatLines, caveatsOf, entry, points, ranged, spanOfDays, spent} from './impact-figures.ts';
import {count} from './record-figures.ts';

/** The DORA figures, and what a change did: each with its interval and n, or why there is none. */
export function deliveryLines(report: DeliveryReport | null, zone: string, width: number): readonly Line[] {
  if (report === null) return [];
  return apart([
    figureLines(report, zone, width),
    ...(report.change === null ? [] : [changeLines(report.change, zone, width)]),
  ]);
}

function figureLines(
  {sources, services, apart: left, figures}: DeliveryReport,
  zone: string,
  width: number,
): readonly Line[] {
  const {period, frequency, leadTime, runTime, changeFailure, restore, findings} = figures;
  const which = [...sources, ...services].join(', ');
  const but = left.length === 0 ? '' : ` but those of ${left.join(', ')}`;
  const row = (head: string, of: Estimate | null | undefined, show: (of: number) => string) =>
    entry(head, of == null ? 'not known; why is said below' : ranged(of, show), width);
  const {deployments, perWeek, class: often, days} = frequency;
  return [
    ...wrap(
      [
        run(
          `${which === '' ? 'All deployments' : `Deployments of ${which}`}${but}, ${spanOfDays(period, zone)}; outages of your systems`,
        ),
      ],
      width,
    ),
    ...entry(
      'deployments a week',
      `${Number(perWeek.toPrecision(3))}${often === null ? '' : `, ${often} by DORA`} (counted, no interval: ${count(deployments)} in ${count(Math.round(days))} days)`,
      width,
    ),
    ...row('lead time, median', leadTime?.median, spent),
    ...row('lead time, 9 in 10', leadTime?.p90, spent),
    ...(leadTime === null || leadTime.unknown === 0
      ? []
      : entry(
          '  no commit told',
          `by ${count(leadTime.unknown)} deployments more (counted, no interval)`,
          width,
        )),
    ...row('run time, median', runTime?.median, spent),
    ...row('run time, 9 in 10', runTime?.p90, spent),
    ...row('change failures', changeFailure.rate, points),
    ...row('restore, median', restore?.median, spent),
    ...row('restore, 9 in 10', restore?.p90, spent),
    ...caveatLines(findings, width),
  ];
}

function changeLines(change: ChangeReport, zone: string, width: number): readonly Line[] {
  const {source, services, control, period, runTime, leadTime, early} = change;
  const touched = services.length === 0 ? 'all that count' : `${count(services.length)} services`;
  const beside = control.length === 0 ? 'without a control' : `beside ${control.join(', ')}`;
  return [
    ...wrap(
      [
        run(
          `Before and after ${change.day} (${source ?? 'nobody says what was done'}), ${spanOfDays(period, zone)}: ${touched}, ${beside}`,
        ),
      ],
      width,
    ),
    ...comparedLines('run time', runTime, width),
    ...comparedLines('lead time', leadTime, width),
    ...earlyLines(early, width),
  ];
}

function comparedLines(name: string, compared: Compared, width: number): readonly Line[] {
  const {before, after, median, p90, overControl} = compared;
  if (before === null && after === null)
    return entry(name, 'not known on either side: no deployment tells its times', width);
  const side = (of: Estimate | null) => (of === null ? 'not known, none tells its times' : ranged(of, spent));
  const drift =
    overControl === null || isFinding(overControl) || overControl.driftBefore === null
      ? []
      : entry('  drift before', `${ranged(overControl.driftBefore, points, 'weeks')} a week`, width);
  const answers = [
    {figure: 'weekly median', of: median},
    {figure: 'weekly 9 in 10', of: p90},
    ...(overControl === null ? [] : [{figure: 'over the control', of: overControl}]),
  ];
  return [
    ...entry(`${name} before`, side(before), width),
    ...entry(`${name} after`, side(after), width),
    ...answers.flatMap(({figure, of}) =>
      entry(
        `  ${figure}`,
        isFinding(of) ? `no figure: ${textOf(of.message)}` : ranged(of.change, points, 'weeks'),
        width,
      ),
    ),
    ...drift,
    ...caveatLines(
      caveatsOf(answers.flatMap(({figure, of}) => (isFinding(of) ? [] : [{figure, findings: of.findings}]))),
      width,
    ),
  ];
}

function earlyLines(early: EarlyReport | null, width: number): readonly Line[] {
  if (early === null) return [];
  const {worth, because, changes, halfLife, source} = early;
  if (worth === null) return entry('worth of it', `no figure: ${because}`, width);
  const money = moneyOf(worth.currency);
  return entry(
    'worth of it',
    `${ranged(worth.value, money)}; ${money(worth.atMost)} by the medians were there no decay: ${count(changes)} changes whose edge halves in ${count(halfLife)} days (${source})`,
    width,
  );
}

function moneyOf(currency: Currency): (amount: number) => string {
  return amount => showMoneyShort({amount, currency}, 3);
}
