import {MOST_CONTRIBUTORS, NOBODY} from '../impact/index.ts';
import type {RecordSpec} from '../record/index.ts';
import type {ImpactFile, SoundImpact} from './impact-schema.ts';
import {atKey, atValue, nearHint, type Problems} from './problem.ts';

type Contributors = NonNullable<NonNullable<ImpactFile['credit']>['contributors']>;

const PATH = ['credit', 'contributors'] as const;

/** What is wrong with who gets the credit: whom it names, and what is in their care. */
export function* credit({credit: stated, baselines = []}: SoundImpact, {systems}: RecordSpec): Problems {
  if (stated == null) return;
  const {share, source, contributors} = stated;
  const hint = 'write share: 0.25 with its source, or contributors: with who looked after which systems';
  if (share === null && contributors === null)
    return yield atKey(['credit'], 'missing-key', 'credit says neither share nor contributors', hint);
  if (share !== null && contributors !== null)
    return yield atKey(['credit'], 'unknown-key', 'credit says both share and contributors', hint);
  if (contributors === null) {
    if (source === null)
      yield atKey(
        ['credit'],
        'missing-key',
        'source is missing',
        'add source: who says that the share is this',
      );
    return;
  }
  if (source !== null)
    yield atKey(
      ['credit', 'source'],
      'unknown-key',
      'source says nothing to contributors',
      'each of them has a source of its own',
    );
  yield* yourself(contributors);
  yield* names(contributors);
  const controls = new Set(baselines.flatMap(one => one.systems ?? []));
  const own = systems.filter(({id}) => !controls.has(id));
  yield* cared(
    contributors,
    own.map(({id}) => id),
    controls,
  );
  yield* withoutRoom(contributors, own);
}

function* yourself(contributors: Contributors): Problems {
  const [first, second] = contributors.flatMap((one, at) => (one.you ? [at] : []));
  if (first === undefined)
    yield atKey(PATH, 'missing-key', 'none of the contributors is you', 'add you: true to the one who is');
  if (second !== undefined)
    yield atKey(
      [...PATH, second, 'you'],
      'repeated-id',
      'two of the contributors are you',
      'take you: true from the others',
    );
}

function* names(contributors: Contributors): Problems {
  const all = contributors.map(({name}) => name);
  for (const [at, name] of all.entries()) {
    const wrong = (message: string, hint: string) =>
      atValue([...PATH, at, 'name'], 'repeated-id', message, hint);
    if (name === NOBODY)
      yield wrong(
        `${NOBODY} is who has what is in no care`,
        'leave those systems out: they go there by themselves',
      );
    else if (all.indexOf(name) < at)
      yield wrong(`${name} is named twice`, 'put all their systems into one entry');
  }
}

function* cared(contributors: Contributors, ids: readonly string[], controls: ReadonlySet<string>): Problems {
  for (const [at, one] of contributors.entries())
    for (const [index, system] of one.systems.entries()) {
      if (ids.includes(system)) continue;
      const wrong = (message: string, hint: string) =>
        atValue([...PATH, at, 'systems', index], 'unknown-word', message, hint);
      yield controls.has(system)
        ? wrong(
            `${system} is a control: what it costs is not counted, so there is no credit for it`,
            'name systems that the figures are of',
          )
        : wrong(
            `${system} is not a system of record.yaml`,
            nearHint(system, ids, `the systems are ${ids.join(', ')}`),
          );
    }
}

/** Nobody takes a seat too, where systems that pods hang on are left over. */
function* withoutRoom(contributors: Contributors, own: RecordSpec['systems']): Problems {
  const taken = new Set(contributors.flatMap(one => one.systems));
  const left = own.filter(({id, pods}) => !taken.has(id) && Object.keys(pods).length > 0);
  if (contributors.length < MOST_CONTRIBUTORS || left.length === 0) return;
  yield atKey(
    PATH,
    'out-of-range',
    `with ${left.map(({id}) => id).join(', ')} in nobody's care there are more than ${MOST_CONTRIBUTORS}`,
    'give these systems to somebody, or put two contributors together',
  );
}
