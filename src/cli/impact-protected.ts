import {dayIn} from '../intake/index.ts';
import {type Line, margin, run, table, wrap} from '../page/index.ts';
import type {BaselineImpact, MoneyImpact} from '../impact/index.ts';
import {moneyOf} from './impact-figures.ts';
import {percent, uptime} from './record-figures.ts';

/** What was protected, baseline by baseline, with the short way to the same figure beneath. */
export function protectedLines(
  {baselines, currency}: MoneyImpact,
  zone: string,
  width: number,
): readonly Line[] {
  if (baselines.length === 0) return [];
  const money = moneyOf(currency);
  // Shares that were worked out have a table of their own.
  const credited = baselines.some(one => one.credited !== null && one.shared === null);
  const columns = [
    {head: 'against'},
    ...['uptime', 'would have lost', 'protected', '95%', 'a year', ...(credited ? ['your share'] : [])].map(
      head => ({head, right: true}),
    ),
  ];
  const rows = baselines.map(one => {
    const {counterfactual, protected: shielded, perYear} = one;
    return [
      named(one, zone),
      uptime(one.uptime),
      money(counterfactual),
      money(shielded.mid),
      `${money(shielded.low)} to ${money(shielded.high)}`,
      money(perYear),
      ...(credited ? [one.credited === null ? '' : money(one.credited)] : []),
    ].map(text => [run(text, shielded.mid < 0 ? 'fail' : 'plain')]);
  });
  return [
    ...table(columns, rows, width),
    ...baselines.flatMap(one => wrap([run(identityWords(one, money, zone), 'muted')], width, margin('  '))),
  ];
}

/** What a baseline is called in a table; its day is one of the zone. */
export function named({baseline}: BaselineImpact, zone: string): string {
  switch (baseline.kind) {
    case 'own':
      return `before ${dayIn(baseline.until, zone)}`;
    case 'control':
      return `control: ${baseline.systems.join(', ')}`;
    case 'target':
    case 'reference':
      return `${baseline.kind} ${percent(baseline.uptime)} (${baseline.source})`;
  }
}

function identityWords(one: BaselineImpact, money: (of: number) => string, zone: string): string {
  const {identity} = one;
  const points = `${identity.difference < 0 ? '−' : ''}${Number(Math.abs(100 * identity.difference).toPrecision(4))}%`;
  const check = `${named(one, zone)}: ${money(identity.atRisk)} at risk x ${points} of uptime is ${money(identity.product)}`;
  return identity.agrees
    ? `${check}, which is the same.`
    : `${check}; short sessions, weights and the time of day make it ${money(one.protected.mid)}.`;
}
