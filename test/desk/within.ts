import {type Figure, isFigure, isKnown, type Known, type Prose} from '../../src/figure/index.ts';
import {isProse} from '../../src/figure/prose.ts';

/** A figure and where in the report or on the page it was met. */
export interface Met<F extends Figure = Figure> {
  readonly at: string;
  readonly figure: F;
}

interface Within {
  readonly figures: readonly Met[];
  readonly texts: readonly {readonly at: string; readonly text: Prose}[];
}

/** Every figure and every text of a value, those behind other figures too, all the way down. */
export function within(value: unknown): Within {
  const figures: Met[] = [];
  const texts: {at: string; text: Prose}[] = [];
  const seen = new Set<unknown>();
  const visit = (one: unknown, at: string): void => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    if (isFigure(one)) figures.push({at, figure: one});
    if (isProse(one)) texts.push({at, text: one});
    for (const [key, part] of Object.entries(one)) visit(part, `${at}/${key}`);
  };
  visit(value, '');
  return {figures, texts};
}

export function knownWithin(value: unknown): readonly Met<Known>[] {
  return within(value).figures.filter((one): one is Met<Known> => isKnown(one.figure));
}

/** The figures of a page as they are printed, one for each time, without those behind them. */
export function figuresOn(value: unknown): readonly Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  return isFigure(value) ? [value] : Object.values(value).flatMap(figuresOn);
}
