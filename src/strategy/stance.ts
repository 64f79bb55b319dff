import {atLeast} from '../base/index.ts';
import {SPOKEN_FROM} from '../claims/index.ts';
import {count, day, figuresOf, type Prose, say, textOf} from '../figure/index.ts';
import type {Offer} from '../terms/index.ts';
import type {Ask, RuleRow, Stance} from './types.ts';

/**
 * What to do about the firm's offer as it stands. The guide's rules are the guide's opinion: that an offer is below its
 * walk-away is said, and is no verdict. Nothing is accepted while there is still something to ask for.
 */
export function stanceOn(
  offer: Offer | undefined,
  rules: readonly RuleRow[],
  asks: readonly Ask[],
  today: string,
): Stance {
  // What I would do, what I need and where I would stop is my own.
  return {...judged(offer, rules, asks, today), reach: 'call'};
}

function judged(
  offer: Offer | undefined,
  rules: readonly RuleRow[],
  asks: readonly Ask[],
  today: string,
): Stance {
  if (offer === undefined)
    return {
      action: 'no offer yet',
      because: [say`no offer of the firm is in the case: let them name a figure first`],
    };
  if (offer.expires !== null && offer.expires < today)
    return {
      action: 'ask first',
      because: [say`the offer ran out on ${day(offer.expires)}: ask whether it still stands`],
    };
  const told = rules.flatMap(rule =>
    rule.results
      .filter(one => one.offer === offer.id)
      .map(result => ({side: rule.side, text: rule.text, ...result})),
  );
  const of = (side: RuleRow['side'], outcome: string) =>
    told.filter(one => one.side === side && one.outcome === outcome);

  const below = of('walk away', 'fail').map(one =>
    figuresOf(one.text).length > 0
      ? say`below the guide’s walk-away, ${one.text}: the offer has ${one.shown}`
      : say`the guide would walk away ${one.text}: ${one.shown}`,
  );
  const short = of('accept', 'fail').map(
    one => say`to accept you need ${articleFor(one.text)} ${one.text}; the offer has ${one.shown}`,
  );
  const open = [...of('accept', 'unknown'), ...of('walk away', 'unknown')];
  if (below.length + short.length > 0)
    return {action: 'counter', because: [...below, ...short, ...stillOpen(open.length)]};
  if (open.length > 0)
    return {action: 'ask first', because: open.map(one => say`not known: ${one.text}, ${one.shown}`)};
  const met = of('accept', 'pass').map(one => say`met: ${one.text}, ${one.shown}`);
  if (met.length === 0)
    return {
      action: 'ask first',
      because: [say`the guide states no floor to accept at: set your own before you talk`],
    };
  const left = asks.filter(ask => !ask.met);
  if (left.length > 0) return {action: 'counter', because: [...met, leftToAsk(left)]};
  if (!atLeast(offer.evidence.tier, SPOKEN_FROM))
    return {
      action: 'ask first',
      because: [
        say`every rule is met, and the offer is ${offer.evidence.tier} only: get it in writing before you accept`,
      ],
    };
  return {action: 'accept', because: met};
}

/** "a base", "an equity". */
function articleFor(text: Prose): string {
  return /^[aeiou]/i.test(textOf(text)) ? 'an' : 'a';
}

function leftToAsk(asks: readonly Ask[]): Prose {
  return asks.length === 1
    ? say`one ask is still open: put it before you accept`
    : say`${count(asks.length)} asks are still open: put them before you accept`;
}

function stillOpen(open: number): readonly Prose[] {
  if (open === 0) return [];
  return [say`${count(open)} of the rules cannot be judged yet: put the questions below before you answer`];
}
