import {day, join, named, type Prose, quote, say} from '../../figure/index.ts';
import type {OfferReading} from '../../terms/index.ts';

/** `Citadel`; `Northwind (your job today)`. */
export function nameOf({name, kind}: OfferReading): Prose {
  return say`${named(name)}${kind === 'current' ? ' (your job today)' : ''}`;
}

/** An offer as a heading with what is said of it as a whole: title, level, place, first day. */
export function aboutOffer({role, level, region, remote, start, expires, scope}: OfferReading): Prose {
  const own = (words: string) => quote(words);
  return join(
    [
      role === null ? null : say`${own(role)}`,
      level === null ? null : say`level ${own(level)}`,
      region === null ? null : say`${named(region)}`,
      remote === null ? null : say`${own(remote)}`,
      start === null ? null : say`from ${day(start)}`,
      expires === null ? null : say`open until ${day(expires)}`,
      ...scope.map(({text: words, included}) => say`${included ? 'with' : 'without'} ${own(words)}`),
    ],
    ', ',
  );
}
