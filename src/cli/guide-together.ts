import {dirname} from 'node:path';
import {asText, type Finding} from '../figure/index.ts';
import {type AuditRule, guideJson} from '../guide/index.ts';

/**
 * The last line of `--json`: what only several guides together show, which nobody knows before the last of them is read.
 * It has the shape of every other line, for those who take them all alike, with the folder of all `files` for its path;
 * and `kind`, which tells it apart. Its findings name their files.
 */
export function togetherJson(findings: readonly Finding<AuditRule>[], files: readonly string[]): string {
  const {findings: none, ...blank} = guideJson({guide: null, findings: []}, folderOf(files));
  return JSON.stringify({...blank, kind: 'together', findings: [...none, ...findings]}, asText);
}

/** The deepest folder that holds all of `files`. */
function folderOf(files: readonly string[]): string {
  const [first = [], ...others] = files.map(file => dirname(file).split(/[\\/]/));
  const apart = first.findIndex((part, at) => others.some(other => other[at] !== part));
  const common = apart < 0 ? first : first.slice(0, apart);
  return common.join('/') || '.';
}
