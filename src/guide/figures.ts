import type {Source} from '../base/index.ts';
import {figuresSaid} from '../english/index.ts';
import {normalized} from './bare.ts';
import type {Figure} from './types.ts';

/** Every figure of a bared text, which begins at `offset` of the source. */
export function figuresInText(source: Source, text: string, offset: number): Figure[] {
  return figuresSaid(text).map(({from, to, kind, low, high, open, currency, per, unit, each, of}) => ({
    text: normalized(text.slice(from, to)),
    span: source.span(offset + from, offset + to),
    kind,
    low,
    high,
    open,
    currency,
    per,
    unit,
    each,
    of,
  }));
}
