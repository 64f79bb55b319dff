import {closestSpelling} from '../../base/index.ts';
import {
  companyIn,
  type Head,
  idOf,
  isBegun,
  type LevelGraph,
  type Listing,
  type Named,
  type Names,
  nameOf,
  normalizedName,
  placesIn,
  type Role,
  readLevel,
  roleIn,
} from '../../market/index.ts';

/** A name found, or a line that says what there is instead. */
export type Found<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly why: string};

/** All of them, or why the first that is none is none. */
export function all<T>(found: readonly Found<T>[]): Found<readonly T[]> {
  const lost = found.find(one => !one.ok);
  if (lost !== undefined && !lost.ok) return lost;
  return {ok: true, value: found.flatMap(one => (one.ok ? [one.value] : []))};
}

/** A guide's title as written and as read. */
type Titled = Head & {readonly title: string};

/** The role that somebody asks for, where some guide is on it. */
export function roleNamed(names: Names, guides: readonly Titled[], text: string): Found<Role> {
  const role = roleIn(names, text);
  if (guides.some(one => one.role.rank === role.rank && one.role.field === role.field))
    return {ok: true, value: role};
  const same = guides.filter(one => one.role.field === role.field).map(({title}) => title);
  if (same.length > 0)
    return {ok: false, why: `no guide is on “${text}” itself; there is ${listed([...new Set(same)])}`};
  const fields = new Set(guides.flatMap(one => (one.role.rank === '' ? [one.role.field] : [])));
  const known = [...names.fields.values()].flatMap(({id}) => (fields.has(id) ? [id] : []));
  return unknown('role', text, spelledAs([...new Set([...known, ...guides.map(({title}) => title)])]));
}

/** The company that somebody asks for, where a guide or, failing that, a level map names it. */
export function companyNamed(
  names: Names,
  guides: readonly Titled[],
  text: string,
  graph: () => LevelGraph,
): Found<Named> {
  const read = companyIn(names, text.trim());
  const company = (read.rest === '' ? read.companies[0] : undefined) ?? {id: idOf(text), name: text};
  const found = guides.find(guide => guide.company.id === company.id);
  if (found !== undefined) return {ok: true, value: found.company};
  const mapped = [...graph().nodes.values()].map(node => node.company);
  const there = mapped.find(one => one.id === company.id);
  if (there !== undefined) return {ok: true, value: there};
  const begun = new Map(
    guides.flatMap(guide => (isBegun(guide.company.name, text) ? [[guide.company.id, guide.company]] : [])),
  );
  const [only] = begun.values();
  if (only !== undefined && begun.size === 1) return {ok: true, value: only};
  const known = new Map([...guides.map(guide => guide.company), ...mapped].map(one => [one.id, one.name]));
  const spelled = [...names.companies].flatMap(([spelling, companies]) =>
    companies.flatMap(({id}) => (known.has(id) ? [[spelling, known.get(id) ?? id] as const] : [])),
  );
  return unknown('company', text, new Map([...spelledAs([...known.values()]), ...spelled]));
}

/** The place that somebody asks for, where some guide's table has it. */
export function placeNamed(names: Names, guides: readonly Listing[], text: string): Found<Named> {
  const regions = new Set(guides.flatMap(guide => guide.bands.map(band => band.region)));
  const there = new Map(
    [...regions].flatMap(region => placesIn(names, region).map(place => [place.id, place])),
  );
  const wanted = placesIn(names, text)
    .map(place => there.get(place.id))
    .find(place => place !== undefined);
  if (wanted !== undefined) return {ok: true, value: wanted};
  return unknown('region', text, spelledAs([...there.values()].map(({name}) => name)));
}

/** A level of a company: "DevOps Engineer at Millennium", or "L4" where `company` is known. */
export function levelNamed(
  names: Names,
  guides: readonly Titled[],
  text: string,
  company: Named | null,
  graph: () => LevelGraph,
): Found<string> {
  const at = /^(.+?)\s+(?:at|@)\s+(.+)$/.exec(text);
  const found = at === null ? null : companyNamed(names, guides, at[2] ?? '', graph);
  if (found !== null && !found.ok) return found;
  const where = found?.value ?? company;
  if (where === null)
    return {ok: false, why: `which company’s level is “${text}”? write it as: --level "${text} at Google"`};
  const title = at?.[1] ?? text;
  const [level] = readLevel(names, title).levels;
  const id = `${where.id}:${level?.key ?? ''}`;
  if (graph().nodes.has(id)) return {ok: true, value: id};
  const levels = [...graph().nodes.values()].filter(node => node.company.id === where.id).map(nameOf);
  if (levels.length === 0)
    return {ok: false, why: `no level map of any guide names a level of ${where.name}`};
  return unknown('level', `${where.name} ${title}`, spelledAs(levels));
}

/** Names beyond these say no more than the first. */
const MOST_LISTED = 12;

/** Names by their plain spelling. */
function spelledAs(shown: readonly string[]): ReadonlyMap<string, string> {
  return new Map(shown.map(name => [normalizedName(name), name]));
}

/** The first names, and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : '';
  return `${names.slice(0, MOST_LISTED).join(', ')}${more}`;
}

/** Says what there is instead: the name that `text` is nearest to, by any of its spellings, or the first names. */
function unknown(kind: string, text: string, there: ReadonlyMap<string, string>): {ok: false; why: string} {
  const spellings = [...there.keys()];
  const typed = normalizedName(text);
  const close =
    typed === ''
      ? undefined
      : (closestSpelling(typed, spellings) ?? spellings.find(one => one.includes(typed)));
  const shown = [...new Set(there.values())];
  const hint =
    close === undefined ? `there is ${listed(shown)}` : `did you mean ${there.get(close) ?? close}?`;
  return {
    ok: false,
    why:
      shown.length === 0 ? `no ${kind} is named in the guides` : `no ${kind} reads like “${text}”; ${hint}`,
  };
}
