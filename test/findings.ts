import {asText} from '../src/figure/cards.ts';
import {type Finding, textOf} from '../src/figure/index.ts';

/** The message of a finding as it is printed; empty where there is none. */
export function messageOf(one: Pick<Finding, 'message'> | undefined): string {
  return one === undefined ? '' : textOf(one.message);
}

/** How to mend it, as it is printed. */
export function hintOf(one: Pick<Finding, 'hint'> | undefined): string {
  return one?.hint === undefined ? '' : textOf(one.hint);
}

/** Any value with its texts as they are printed. */
export function withTexts(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, asText));
}
