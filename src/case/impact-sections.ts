import {near} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import type {CostsPlan, DeliveryPlan} from '../operations/index.ts';
import type {RecordPlan} from '../record/index.ts';
import type {Path, Yaml} from '../files/index.ts';
import type {ImpactFile} from './impact-schema.ts';

/** What `delivery` of impact.yaml asks, its day as an instant. */
export function deliveryOf(
  {sources, services, commits, causesRecorded, change}: NonNullable<ImpactFile['delivery']>,
  start: (day: string) => number,
): DeliveryPlan {
  const edge = change?.edge ?? null;
  return {
    sources: sources ?? [],
    services: services ?? [],
    commits: commits ?? 'last',
    causesRecorded: causesRecorded ?? false,
    change:
      change == null
        ? null
        : {
            day: change.day,
            at: start(change.day),
            services: change.services ?? [],
            control: change.control ?? [],
            source: change.source ?? null,
            edge:
              edge === null
                ? null
                : {
                    daily: {amount: edge.amount, currency: edge.currency},
                    halfLife: edge.halfLife,
                    changes: edge.changes,
                    source: edge.source,
                  },
          },
  };
}

/** What `costs` of impact.yaml asks. Without a day of its own it is about the change of delivery, on the same paper. */
export function costsOf(
  {scopes, control, day, settled, source}: NonNullable<ImpactFile['costs']>,
  delivery: ImpactFile['delivery'],
): CostsPlan {
  const change = day == null ? delivery?.change : null;
  return {
    scopes: scopes ?? [],
    control: control ?? [],
    day: day ?? change?.day ?? '',
    settled: settled ?? null,
    source: source ?? change?.source ?? null,
  };
}

/** A day that `costs` lacks or that is settled before it, and scopes that stand on both sides. */
function costs({costs: asked, delivery}: Partial<ImpactFile>, yaml: Yaml): Finding[] {
  if (asked == null) return [];
  const day = asked.day ?? delivery?.change?.day;
  const {settled} = asked;
  return [
    ...(day == null
      ? [
          finding('missing-key', 'error', 'costs says no day', {
            span: yaml.keySpan(['costs']),
            hint: 'add day: the first day of the change, or a change to delivery',
          }),
        ]
      : []),
    ...(day != null && settled != null && settled <= day
      ? [
          finding('date-order', 'error', say`settled ${settled} is not after day ${day}`, {
            span: yaml.valueSpan(['costs', 'settled']),
            hint: 'leave settled out where the change took no time',
          }),
        ]
      : []),
    ...(asked.control ?? []).flatMap((name, at) =>
      asked.scopes?.includes(name)
        ? [
            finding('unknown-word', 'error', say`${name} is both touched by the change and its control`, {
              span: yaml.valueSpan(['costs', 'control', at]),
              hint: 'a control is a scope that the change left alone',
            }),
          ]
        : [],
    ),
  ];
}

/** What `delivery` and `capacity` name and record.yaml does not have, and services that stand on both sides. */
export function sections(file: Partial<ImpactFile>, yaml: Yaml, record: RecordPlan): Finding[] {
  const {delivery, capacity} = file;
  const systems = record.systems.map(({id}) => id);
  const sources = record.sources.map(({source}) => source.name);
  const {services, control} = delivery?.change ?? {};
  return [
    ...(delivery?.sources ?? []).flatMap((name, at) =>
      known(name, sources, 'source', ['delivery', 'sources', at], yaml),
    ),
    ...(control ?? []).flatMap((name, at) => {
      const touched = services ?? delivery?.services ?? [];
      if (!touched.includes(name)) return [];
      const span = yaml.valueSpan(['delivery', 'change', 'control', at]);
      const hint = 'a control is a service that the change left alone';
      return [
        finding('unknown-word', 'error', say`${name} is both touched by the change and its control`, {
          span,
          hint,
        }),
      ];
    }),
    ...costs(file, yaml),
    ...(capacity == null ? [] : known(capacity.system, systems, 'system', ['capacity', 'system'], yaml)),
  ];
}

function known(
  name: string,
  names: readonly string[],
  what: 'system' | 'source',
  path: Path,
  yaml: Yaml,
): Finding[] {
  if (names.includes(name)) return [];
  const meant = near(name, names);
  const hint = meant === undefined ? say`the ${what}s are ${names.join(', ')}` : say`did you mean ${meant}?`;
  return [
    finding('unknown-word', 'error', say`${name} is not a ${what} of record.yaml`, {
      span: yaml.valueSpan(path),
      hint,
    }),
  ];
}
