import {countOf} from '../../base/index.ts';
import {count, type Figure, isKnown, named, type Prose, say, styled, valueOf} from '../../figure/index.ts';
import {type Block, type Cell, type ListItem, type Tone, text, toned} from '../../page/index.ts';
import type {Basis, RecordFigures} from '../../record/index.ts';
import {minuteOf, type RecordLook} from './words.ts';
import {listOf, paragraph} from '../words.ts';

type System = RecordFigures['systems'][number];
type Uptime = System['uptimes'][number];

/** The systems of a record: all in one table by what counts, then those of which there is more to say. */
export function systems({systems: all}: RecordFigures, {full}: RecordLook): readonly Block[] {
  const known = all.filter(system => counted(system).some(({share}) => share !== null));
  const unknown = all.filter(one => !known.includes(one)).map(({system}) => system);
  return [
    ...(known.length === 0 ? [] : [summary(known), ...legend(known)]),
    ...(unknown.length === 0
      ? []
      : [paragraph(say`Nothing is known in this time of: ${unknown.join(', ')}.`, 'unknown')]),
    ...known.filter(one => full || hasMore(one)).map(systemBlock),
  ];
}

function counted({uptimes}: System): readonly Uptime[] {
  return uptimes.filter(({basis}) => basis === 'counted');
}

const figures = true;

function summary(known: readonly System[]): Block {
  const calendars = known.slice(0, 1).flatMap(counted);
  const of = calendars.length > 1 ? say` ${named(calendars[0]?.calendar ?? '')}` : null;
  return {
    block: 'table',
    caption: say`Every system by what counts`,
    columns: [
      {head: say`system`},
      ...calendars.map(({calendar}) => ({head: say`${named(calendar)}`, figures, least: 8})),
      {head: say`down${of}`, figures, least: 6},
      {head: say`unknown${of}`, figures, least: 7},
      {head: say`tickets`, figures, least: 7},
      {head: say`by month`, least: MONTHS},
    ],
    rows: known.map(system => {
      const [first] = counted(system);
      const unknown = first?.minutes.unknown;
      return {
        cells: [
          cell(say`${named(system.system)}`),
          ...counted(system).map(shareCell),
          cell(say`${first?.minutes.down}`),
          cell(say`${unknown}`, unknown !== undefined && valueOf(unknown) > 0 ? 'unknown' : 'plain'),
          cell(say`${count(system.incidents)}`),
          cell(say`${named(monthly(system))}`, 'accent'),
        ],
      };
    }),
  };
}

function cell(of: Prose, tone: Tone = 'plain'): Cell {
  return {text: [toned(tone, of)]};
}

/** A share of the little that is known would pass for one of the whole. */
function shareCell({share, minutes: {unknown}, open}: Uptime): Cell {
  if (share !== null && valueOf(unknown) > valueOf(open) / 2) return cell(say`mostly unknown`, 'unknown');
  return cell(uptimeWords(share), 'bold');
}

function uptimeWords(share: Figure | null): Prose {
  return share === null ? say`unknown` : say`${share}`;
}

/** Down minutes of a month as a block, each a step of four times: the last is over 256 minutes. */
const BLOCKS = '▁▂▃▄▅▆▇';

/** Months that fit beside the figures: the last. */
const MONTHS = 12;

function monthly({months}: System): string {
  return months
    .slice(-MONTHS)
    .map(({minutes: {down}, share}) => {
      if (share === null) return '·';
      const minutes = valueOf(down);
      const step = minutes === 0 ? 0 : Math.max(1, Math.ceil(Math.log(minutes) / Math.log(4)) + 1);
      return BLOCKS[Math.min(step, BLOCKS.length - 1)];
    })
    .join('');
}

function legend(known: readonly System[]): readonly Block[] {
  const months = known[0]?.months.slice(-MONTHS) ?? [];
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const [one, four, sixteen, sixtyFour, most] = [1, 4, 16, 64, 256].map(count);
  const steps = say`▁ never down, ▂ to ${one} min, ▃ to ${four}, ▄ to ${sixteen}, ▅ to ${sixtyFour}, ▆ to ${most}, ▇ more, · unknown`;
  const months12 = say`${named(first.month)} to ${named(last.month)} in ${named(first.calendar)}`;
  return [paragraph(say`By month: ${months12}; ${steps}.`, 'muted')];
}

const BASES: Readonly<Record<Basis, string>> = {
  probes: 'by probes',
  impact: "by the tickets' impact",
  tickets: "by the tickets' own times",
  counted: 'counted',
};

