import {type Names, normalizedName} from '../names.ts';
import {roleIn} from '../role.ts';

/** The family of titles that no field of roles.json covers. */
const OTHER_FAMILY = 'other';

/**
 * The field of roles.json that a job title belongs to. Titles of disclosures carry codes and grades that guides do not
 * ("DevOps Engineer - 1615.2", "SOFTWARE DEVELOPER 3"): where the whole title is in no list, its words are tried
 * without figures, and then the part before the first comma, dash or bracket.
 */
export function familyOf(names: Names, title: string): string {
  const bare = title.replace(/\b\p{L}{0,3}\d[\d.]*\b/gu, ' ');
  for (const attempt of [title, bare, bare.split(/,|\s[-–—]\s?|\(|\//)[0] ?? '']) {
    const role = roleIn(names, attempt.trim());
    if (role.known) return role.field;
  }
  return OTHER_FAMILY;
}

/** The field that somebody asks for: `devops` and "DevOps Engineer" are one. Undefined where it is in no list. */
export function familyAsked(names: Names, role: string): string | undefined {
  const found = familyOf(names, role);
  return found === OTHER_FAMILY && normalizedName(role) !== OTHER_FAMILY ? undefined : found;
}
