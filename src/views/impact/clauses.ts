import {count, join, named, type Prose, quote, say} from '../../figure/index.ts';
import type {Figures, ImpactFigures} from '../../impact/index.ts';
import type {ClauseConflict} from '../../operations/index.ts';
import type {Block} from '../../page/index.ts';
import {tabled, type Told} from './words.ts';
import {paragraph} from '../words.ts';

/** What each clause allows, whether the probes can tell, where two clauses part, and which quarters keep it. */
export function clauses({report, full}: Told): readonly Block[] {
  return report.clauses.flatMap(clause => {
    const {kept} = clause;
    const broken = kept.filter(one => !one.kept);
    const shown = full ? kept : broken;
    return [
      paragraph(clauseWords(clause)),
      ...(kept.length === 0
        ? []
        : [
            paragraph(
              say`Kept in ${count(kept.length - broken.length)} of ${count(kept.length)} quarters of a system.`,
            ),
          ]),
      ...(shown.length === 0 ? [] : [table(shown)]),
    ];
  });
}

function table(shown: ImpactFigures['clauses'][number]['kept']): Block {
  return tabled(
    say`Quarters`,
    [
      say`system`,
      {head: say`quarter`, least: 7},
      say`down`,
      say`longest`,
      say`unknown`,
      say`allowed`,
      say`kept`,
    ],
    shown.map(({system, quarter, down, longest, unknown, allowed, kept}) => ({
      cells: [
        named(system),
        named(quarter),
        down,
        longest,
        unknown,
        allowed,
        say`${kept ? 'kept' : 'broken'}`,
      ],
      tone: kept ? 'plain' : 'fail',
    })),
  );
}

function clauseWords({allowance, source, probes, conflicts}: ImpactFigures['clauses'][number]): Prose {
  const {target, calendar, quarter, allowed} = allowance;
  const parts = [
    say`${target} of ${named(calendar)} ${named(quarter)} allows ${allowed} (${quote(source)})`,
    ...probes.map(
      one => say`${named(one.source)} looks every ${one.step} and ${one.shows ? 'can' : 'cannot'} show it`,
    ),
    ...conflicts.map(conflictWords),
  ];
  return say`${join(parts, '; ')}.`;
}

function conflictWords({longest, source, outage, breaks}: Figures<ClauseConflict>): Prose {
  const other = say`"no outage over ${longest}" (${quote(source)})`;
  if (outage === null) return say`${other} parts from it at no whole minute`;
  return breaks === 'uptime'
    ? say`an outage of ${outage} breaks this and keeps ${other}`
    : say`an outage of ${outage} keeps this and breaks ${other}`;
}
