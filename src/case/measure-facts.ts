import type {LoadedCase} from './load.ts';
import type {MeasureWatch} from './measured.ts';

/**
 * The situation of a case with its measured facts worked out from the record, in the order of case.yaml. Only those
 * sources are read that they need, and impact.yaml only where one of them needs it. What the record cannot show is no fact,
 * and a finding says why; a record.yaml that cannot be read, or an impact.yaml that is needed, leaves no situation at all.
 */
export async function measureFacts(
  loaded: Pick<LoadedCase, 'folder' | 'situation' | 'measures'>,
  watch: MeasureWatch = {},
): Promise<Pick<LoadedCase, 'situation' | 'findings'>> {
  const {folder, situation, measures} = loaded;
  if (situation === null || measures.length === 0) return {situation, findings: []};
  // Half of the program is needed by nothing else: a case without such facts, or whose facts are known, does without.
  const {measured} = await import('./measured.ts');
  return measured({folder, situation, measures}, watch);
}
