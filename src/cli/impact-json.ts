import type {ImpactReport} from '../impact/index.ts';

/** Told on top of every output: what is worked out from an employer's figures is the employer's. */
export const FOR_YOUR_EYES = "for your eyes: contains your employer's figures";

/** A report as one JSON document: instants as ISO 8601 in UTC, shares as fractions, money as plain numbers of `currency`. */
export function impactJson({period, outages, baselines, ...report}: ImpactReport) {
  return {
    notice: FOR_YOUR_EYES,
    disclosure: 'confidential',
    period: {from: iso(period.from), to: iso(period.to)},
    ...report,
    outages: outages.map(one => ({...one, from: iso(one.from), to: iso(one.to)})),
    baselines: baselines.map(({baseline, ...one}) => ({
      baseline:
        baseline.kind === 'own'
          ? {
              ...baseline,
              from: baseline.from === null ? null : iso(baseline.from),
              until: iso(baseline.until),
            }
          : baseline,
      ...one,
    })),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
