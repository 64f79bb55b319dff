import type {Span} from '../base/index.ts';
import {slotsSaid} from '../english/index.ts';
import type {Page, TextRange} from './blocks.ts';
import type {Slot} from './types.ts';

/** The placeholders of a stretch: what a guide leaves for its reader to fill in, and never to be said as it stands. */
export function slotsOf({source}: Page, {from, to}: TextRange): Slot[] {
  const text = source.text.slice(from, to);
  if (!text.includes('[')) return [];
  return slotsSaid(text)
    .filter(slot => !isCheckbox(source.text, from + slot.from, from + slot.to))
    .map(({from: start, to: end, ...slot}) => ({
      text: text.slice(start, end),
      ...slot,
      span: source.span(from + start, from + end),
    }));
}

/** The slots that stand in a span. */
export function slotsWithin(slots: readonly Slot[], {from, to}: Pick<Span, 'from' | 'to'>): Slot[] {
  return slots.filter(({span}) => span.from >= from && span.to <= to);
}

/** `- [ ]` and `1. [x]`, where an item begins. */
function isCheckbox(text: string, from: number, to: number): boolean {
  return (
    /^\[[ xX]\]$/.test(text.slice(from, to)) &&
    /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(text.slice(Math.max(0, from - 24), from))
  );
}
