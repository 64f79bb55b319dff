import {countOf, showCount} from '../../base/index.ts';
import {loadCase} from '../../case/index.ts';
import {graphOf, type Head, columnHead, type LevelGraph, type Names, roleKey} from '../../market/index.ts';
import type {Situation} from '../../strategy/index.ts';
import {isAbsent} from '../../files/index.ts';
import {gather, type GuideMemory, type Shelved} from '../guides/index.ts';
import type {Answer, World} from '../world.ts';

/** Where the guides of a market are. */
export interface ShelfInput {
  /** Folders of guides, or guides; ./guides where it is null. */
  readonly folders: readonly string[] | null;
  readonly memory: GuideMemory | null;
  /** The case whose guides and offers count too. */
  readonly case: string | null;
}

/** A guide by its title; the rest is opened when it is needed. */
export type Titled = Head & {readonly title: string; readonly guide: Pick<Shelved, 'open'>};

export interface Shelf {
  readonly guides: readonly Titled[];
  readonly situation: Situation | null;
}

/** Every guide there is in some folders and in a case; no report where there is none. */
export async function openShelf(names: Names, input: ShelfInput, world: World): Promise<Answer<Shelf>> {
  const opened = input.case === null ? null : loadCase(input.case, {today: world.today});
  const situation = opened?.situation ?? null;
  const ofCase = opened?.findings ?? [];
  if (opened !== null && situation === null) return {report: null, findings: ofCase};
  const folders = input.folders ?? ['guides'];
  const absent = folders.find(isAbsent);
  if (absent !== undefined) {
    const why =
      input.folders === null
        ? 'no guides: name a folder of guides, set PARLEY_GUIDES to one, or put them into ./guides'
        : `there is no folder ${absent}: check the name`;
    return {report: null, findings: ofCase, notices: [why]};
  }
  const {guides: gathered, files, read, strangers, findings} = await gather(folders, input.memory, world);
  const guides = withCase(names, gathered, situation);
  const where = folders.join(', ');
  const told =
    guides.length > 0
      ? `${countOf(guides.length, 'guide')} of ${countOf(files, 'file')}, ${read === 0 ? 'all as remembered' : `${showCount(read)} read now`}`
      : files === 0
        ? `no Markdown file in ${where}`
        : `no guide in ${where}, of ${countOf(files, 'file')}`;
  return {
    report: guides.length === 0 ? null : {guides, situation},
    findings: [...ofCase, ...findings],
    notices: [...strangers.map(file => `${file} is no guide`), told],
    isPartial: findings.length + strangers.length > 0,
  };
}

/** The answer to a question that names what is not there, after what else there was to say. */
export function misaskedAfter({notices = [], ...told}: Omit<Answer<unknown>, 'report'>) {
  return (why: string): Answer<never> => ({
    ...told,
    report: null,
    notices: [...notices, why],
    isMisasked: true,
  });
}

/** Every guide with its title read; the case's own among them, where no folder has one on the same company and role. */
function withCase(
  names: Names,
  gathered: readonly Shelved[],
  situation: Situation | null,
): readonly Titled[] {
  const heads = new Map<string, Head>();
  const titled = gathered.map((guide): Titled => {
    const key = `${guide.role}\n${guide.company}`;
    const head = heads.get(key) ?? columnHead(names, guide);
    heads.set(key, head);
    return {...head, title: guide.role, guide};
  });
  const there = new Set([...heads.values()].map(keyOf));
  const own = (situation?.readings ?? []).flatMap(({guide}): Titled[] => {
    if (guide === null) return [];
    const head = columnHead(names, {role: guide.role.value, company: guide.company.value});
    return there.has(keyOf(head)) ? [] : [{...head, title: guide.role.value, guide: {open: () => guide}}];
  });
  return [...titled, ...own];
}

function keyOf({company, role}: Head): string {
  return `${company.id}:${roleKey(role)}`;
}

/** The level graph of all guides, made when it is first asked for. */
export function wholeGraph(names: Names, guides: readonly Titled[]): () => LevelGraph {
  let whole: LevelGraph | undefined;
  return () =>
    (whole ??= graphOf(
      names,
      guides.map(({guide}) => guide.open()),
    ));
}
