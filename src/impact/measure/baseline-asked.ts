import {closestSpelling} from '../../base/index.ts';
import type {Baseline} from '../../operations/index.ts';
import type {Assumptions} from '../plan.ts';
import {type Pricing} from '../money.ts';
import type {MeasureQuestion, Unmeasured} from './question.ts';

/**
 * The baseline that a question names: by its kind, or where there are several of it by its source or its systems. There is
 * no default, and none that the days of the question reach into.
 */
export function baselineAsked(
  {against, from}: MeasureQuestion,
  {baselines}: Assumptions,
  money: Pick<Pricing, 'baselines' | 'unprotected'>,
  start: number,
): Pricing['baselines'][number] | Unmeasured {
  if (money.unprotected !== null)
    return {
      because: money.unprotected,
      needs: 'a baseline in impact.yaml: the time before, systems of others, an uptime agreed or published',
    };
  const all = baselines.flatMap(one => [one.kind, nameOf(one)]);
  const known = `against: with one of ${[...new Set(all)].join(', ')}`;
  if (against === null) return {because: 'no baseline is named', needs: known};
  const named = money.baselines.filter(
    ({baseline}) => baseline.kind === against || nameOf(baseline) === against,
  );
  const [found, more] = named;
  if (found === undefined) {
    const kept = baselines.some(one => one.kind === against || nameOf(one) === against);
    if (kept)
      return {
        because: `the baseline ${against} cannot be worked out`,
        needs: 'what parley impact says of it',
      };
    const meant = closestSpelling(against, all);
    const needs = meant === undefined ? known : `against: ${meant}`;
    return {because: `impact.yaml has no baseline ${against}`, needs};
  }
  if (more !== undefined)
    return {
      because: `impact.yaml has ${named.length} baselines of the kind ${against}`,
      needs: `against: with ${named.map(({baseline}) => nameOf(baseline)).join(', or ')}`,
    };
  if (found.baseline.kind === 'own' && found.baseline.until > start)
    return {
      because: `the time before lasts beyond ${from}`,
      needs: 'days that begin where the time before ends',
    };
  return found;
}

/** What tells one baseline of a kind from another. */
function nameOf(baseline: Baseline): string {
  if (baseline.kind === 'own') return 'own';
  return baseline.kind === 'control' ? baseline.systems.join(', ') : baseline.source;
}
