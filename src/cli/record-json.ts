import type {EpochMs} from '../calendar/index.ts';
import type {Period, RecordReport, Stretch, SystemReport} from '../record/index.ts';

/** A report as one JSON document: instants as ISO 8601 in UTC, shares as fractions, minutes as numbers. */
export function recordJson(report: RecordReport) {
  const {period, sources, systems, deployments, ...rest} = report;
  return {
    period: period === null ? null : dated(period),
    sources: sources.map(({from, to, reach, ...source}) => ({
      ...source,
      from: iso(from),
      to: iso(to),
      reach: reach === null ? null : {...reach, from: iso(reach.from)},
    })),
    systems: systems.map(systemJson),
    deployments: deployments.map(one => ({...one, from: iso(one.from), to: iso(one.to)})),
    ...rest,
  };
}

function systemJson({timelines, gaps, disagreement, ...system}: SystemReport) {
  return {
    ...system,
    gaps: gaps.map(dated),
    disagreement:
      disagreement === null ? null : {...disagreement, examples: disagreement.examples.map(dated)},
    // What was up is the rest of the period.
    notUp: timelines.counted.stretches.filter(({state}: Stretch) => state !== 'up').map(dated),
  };
}

function dated<T extends Period>(period: T) {
  return {...period, from: iso(period.from), to: iso(period.to)};
}

function iso(at: EpochMs | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}