/** Whether several sources or times speak of it, something was assumed, or stretches are unknown. */
function hasMore({uptimes, lags, gaps, open}: System): boolean {
  return new Set(uptimes.map(({basis}) => basis)).size > 2 || lags.length > 0 || gaps.length > 0 || open > 0;
}

/** What there is to say of one system, beneath its name. */
function systemBlock(system: System): Block {
  const {incidents, open, counts, lags, gaps, disagreement, late} = system;
  const lasting = open > 0 ? say`, ${count(open)} still open: what it lasted is a lower bound` : null;
  const tickets = incidents === 0 ? null : say`: ${named(countOf(incidents, 'ticket'))}${lasting}`;
  return {
    block: 'group',
    look: 'article',
    blocks: [
      {
        block: 'heading',
        level: 'part',
        text: [toned('plain', say`${named(system.system)}${tickets}`)],
      },
      byBasis(system),
      ...listOf([
        say`Counted: ${counts}.`,
        ...(late === null ? [] : [lateWords(late)]),
        ...lags.map(
          ({of, minutes, source}) =>
            say`Assumed: tickets of ${named(of)} begin ${minutes} before they were opened (${source}).`,
        ),
        ...(disagreement === null ? [] : [disagreementItem(disagreement)]),
        ...gaps.map(({from, to}) => say`unknown ${minuteOf(from)} to ${minuteOf(to)}`),
      ]),
    ],
  };
}

function byBasis({uptimes}: System): Block {
  const of = (basis: Basis) => uptimes.filter(one => one.basis === basis);
  const minutes = (basis: Basis) =>
    JSON.stringify(of(basis).map(one => Object.values(one.minutes).map(valueOf)));
  const bases = (Object.keys(BASES) as Basis[]).filter(basis => of(basis).length > 0);
  // What counts has no rows of its own where it is one of the others.
  const same = bases.find(basis => basis !== 'counted' && minutes(basis) === minutes('counted'));
  return {
    block: 'table',
    caption: say`Uptime by what it is taken from`,
    columns: [
      {head: say`basis`},
      {head: say`exchange`, least: 8},
      ...['uptime', 'down', 'degraded', 'unknown'].map(head => ({head: say`${head}`, figures, least: 8})),
    ],
    rows: bases
      .filter(basis => basis !== 'counted' || same === undefined)
      .flatMap(basis => {
        const name = basis === same ? `${BASES[basis]} (counted)` : BASES[basis];
        const tone = basis === (same ?? 'counted') ? 'bold' : 'plain';
        return of(basis).map(({calendar, share, minutes: {down, degraded, unknown}}, at) => ({
          cells: [
            say`${at === 0 ? name : ''}`,
            say`${named(calendar)}`,
            uptimeWords(share),
            ...[down, degraded, unknown].map(one => say`${one}`),
          ].map(of => cell(of, tone)),
        }));
      }),
  };
}

function lateWords({later, of, median}: NonNullable<System['late']>): Prose {
  const verdict = valueOf(median) > 0 ? say` Ticket times alone overstate uptime.` : null;
  return say`Tickets say when the impact began: ${count(later)} of ${count(of)} were opened after it, by ${whole(median)} in the median.${verdict}`;
}

function disagreementItem({
  agreed,
  probesOnly,
  ticketsOnly,
  lag,
  examples,
}: NonNullable<System['disagreement']>): ListItem {
  const late = lag === null ? null : say`; tickets begin ${lagWords(lag)}`;
  return {
    text: text`Probes and tickets, at any hour: down by both ${agreed}, by probes alone ${probesOnly}, by tickets alone ${ticketsOnly}${late}.`,
    under: examples.map(({from, to, down}) => text`${down} alone, ${minuteOf(from)} to ${minuteOf(to)}`),
  };
}

/** Where tickets say when it began to hurt, or probes look seldom, the ticket is the earlier of the two. */
function lagWords({median, outages}: NonNullable<NonNullable<System['disagreement']>['lag']>): Prose {
  const minutes = Math.round(valueOf(median));
  const by = minutes === 0 ? say`with` : say`${whole(median)} ${minutes > 0 ? 'after' : 'before'}`;
  const of = outages === 1 ? say`in the one outage of both` : say`in the median of ${count(outages)} outages`;
  return say`${by} the probes ${of}`;
}

/** To whole minutes and without its sign, which the words say: `6 min`. */
function whole(minutes: Figure): Figure {
  return isKnown(minutes) ? styled(minutes, 'wholeMinutes') : minutes;
}
