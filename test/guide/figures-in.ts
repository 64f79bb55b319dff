import type {Source} from '../../src/base/index.ts';
import {withoutMarkup} from '../../src/guide/bare.ts';
import {figuresInText} from '../../src/guide/figures.ts';
import type {Figure} from '../../src/guide/types.ts';

/** The numbers of `[from, to)` of a text, its markup looked through. */
export function figuresIn(source: Source, from: number, to: number): Figure[] {
  return figuresInText(source, withoutMarkup(source.text.slice(from, to)), from);
}
