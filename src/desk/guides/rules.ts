import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {closestSpelling, packageRoot} from '../../base/index.ts';
import type {Severity} from '../../figure/index.ts';
import {LIMITS, readText} from '../../files/index.ts';
import {type AuditRule, auditRules} from '../../guide/index.ts';

/** A rule of the audit with what there is to say of it. */
export interface ExplainedRule {
  readonly name: AuditRule;
  readonly severity: Severity;
  /** One line. */
  readonly says: string;
  /** What the finding means and how it is mended, in Markdown. */
  readonly help: string;
  /** Where that stands: an absolute URI, or null where the page is gone. */
  readonly page: string | null;
}

/** The rules of those names, and for every other word what to say to whoever typed it. */
export function rulesNamed(words: readonly string[]): {
  readonly rules: readonly AuditRule[];
  readonly problems: string[];
} {
  const names = auditRules.map(({name}) => name);
  const isRule = (word: string): word is AuditRule => names.some(name => name === word);
  return {
    rules: words.filter(isRule),
    problems: words
      .filter(word => !isRule(word))
      .map(word => {
        const meant =
          closestSpelling(word, names) ??
          names.find(name => word !== '' && name.includes(word.toLowerCase()));
        return meant === undefined
          ? `no rule is called "${word}"; the rules are ${names.join(', ')}`
          : `no rule is called "${word}", did you mean "${meant}"?`;
      }),
  };
}

/** Every rule with its section of docs/audit.md, which ships beside the code; with its one line where that is gone. */
export function explainedRules(): readonly ExplainedRule[] {
  const folder = join(packageRoot(), 'docs');
  const page = readText(folder, 'audit.md', LIMITS.guide);
  const sections = page.ok ? sectionsOf(page.value.text) : new Map<string, string>();
  return auditRules.map(({name, severity, says}) => ({
    name,
    severity,
    says,
    help: sections.get(name) ?? says,
    page: sections.has(name) ? `${pathToFileURL(join(folder, 'audit.md')).href}#${name}` : null,
  }));
}

function sectionsOf(page: string): ReadonlyMap<string, string> {
  // the counts behind the last rule are no part of it
  const sections = page.split(/^## |^# .*$/m).slice(2);
  return new Map(
    sections.map(section => {
      const end = section.indexOf('\n');
      return [section.slice(0, end).trim(), section.slice(end).trim()];
    }),
  );
}
