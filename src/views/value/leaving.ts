import {day, listed, named, type Prose, say} from '../../figure/index.ts';
import {type Block, type Section, text} from '../../page/index.ts';
import type {ConflictReading, OfferReading, ValueReport} from '../../terms/index.ts';
import {paragraph} from '../words.ts';

/** What leaving today's job costs, by the day of notice, and which offers pull the other way. */
export function leavingSection({offers, conflicts}: ValueReport): readonly Section[] {
  const jobs = offers.filter(({leaving}) => leaving !== undefined);
  if (jobs.length === 0) return [];
  return [
    {
      id: 'leaving',
      heading: say`What leaving costs`,
      blocks: [...jobs.flatMap(leavingOf), ...conflicts.map(conflictOf)],
    },
  ];
}

function leavingOf({leaving, party}: OfferReading): readonly Block[] {
  if (leaving === undefined) return [];
  const {total, byNotice, isNoticeKnown} = leaving;
  return [
    paragraph(say`Giving notice at ${named(party)} today costs ${total}.`),
    {
      block: 'table',
      caption: say`What is lost, by the day on which notice is given`,
      columns: [
        {head: say`notice from`, least: 10},
        {head: say`costs`, figures: true, least: 8},
        {head: say`which is`, least: 20},
      ],
      rows: byNotice.map(({from, total: sum, parts}) => ({
        cells: [
          {text: text`${day(from)}`},
          {text: parts.length === 0 ? text`nothing` : text`${sum}`},
          {
            text: [
              {
                text:
                  parts.length === 0 ? say`–` : listed(parts.map(({what, amount}) => say`${what} ${amount}`)),
              },
            ],
          },
        ],
      })),
    },
    ...(isNoticeKnown
      ? []
      : [
          paragraph(
            say`Nothing says how long notice is: the job is taken to end on the day it is given. Ask, and the days move forward by that time.`,
            'unknown',
          ),
        ]),
  ];
}

function conflictOf(one: ConflictReading): Block {
  const {party, term, guaranteed, startBy, noticeBy, isNoticeKnown, cost, later, week} = one;
  const by = isNoticeKnown ? say`notice by ${day(noticeBy)}` : say`notice before then`;
  const early: Prose =
    cost === null ? say`notice for it was due by ${day(noticeBy)}` : say`${by} costs ${cost}`;
  const waits = later.map(
    ({from, kept, start}) =>
      say`from ${day(from)} it costs ${kept} less${start === null ? null : say`, for a start on ${day(start)}`}`,
  );
  return paragraph(
    say`${named(party)} guarantees ${guaranteed} of ${term} for a start by ${day(startBy)}: ${early}; ${listed(waits)}, and loses the guarantee.${week === null ? null : say` A week later is ${week} of the new base.`}`,
    'unknown',
  );
}
