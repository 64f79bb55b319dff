import {atLeast} from '../base/index.ts';
import {SPOKEN_FROM} from '../claims/index.ts';
import type {Offer} from '../terms/index.ts';
import type {RuleRow, Stance} from './types.ts';

/**
 * What the guide's own rules say of the firm's offer as it stands: walk away where a walk-away rule bites, counter where
 * an accept rule fails, accept where all pass, and ask first where what is not known decides.
 */
export function stanceOn(offer: Offer | undefined, rules: readonly RuleRow[], today: string): Stance {
  if (offer === undefined)
    return {
      action: 'no offer yet',
      because: ['no offer of the firm is in the case: let them name a figure first'],
    };
  if (offer.expires !== null && offer.expires < today)
    return {
      action: 'ask first',
      because: [`the offer ran out on ${offer.expires}: ask whether it still stands`],
    };
  const told = rules.flatMap(rule =>
    rule.results
      .filter(one => one.offer === offer.id)
      .map(result => ({side: rule.side, text: rule.text, ...result})),
  );
  const of = (side: RuleRow['side'], outcome: string) =>
    told.filter(one => one.side === side && one.outcome === outcome);
  const reasons = (list: typeof told, lead: string, join = '; the offer has ') =>
    list.map(one => `${lead} ${one.text}${join}${one.shown}`);

  const bitten = of('walk away', 'fail');
  if (bitten.length > 0) return {action: 'walk away', because: reasons(bitten, 'walk away:')};
  const short = of('accept', 'fail');
  const open = [...of('accept', 'unknown'), ...of('walk away', 'unknown')];
  if (short.length > 0)
    return {
      action: 'counter',
      because: [...reasons(short, 'to accept you need a'), ...stillOpen(open.length)],
    };
  if (open.length > 0) return {action: 'ask first', because: reasons(open, 'not known:', ', ')};
  if (of('accept', 'pass').length > 0 && !atLeast(offer.evidence.tier, SPOKEN_FROM))
    return {
      action: 'ask first',
      because: [
        `every rule is met, and the offer is ${offer.evidence.tier} only: get it in writing before you accept`,
      ],
    };
  if (of('accept', 'pass').length > 0)
    return {action: 'accept', because: reasons(of('accept', 'pass'), 'met:', ', ')};
  return {
    action: 'ask first',
    because: ['the guide states no floor to accept at: set your own before you talk'],
  };
}

function stillOpen(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} of the rules cannot be judged yet: put the questions below before you answer`];
}
