import {EMPTY, type Ink, type Line, margin, run, table, wrap} from '../page/index.ts';
import type {Basis, Lag, RecordReport, SystemReport, Uptime} from '../record/index.ts';
import {count, instant, minutes, uptime} from './record-figures.ts';
import type {RecordLook} from './record-text.ts';

/** The systems of a record: all in one table by what counts, then those of which there is more to say. */
export function systemsLines({systems}: RecordReport, {width, full}: RecordLook): readonly Line[] {
  if (systems.length === 0) return [];
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const known = systems.filter(({uptimes}) =>
    uptimes.some(one => one.basis === 'counted' && one.share !== null),
  );
  const unknown = systems.filter(one => !known.includes(one)).map(({system}) => system);
  return [
    ...(known.length > 0
      ? [EMPTY, ...say('Systems', 'bold'), ...summary(known, width), ...legend(known, say)]
      : []),
    ...(unknown.length > 0 ? say(`Nothing is known in this time of: ${unknown.join(', ')}.`, 'unknown') : []),
    ...known.filter(one => full || moreToSay(one)).flatMap(one => [EMPTY, ...systemLines(one, width, say)]),
  ];
}

function summary(systems: readonly SystemReport[], width: number): readonly Line[] {
  const right = true;
  const calendars = counted(systems[0] as SystemReport).map(({calendar}) => calendar);
  const rows = systems.map(one => {
    const figures = counted(one);
    return [
      [run(one.system)],
      ...figures.map(shareCell),
      [run(minutes(figures[0]?.minutes.down ?? 0))],
      [
        run(
          minutes(figures[0]?.minutes.unknown ?? 0),
          (figures[0]?.minutes.unknown ?? 0) > 0 ? 'unknown' : 'plain',
        ),
      ],
      [run(count(one.incidents))],
      [run(monthly(one), 'accent')],
    ];
  });
  const of = calendars.length > 1 ? ` ${calendars[0]}` : '';
  const columns = [
    {head: 'system'},
    ...calendars.map(head => ({head, right})),
    {head: `down${of}`, right},
    {head: `unknown${of}`, right},
    {head: 'tickets', right},
    {head: 'by month'},
  ];
  return table(columns, rows, width);
}

/** A share of the little that is known would pass for one of the whole. */
function shareCell({share, minutes: {unknown}, open}: Uptime): Line {
  if (share !== null && unknown > open / 2) return [run('mostly unknown', 'unknown')];
  return [run(uptime(share), 'bold')];
}

/** Down minutes of a month as a block, each a step of four times: the last is over 256 minutes. */
const BLOCKS = '▁▂▃▄▅▆▇';

/** Months that fit beside the figures: the last. */
const MONTHS = 12;

function monthly({months}: SystemReport): string {
  return months
    .slice(-MONTHS)
    .map(({minutes: {down}, share}) => {
      if (share === null) return '·';
      const step = down === 0 ? 0 : Math.max(1, Math.ceil(Math.log(down) / Math.log(4)) + 1);
      return BLOCKS[Math.min(step, BLOCKS.length - 1)];
    })
    .join('');
}

function legend(
  systems: readonly SystemReport[],
  say: (text: string, ink?: Ink) => readonly Line[],
): readonly Line[] {
  const months = systems[0]?.months.slice(-MONTHS) ?? [];
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  return say(
    `By month: ${first.month} to ${last.month} in ${first.calendar}; ▁ never down, ▂ to 1 min, ▃ to 4, ▄ to 16, ▅ to 64, ▆ to 256, ▇ more, · unknown.`,
    'muted',
  );
}

const BASES: Readonly<Record<Basis, string>> = {
  probes: 'by probes',
  impact: "by the tickets' impact",
  tickets: "by the tickets' own times",
  counted: 'counted',
};

/** Whether several sources or times speak of it, something was assumed, or stretches are unknown. */
function moreToSay({timelines, lags, gaps, open}: SystemReport): boolean {
  return Object.keys(timelines).length > 2 || lags.length > 0 || gaps.length > 0 || open > 0;
}

