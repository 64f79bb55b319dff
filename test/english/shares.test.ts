import {describe, expect, test} from 'vitest';
import {figuresSaid, sharesIn} from '../../src/english/index.ts';

/** `4% of $50M = $2M`: the shares of a text, each in one line. */
function told(text: string): string[] {
  const figures = figuresSaid(text).map(({from, to}) => text.slice(from, to));
  return sharesIn(text).map(({share, base, product}) =>
    [`${figures[share]} of ${figures[base]}`, ...(product === null ? [] : [figures[product]])].join(' = '),
  );
}

describe('a share of what is earned', () => {
  test.each([
    ['A 4% participation, for a pod generating $50M, equals $2M.', '4% of $50M = $2M'],
    ['2% of a $40M book is $800K.', '2% of $40M = $800K'],
    ['4% participation, for a pod making $50M, equals $2M', '4% of $50M = $2M'],
    ['If the pod generated $40M last year, that 2% is $800K in additional comp.', '2% of $40M = $800K'],
    [
      'For a pod generating $50M annually, 4% equals $2M in additional comp, making it $2.47M.',
      '4% of $50M = $2M',
    ],
    ['$800K is 2% of the $40M that the desk made in profit.', '2% of $40M = $800K'],
    ['At 7% of a blended basket representing $200M in annual PnL, your pay is $14M.', '7% of $200M = $14M'],
    [
      '1-3% of net PnL on pods generating $20M-$50M makes this $200K-$1.5M.',
      '1-3% of $20M-$50M = $200K-$1.5M',
    ],
    ['A 2% share of a $100M PnL pod vastly outdoes most.', '2% of $100M'],
    ['3% carry on a fund that made £80M', '3% of £80M'],
    ['A pod books $30M; at 5% this works out to $1.5M.', '5% of $30M = $1.5M'],
  ])('%s', (text, share) => expect(told(text)).toEqual([share]));

  test.each([
    'A pod managing $1B that returns 15% generates $150M in PnL.',
    'Demand 4% PnL participation, with a guaranteed PnL floor of $155K.',
    'My work raised pod PnL by 1%, and the desk made $8M.',
    'About 25% of that PnL is mine. The budget is $45M.',
    'For a pod making $40M, the PnL bonus of $1M is 3% above the PnL floor of $900K.',
    '10% bonus on a $200K base is $20K.',
    'Uptime rose 2%, on revenue of $5B.',
    'I ask for 3% participation across 40 pods, each averaging $20M in annual PnL.',
  ])('none: %s', text => expect(told(text)).toEqual([]));
});
