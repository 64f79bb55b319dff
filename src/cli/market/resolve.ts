import {near} from '../../case/index.ts';
import {
  companyIn,
  headOf,
  type LevelGraph,
  type Listing,
  type Named,
  type Names,
  nameOf,
  placesIn,
  plain,
  readLevel,
  type Role,
  roleIn,
} from '../../market/index.ts';

/** A name found, or a line that says what there is instead. */
export type Found<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly why: string};

/** The role that somebody asks for, where some guide is on it. */
export function roleNamed(names: Names, guides: readonly Listing[], text: string): Found<Role> {
  const role = roleIn(names, text);
  const roles = guides.map(guide => ({title: guide.role.value, role: headOf(names, guide).role}));
  if (roles.some(one => one.role.rank === role.rank && one.role.field === role.field))
    return {ok: true, value: role};
  const fields = [...new Set([...names.fields.values()].map(field => field.id))];
  const titles = [...new Set(roles.map(({title}) => title))];
  return unknown('role', text, [...fields, ...titles]);
}

/** The company that somebody asks for, where a guide or a level map names it. */
export function companyNamed(
  names: Names,
  guides: readonly Listing[],
  text: string,
  graph?: () => LevelGraph,
): Found<Named> {
  const spelled = companyIn(names, text);
  const asId = names.companies.get(plain(text.replaceAll('-', ' ')))?.[0];
  const company = asId ??
    (spelled.rest === '' ? spelled.companies[0] : undefined) ?? {id: text.toLowerCase(), name: text};
  const guided = new Map(
    guides.map(guide => [headOf(names, guide).company.id, headOf(names, guide).company]),
  );
  const found = guided.get(company.id);
  if (found !== undefined) return {ok: true, value: found};
  const nodes = graph === undefined ? [] : [...graph().nodes.values()].map(node => node.company);
  const mapped = nodes.find(one => one.id === company.id);
  if (mapped !== undefined) return {ok: true, value: mapped};
  const there = graph === undefined ? [...guided.values()] : [...guided.values(), ...nodes];
  return unknown('company', text, [...new Set(there.flatMap(({id, name}) => [name, id]))]);
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
  return unknown(
    'region',
    text,
    [...there.values()].map(({name}) => name),
  );
}

/** A level of a company: "DevOps Engineer at Millennium", or "L4" where `company` is known. */
export function levelNamed(
  names: Names,
  guides: readonly Listing[],
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
  return unknown('level', `${where.name} ${title}`, levels);
}

/** Names beyond these say no more than the first. */
const MOST_LISTED = 12;

function unknown(kind: string, text: string, there: readonly string[]): {ok: false; why: string} {
  const close = near(text, there) ?? there.find(name => plain(name).includes(plain(text)));
  const hint =
    close === undefined
      ? `there is ${there.slice(0, MOST_LISTED).join(', ')}${there.length > MOST_LISTED ? ` and ${there.length - MOST_LISTED} more` : ''}`
      : `did you mean ${close}?`;
  return {
    ok: false,
    why:
      there.length === 0 ? `no ${kind} is named in the guides` : `no ${kind} reads like “${text}”; ${hint}`,
  };
}