function systemLines(
  system: SystemReport,
  width: number,
  say: (text: string, ink?: Ink) => readonly Line[],
): readonly Line[] {
  const {incidents, open, counts, lags, gaps, disagreement, late} = system;
  const lasting = open > 0 ? `, ${count(open)} still open: what it lasted is a lower bound` : '';
  const told =
    incidents === 0 ? '' : `: ${count(incidents)} ${incidents === 1 ? 'ticket' : 'tickets'}${lasting}`;
  return [
    ...say(`${system.system}${told}`, 'bold'),
    ...byBasis(system, width),
    ...say(`Counted: ${counts}.`, 'muted'),
    ...(late === null ? [] : say(lateWords(late))),
    ...lags.flatMap(({of, minutes: by, source}) =>
      say(`Assumed: tickets of ${of} begin ${by} min before they were opened (${source}).`, 'unknown'),
    ),
    ...(disagreement === null ? [] : say(disagreementWords(disagreement))),
    ...(disagreement?.examples ?? []).flatMap(({from, to, down}) =>
      under(`${down} alone, ${instant(from)} to ${instant(to)}`, width, 'muted'),
    ),
    ...gaps.flatMap(({from, to}) => under(`unknown ${instant(from)} to ${instant(to)}`, width, 'unknown')),
  ];
}

function under(text: string, width: number, ink: Ink): readonly Line[] {
  return wrap([run(text, ink)], width, margin('    '));
}

function byBasis({timelines, uptimes}: SystemReport, width: number): readonly Line[] {
  const of = (basis: Basis) => uptimes.filter(one => one.basis === basis);
  const figures = (basis: Basis) => JSON.stringify(of(basis).map(one => one.minutes));
  const bases = (Object.keys(BASES) as Basis[]).filter(basis => timelines[basis] !== undefined);
  // What counts has no rows of its own where it is one of the others.
  const same = bases.find(basis => basis !== 'counted' && figures(basis) === figures('counted'));
  const rows = bases
    .filter(basis => basis !== 'counted' || same === undefined)
    .flatMap(basis => {
      const name = basis === same ? `${BASES[basis]} (counted)` : BASES[basis];
      return of(basis).map((one, at) => row(at === 0 ? name : '', one, basis === (same ?? 'counted')));
    });
  const right = true;
  const columns = [
    {head: ''},
    {head: 'exchange'},
    {head: 'uptime', right},
    {head: 'down', right},
    {head: 'degraded', right},
    {head: 'unknown', right},
  ];
  return table(columns, rows, width);
}

function row(name: string, one: Uptime, counts: boolean): Line[] {
  const {down, degraded, unknown} = one.minutes;
  const cells = [name, one.calendar, uptime(one.share), ...[down, degraded, unknown].map(minutes)];
  return cells.map(text => [run(text, counts ? 'bold' : 'plain')]);
}

function lateWords({later, of, median}: NonNullable<SystemReport['late']>): string {
  const by = `by ${count(Math.round(median))} min in the median`;
  const verdict = median > 0 ? ' Ticket times alone overstate uptime.' : '';
  return `Tickets say when the impact began: ${count(later)} of ${count(of)} were opened after it, ${by}.${verdict}`;
}

function disagreementWords({
  agreed,
  probesOnly,
  ticketsOnly,
  lag,
}: NonNullable<SystemReport['disagreement']>): string {
  const late = lag === null ? '' : `; tickets begin ${lagWords(lag)}`;
  return `Probes and tickets: down by both ${minutes(agreed)}, by probes alone ${minutes(probesOnly)}, by tickets alone ${minutes(ticketsOnly)}${late}.`;
}

/** Where tickets say when it began to hurt, or probes look seldom, the ticket is the earlier of the two. */
function lagWords({median, outages}: Lag): string {
  const whole = Math.round(median);
  const by = whole === 0 ? 'with' : `${Math.abs(whole)} min ${whole > 0 ? 'after' : 'before'}`;
  const of = outages === 1 ? 'in the one outage of both' : `in the median of ${count(outages)} outages`;
  return `${by} the probes ${of}`;
}

function counted({uptimes}: SystemReport): readonly Uptime[] {
  return uptimes.filter(({basis}) => basis === 'counted');
}
