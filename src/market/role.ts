import {type Names, normalizedName} from './names.ts';

/** A role or a title: "Senior SRE" has the rank `senior` and the field `devops`. Both may be empty. */
export interface Role {
  /** Words of rank, in a fixed order: `senior`, `associate vp`. */
  readonly rank: string;
  /** A field of roles.json, or the words that are left. */
  readonly field: string;
  /** Whether the field is in roles.json. */
  readonly known: boolean;
}

/**
 * Reads a role's or a level's title. "Associate / VP DevOps Engineer" spans two ranks: it is of neither, and keeps its
 * words.
 */
export function roleIn(names: Names, title: string): Role {
  const whole = names.fields.get(normalizedName(title));
  if (whole !== undefined) return {rank: '', field: whole.id, known: true};
  const bare = title.replace(/\([^()]*\)?/g, ' ');
  const parts = bare
    .split(/\s*\/\s*|\s*[–—]\s*|(?<=\b[IV]+)-(?=[IV]+\b)|(?<=[a-z])-(?=[A-Z])/)
    .map(part => parted(names, part));
  const ranks = new Set(parts.map(part => part.rank).filter(rank => rank !== ''));
  const {rank, field} = parted(names, bare);
  if (
    ranks.size > 1 ||
    (ranks.size === 1 && parts.length > 1 && parts[0]?.rank === '' && parts[0].field !== '')
  )
    return {rank: '', field: normalizedName(bare), known: false};
  const known = names.fields.get(field);
  return {rank, field: known?.id ?? field, known: known !== undefined};
}

/** `senior devops`: the rank and the field as one key. */
export function roleKey({rank, field}: Pick<Role, 'rank' | 'field'>): string {
  return [rank, field].filter(part => part !== '').join(' ');
}

/** Words of rank and the words that are left. Two words ("vice president") are looked up before one. */
function parted(names: Names, text: string): {rank: string; field: string} {
  const words = normalizedName(text)
    .split(' ')
    .filter(word => word !== '');
  const ranks: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = [3, 2, 1].find(one => names.ranks.has(words.slice(at, at + one).join(' ')));
    if (size === undefined) left.push(words[at] ?? '');
    else ranks.push(names.ranks.get(words.slice(at, at + size).join(' ')) ?? '');
    at += size ?? 1;
  }
  return {rank: [...new Set(ranks)].sort().join(' '), field: left.join(' ')};
}
