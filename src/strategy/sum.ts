import {
  highOf,
  isFigure,
  isKnown,
  type Known,
  type Part,
  styled,
  valueOf,
  subjectOf,
} from '../figure/index.ts';
import {added, currencyIn, type Offer, YEARLY, yearly, yearlyTotal, componentName} from '../terms/index.ts';
import type {Frame} from './frame.ts';
import {bandIn, rangeIn} from './standing.ts';
import type {Ask, AskSum} from './types.ts';

/**
 * What the package comes to in a year if every ask is granted: of each part what is asked for, else what is on the table.
 * Null where no yearly sum is asked for. What is paid once, or over several years, is no part of a year.
 */
export function sumOf(asks: readonly Ask[], offer: Offer | undefined, frame: Frame): AskSum | null {
  const parts = YEARLY.map(component => ({
    component,
    asked: askedFor(asks, component, frame),
    table: offer === undefined ? null : inHome(yearly(offer, component), frame),
  }));
  if (!parts.some(({asked}) => asked !== null)) return null;
  const named = parts.flatMap(({component, asked, table}) => {
    const figure = asked ?? table;
    return figure === null ? [] : [{name: component, figure}];
  });
  const band = bandIn(frame, 'total');
  const table = offer === undefined ? null : inHome(yearlyTotal(offer), frame);
  return {
    // Beside the asks the sum tells each of its parts.
    about: named.flatMap(({name}) => subjectOf(name) ?? []),
    asked: added(named),
    parts: named.map(({name}) =>
      isTop(asks, name, frame) ? `${componentName(name)} at its most` : componentName(name),
    ),
    table,
    tableParts: parts.filter(part => part.table !== null).map(({component}) => componentName(component)),
    band: band === undefined ? null : (rangeIn(band, frame.home) ?? null),
    bandParts: YEARLY.filter(component => counts(frame, component)).map(componentName),
    without: parts
      .filter(({component, asked, table: now}) => asked === null && now === null && counts(frame, component))
      .map(({component}) => componentName(component)),
    besides: asks
      .filter(({amount, met}) => !met && isKnown(amount) && amount.quantity.unit['year'] === undefined)
      .map(({text}) => text),
  };
}

/** Whether a part is asked for as its whole band, and so counts with the most of it. */
function isTop(asks: readonly Ask[], component: Ask['component'], frame: Frame): boolean {
  const asked = askedFor(asks, component, frame);
  const range = asks.find(ask => ask.component === component)?.text.prose.find(isRange);
  return asked !== null && range !== undefined && isFigure(range) && highOf(range) === valueOf(asked);
}

function isRange(part: Part): boolean {
  return isFigure(part) && highOf(part) > valueOf(part);
}

/** The most that is asked for of one part by the year; null where it is met, or nothing is asked. */
function askedFor(asks: readonly Ask[], component: Ask['component'], frame: Frame): Known | null {
  const sums = asks
    .filter(ask => ask.component === component && !ask.met)
    .map(({amount}) => amount)
    .filter(isKnown)
    .filter(amount => amount.quantity.unit['year'] === -1 && currencyIn(amount) === frame.home);
  const [most] = [...sums].sort((a, b) => valueOf(b) - valueOf(a));
  return most === undefined ? null : styled(most, 'money');
}

function inHome(figure: Known | null, {home}: Frame): Known | null {
  return figure === null || currencyIn(figure) !== home ? null : figure;
}

function counts({guide, region}: Frame, component: Ask['component']): boolean {
  return guide.bands.some(band => band.region === region && band.component === component);
}
