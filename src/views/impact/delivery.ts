import {count, day, isFinding, type Prose, quote, say, sentence, valueOf} from '../../figure/index.ts';
import type {Figures} from '../../impact/index.ts';
import type {ChangeReport, Compared, DeliveryReport, EarlyReport} from '../../operations/index.ts';
import type {Block} from '../../page/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {caveats, caveatsOf, facts, many, namesOf, NINE, ranged, spanOfDays, type Told} from './words.ts';
import {paragraph} from '../words.ts';

type Row = readonly [Prose, Prose];

/** The DORA figures, and what a change did: each with its interval and n, or why there is none. */
export function delivery({report: {delivery: of, zone}}: Told): readonly Block[] {
  if (of === null) return [];
  return [...doraFigures(of, zone), ...(of.change === null ? [] : changed(of.change, zone))];
}

function doraFigures(
  {sources, services, apart, figures}: Figures<DeliveryReport>,
  zone: string,
): readonly Block[] {
  const {period, frequency, leadTime, runTime, changeFailure, restore, findings} = figures;
  const which = namesOf([...sources, ...services]);
  const but = apart.length === 0 ? null : say` but those of ${namesOf(apart)}`;
  const {deployments, perWeek, class: often, days} = frequency;
  const spread = (of: {readonly median: Figures<Estimate>; readonly p90: Figures<Estimate>} | null) =>
    of === null
      ? say`not known; why is said below`
      : say`${ranged(of.median)} in the median; ${NINE} within ${ranged(of.p90)}`;
  const untold = leadTime !== null && valueOf(leadTime.unknown) > 0 ? leadTime.unknown : null;
  return [
    paragraph(
      say`${which === null ? 'All deployments' : say`Deployments of ${which}`}${but}, ${spanOfDays(period, zone)}; outages of your systems`,
    ),
    facts(
      [
        say`deployments`,
        say`${perWeek} a week${often === null ? null : say`, ${often} by DORA`} (counted, no interval: ${count(deployments)} in ${count(Math.round(days))} days)`,
      ],
      [say`lead time`, spread(leadTime)],
      untold === null
        ? null
        : [say`no commit told`, say`by ${untold} deployments more (counted, no interval)`],
      [say`run time`, spread(runTime)],
      [
        say`change failures`,
        changeFailure.rate === null ? say`not known; why is said below` : ranged(changeFailure.rate),
      ],
      [say`restore`, spread(restore)],
    ),
    ...caveats(findings),
  ];
}

function changed(change: Figures<ChangeReport>, zone: string): readonly Block[] {
  const {source, services, control, period, runTime, leadTime, early} = change;
  const touched = services.length === 0 ? say`all that count` : many(services.length, 'service');
  const beside = control.length === 0 ? say`without a control` : say`beside ${namesOf(control)}`;
  return [
    {
      block: 'heading',
      level: 'under',
      text: [{text: say`Before and after ${day(change.day)}`}],
    },
    paragraph(
      say`${source === null ? 'Nobody says what was done' : sentence(say`${quote(source)}`)}; ${spanOfDays(period, zone)}: ${touched}, ${beside}`,
    ),
    ...comparison('run time', runTime),
    ...comparison('lead time', leadTime),
    ...(early === null ? [] : [facts([say`worth of it`, worthWords(early)])]),
  ];
}

function comparison(
  name: string,
  {before, after, median, p90, overControl}: Figures<Compared>,
): readonly Block[] {
  if (before === null && after === null)
    return [facts([say`${name}`, say`not known on either side: no deployment tells its times`])];
  const side = (of: Figures<Estimate> | null) =>
    of === null ? say`not known, none tells its times` : ranged(of);
  const drift = overControl === null || isFinding(overControl) ? null : overControl.driftBefore;
  const answers = [
    {figure: 'weekly median', label: say`weekly median`, of: median},
    {figure: 'weekly 9 in 10', label: say`weekly ${NINE}`, of: p90},
    ...(overControl === null
      ? []
      : [{figure: 'over the control', label: say`over the control`, of: overControl}]),
  ];
  return [
    facts(
      [say`${name} before`, side(before)],
      [say`${name} after`, side(after)],
      ...answers.map(
        ({label, of}): Row => [
          label,
          isFinding(of) ? say`no figure: ${of.message}` : ranged(of.change, 'weeks'),
        ],
      ),
      drift === null ? null : [say`drift before`, say`${ranged(drift, 'weeks')} a week`],
    ),
    ...caveats(
      caveatsOf(answers.flatMap(({figure, of}) => (isFinding(of) ? [] : [{figure, findings: of.findings}]))),
    ),
  ];
}

function worthWords({worth, because, changes, halfLife, source}: Figures<EarlyReport>): Prose {
  if (worth === null) return say`no figure: ${because}`;
  return say`${ranged(worth.value)}; ${worth.atMost} by the medians were there no decay: ${count(changes)} changes whose edge halves in ${halfLife} days (${quote(source)})`;
}
