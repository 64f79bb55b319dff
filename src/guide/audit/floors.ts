import type {Found, Rule} from './rule.ts';

export const noFloor: Rule = {
  name: 'no-floor',
  severity: 'warning',
  says: 'a strategy with no number to accept or to walk away at',
  *check({strategy}): Iterable<Found> {
    if (strategy === null || strategy.accept.length > 0 || strategy.walkAway.length > 0) return;
    const open = /\b(?:accept(?:[- ]at|ing)?|floor|walk[- ]away|walk if)\b/i.test(
      strategy.passage.sentences.map(({text}) => text).join(' '),
    );
    yield {
      message: open
        ? 'the strategy speaks of a floor, and gives no number for it'
        : 'the strategy does not say at what to accept, nor when to walk away',
      span: strategy.passage.span,
      hint: 'settle the least you would take before you speak of numbers',
    };
  },
};
