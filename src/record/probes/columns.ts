import {EPOCH_UNITS, type EpochUnit, readInstant, type TimeRule} from '../../intake/index.ts';
import type {ProbeSource} from '../plan.ts';

/** The columns of a table of samples. */
export interface ProbeColumns {
  /** Null where record.yaml says the system of all rows. */
  readonly system: string | null;
  readonly at: string;
  readonly ok: string;
}

export function probeColumns({source}: ProbeSource): ProbeColumns {
  const {columns, system, systemField} = source;
  return {
    system: system === null ? (columns['system'] ?? systemField ?? 'system') : null,
    at: columns['at'] ?? 'at',
    ok: columns['ok'] ?? 'ok',
  };
}

/** How SQL makes a sample's hour and minute of its time. */
export interface TimeInSql {
  readonly hour: string;
  readonly bit: string;
}

/** How many of a unit make a minute. */
const A_MINUTE: Readonly<Record<EpochUnit, bigint>> = {
  s: 60n,
  ms: 60_000n,
  us: 60_000_000n,
  ns: 60_000_000_000n,
};

/**
 * The hour and the bit of the minute for a Parquet column of this type, where its values name instants without a doubt;
 * null where each value has to be read by itself. `bounds` are its least and its greatest value, as DuckDB writes them.
 */
export function timeInSql(
  column: string,
  type: string,
  rule: TimeRule,
  bounds: readonly string[],
): TimeInSql | null {
  const name = sqlName(column);
  const whole = (minutes: string): TimeInSql => ({
    hour: `CAST(floor(${minutes} / 60) AS BIGINT)`,
    // Before 1970 a remainder would be negative, and no bit has that place.
    bit: `1::BIGINT << ((${minutes} % 60 + 60) % 60)`,
  });
  if (type === 'TIMESTAMP WITH TIME ZONE') return whole(`(epoch_us(${name}) // 60000000)`);
  if (/^TIMESTAMP(?:_S|_MS|_NS)?$/.test(type)) {
    // A clock on a wall has hours that come twice; those of UTC do not.
    if (rule.zone !== 'UTC') return null;
    // DuckDB works out these functions once for each value of a Parquet dictionary, and divisions for every row.
    const plain = type === 'TIMESTAMP' ? name : `${name}::TIMESTAMP`;
    const hour = `datediff('hour', TIMESTAMP '1970-01-01', ${plain})`;
    return {hour, bit: `1::BIGINT << minute(${plain})`};
  }
  if (!/^U?(?:INTEGER|BIGINT)$/.test(type) || rule.format) return null;
  const unit = rule.unit ?? unitOf(bounds);
  return unit === null ? null : whole(`(${name} // ${A_MINUTE[unit]})`);
}

/** The unit in which both ends of a column are times of today's tools; null where there is none. */
function unitOf(bounds: readonly string[]): EpochUnit | null {
  const fits = (unit: EpochUnit) =>
    bounds.length > 0 &&
    bounds.every(text => {
      const told = readInstant(BigInt(text), {zone: null});
      const said = readInstant(BigInt(text), {zone: null, unit});
      return told.ok && said.ok && told.at === said.at;
    });
  return EPOCH_UNITS.find(fits) ?? null;
}

/** `"it""s"`: a name as SQL writes it. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
