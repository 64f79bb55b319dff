import {type Currency, type Evidence, quantity, type Span} from '../base/index.ts';
import {type AsNumber, asNumber, type Known, read, type ReadFigure, subjectOf} from '../figure/index.ts';
import type {Band} from '../guide/index.ts';
import type {Amounts, Exchange, Exchanged} from './exchange.ts';
import type {TableBand} from './table.ts';

/** A place in the file that is named beside it. */
export type Where = Pick<Span, 'line' | 'column' | 'from' | 'to'>;

/** What every band of the market stands on: its place says which guide. */
export const GUIDES: Evidence = {tier: 'guide', source: 'the pay tables of the guides'};

interface Common extends Pick<Band, 'level' | 'region' | 'component' | 'currency' | 'basis' | 'note'> {
  readonly company: string;
  /** The role as the guide's title has it. */
  readonly role: string;
  readonly family: string;
  readonly rank: string;
  /** The places that the region names: more than one where the guide gives them one band. */
  readonly city: readonly string[];
  readonly alt: Amounts | null;
  readonly path: string;
  readonly span: Where;
}

interface Percents {
  readonly low: AsNumber;
  readonly high: AsNumber | null;
}

/** A band where its guide has it, and as it is shown: in the currency of the report. A percentage is of no currency. */
export type MarketBand = Common &
  (
    | ({readonly unit: 'money'; readonly shown: Exchanged} & Pick<Amounts, 'low' | 'high'>)
    | ({
        readonly unit: 'percent';
        readonly shown: Percents & {readonly currency: Currency; readonly rate: null};
      } & Percents)
  );

export type MoneyBand = Extract<MarketBand, {unit: 'money'}>;

export function isMoney(band: MarketBand): band is MoneyBand {
  return band.unit === 'money';
}

/** A row of the table as figures that know where they stand. */
export function marketBand(row: TableBand, exchange: Exchange): MarketBand {
  const {company, role, field, rank, level, region, places, component, currency, basis, alt, note, path} =
    row;
  const city = places.map(({name}) => name);
  const head = {company: company.name, role, family: field, rank, level, region, city, component, currency};
  const {unit} = row;
  const common = {
    basis,
    alt: alt === null ? null : {...endsOf(alt, end => sumOf(end, alt.currency, row)), currency: alt.currency},
    note,
  };
  const place = {path, span: where(row.span)};
  if (unit === 'percent') {
    const ends = endsOf(row, value => asNumber(shareOf(value, row), 100));
    return {...head, ...ends, unit, ...common, shown: {...ends, currency, rate: null}, ...place};
  }
  const ends = endsOf(row, value => sumOf(value, currency, row));
  return {...head, ...ends, unit, ...common, shown: exchange.of({...ends, currency}), ...place};
}

function endsOf<T>(
  {low, high}: {readonly low: number; readonly high: number | null},
  of: (value: number) => T,
): {readonly low: T; readonly high: T | null} {
  return {low: of(low), high: high === null ? null : of(high)};
}

/** What a grant over four years comes to, or is paid once, is no sum by the year. */
function sumOf(value: number, currency: Currency, {basis, component, span}: TableBand): ReadFigure {
  const per = basis === 'annual' ? `${currency}/year` : currency;
  const style = {as: 'short', digits: 3} as const;
  return read(quantity(value, per), span, GUIDES, {subject: subjectOf(component), style});
}

function shareOf(percent: number, {component, span}: TableBand): Known {
  const more = {subject: subjectOf(component), style: {as: 'share', digits: 12}} as const;
  return read(quantity(Number(`${percent}e-2`)), span, GUIDES, more);
}

export function where({line, column, from, to}: Span): Where {
  return {line, column, from, to};
}
