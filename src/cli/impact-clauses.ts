import {type Line, run, table, wrap} from '../page/index.ts';
import type {ClauseConflict, ClauseReport} from '../operations/index.ts';
import {count, minutes, percent, spell} from './record-figures.ts';
import type {RecordLook} from './record-figures.ts';

/** What each clause allows, whether the probes can tell, where two clauses part, and which quarters keep it. */
export function clauseLines(clauses: readonly ClauseReport[], {width, full}: RecordLook): readonly Line[] {
  return clauses.flatMap(clause => {
    const {kept} = clause;
    const broken = kept.filter(one => !one.kept);
    const shown = full ? kept : broken;
    const columns = [
      {head: 'system'},
      {head: 'quarter'},
      ...['down', 'longest', 'unknown', 'allowed', ''].map(head => ({head, right: true})),
    ];
    const rows = shown.map(one =>
      [
        one.system,
        one.quarter,
        minutes(one.down),
        minutes(one.longest),
        minutes(one.unknown),
        spell(one.allowed),
        one.kept ? 'kept' : 'broken',
      ].map(text => [run(text, one.kept ? 'plain' : 'fail')]),
    );
    const tally =
      kept.length === 0
        ? []
        : wrap(
            [
              run(
                `Kept in ${count(kept.length - broken.length)} of ${count(kept.length)} quarters of a system.`,
              ),
            ],
            width,
          );
    return [
      ...wrap([run(clauseWords(clause))], width),
      ...tally,
      ...(rows.length > 0 ? table(columns, rows, width) : []),
    ];
  });
}

function clauseWords({allowance, source, probes, conflicts}: ClauseReport): string {
  const {target, calendar, quarter, allowed} = allowance;
  const parts = [
    `${percent(target)} of ${calendar} ${quarter} allows ${spell(allowed)} (${source})`,
    ...probes.map(
      one => `${one.source} looks every ${spell(one.step / 60)} and ${one.shows ? 'can' : 'cannot'} show it`,
    ),
    ...conflicts.map(one => conflictWords(one)),
  ];
  return `${parts.join('; ')}.`;
}

function conflictWords({longest, source, outage, breaks}: ClauseConflict): string {
  const other = `"no outage over ${spell(longest)}" (${source})`;
  if (outage === null) return `${other} parts from it at no whole minute`;
  return breaks === 'uptime'
    ? `an outage of ${spell(outage)} breaks this and keeps ${other}`
    : `an outage of ${spell(outage)} keeps this and breaks ${other}`;
}
