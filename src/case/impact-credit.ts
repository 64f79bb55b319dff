import {near} from '../base/index.ts';
import {count, type Finding, finding, say} from '../figure/index.ts';
import {type CreditPlan, MOST_CONTRIBUTORS, NOBODY} from '../impact/index.ts';
import type {RecordPlan} from '../record/index.ts';
import type {Path, Yaml} from '../files/index.ts';
import type {ImpactFile} from './impact-schema.ts';

type CreditFile = NonNullable<ImpactFile['credit']>;
type ContributorFile = NonNullable<CreditFile['contributors']>[number];

/** How what was protected is shared. `credit` has seen to it that one of the two is there. */
export function creditOf({share, source, contributors}: CreditFile): CreditPlan {
  return contributors == null
    ? {share: share as number, source: source as string}
    : {contributors: contributors.map(({you, ...one}) => ({...one, you: you ?? false}))};
}

/** What is wrong with who gets the credit: whom it names, and what is in their care. */
export function credit(
  {credit: said, baselines}: Partial<Pick<ImpactFile, 'credit' | 'baselines'>>,
  yaml: Yaml,
  {systems}: RecordPlan,
): Finding[] {
  if (said == null) return [];
  const {share, source, contributors} = said;
  const span = yaml.keySpan(['credit']);
  const hint = 'write share: 0.25 with its source, or contributors: with who looked after which systems';
  if (share == null && contributors == null)
    return [finding('missing-key', 'error', 'credit says neither share nor contributors', {span, hint})];
  if (share != null && contributors != null)
    return [finding('unknown-key', 'error', 'credit says both share and contributors', {span, hint})];
  if (contributors == null)
    return source == null
      ? [
          finding('missing-key', 'error', 'source is missing', {
            span,
            hint: 'add source: who says that the share is this',
          }),
        ]
      : [];
  const controls = new Set((baselines ?? []).flatMap(one => one.systems ?? []));
  const own = systems.filter(({id}) => !controls.has(id));
  const ids = own.map(({id}) => id);
  return [
    ...(source == null
      ? []
      : [
          finding('unknown-key', 'error', 'source says nothing to contributors', {
            span: yaml.keySpan(['credit', 'source']),
            hint: 'each of them has a source of its own',
          }),
        ]),
    ...yourself(contributors, yaml),
    ...names(contributors, yaml),
    ...contributors.flatMap((one, at) =>
      one.systems.flatMap((system, index) =>
        cared(system, ids, controls, ['credit', 'contributors', at, 'systems', index], yaml),
      ),
    ),
    ...withoutRoom(contributors, own, yaml),
  ];
}

function yourself(contributors: readonly ContributorFile[], yaml: Yaml): Finding[] {
  const you = contributors.flatMap((one, at) => (one.you === true ? [at] : []));
  if (you.length === 1) return [];
  const [, second] = you;
  return second === undefined
    ? [
        finding('missing-key', 'error', 'none of the contributors is you', {
          span: yaml.keySpan(['credit', 'contributors']),
          hint: 'add you: true to the one who is',
        }),
      ]
    : [
        finding('repeated-id', 'error', 'two of the contributors are you', {
          span: yaml.keySpan(['credit', 'contributors', second, 'you']),
          hint: 'take you: true from the others',
        }),
      ];
}

function names(contributors: readonly ContributorFile[], yaml: Yaml): Finding[] {
  return contributors.flatMap(({name}, at) => {
    const span = yaml.valueSpan(['credit', 'contributors', at, 'name']);
    if (name === NOBODY)
      return [
        finding('repeated-id', 'error', say`${NOBODY} is who has what is in no care`, {
          span,
          hint: 'leave those systems out: they go there by themselves',
        }),
      ];
    return contributors.findIndex(one => one.name === name) < at
      ? [
          finding('repeated-id', 'error', say`${name} is named twice`, {
            span,
            hint: 'put all their systems into one entry',
          }),
        ]
      : [];
  });
}

function cared(
  system: string,
  ids: readonly string[],
  controls: ReadonlySet<string>,
  path: Path,
  yaml: Yaml,
): Finding[] {
  if (ids.includes(system)) return [];
  const span = yaml.valueSpan(path);
  if (controls.has(system))
    return [
      finding(
        'unknown-word',
        'error',
        say`${system} is a control: what it costs is not counted, so there is no credit for it`,
        {
          span,
          hint: 'name systems that the figures are of',
        },
      ),
    ];
  const meant = near(system, ids);
  const hint = meant === undefined ? say`the systems are ${ids.join(', ')}` : say`did you mean ${meant}?`;
  return [finding('unknown-word', 'error', say`${system} is not a system of record.yaml`, {span, hint})];
}

/** Nobody takes a seat too, where systems that pods hang on are left over. */
function withoutRoom(
  contributors: readonly ContributorFile[],
  own: RecordPlan['systems'],
  yaml: Yaml,
): Finding[] {
  const taken = new Set(contributors.flatMap(one => one.systems));
  const left = own.filter(({id, pods}) => !taken.has(id) && Object.keys(pods).length > 0);
  if (contributors.length < MOST_CONTRIBUTORS || left.length === 0) return [];
  return [
    finding(
      'out-of-range',
      'error',
      say`with ${left.map(({id}) => id).join(', ')} in nobody's care there are more than ${count(MOST_CONTRIBUTORS)}`,
      {
        span: yaml.keySpan(['credit', 'contributors']),
        hint: 'give these systems to somebody, or put two contributors together',
      },
    ),
  ];
}
