import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {packageRoot} from '../base/index.ts';
import {near} from '../case/index.ts';
import {type AuditRule, auditRules} from '../guide/index.ts';
import type {SarifRule} from './sarif.ts';

/** The rules of those names, and for every other word what to say to whoever typed it. */
export function rulesNamed(words: readonly string[]): {
  readonly rules: readonly AuditRule[];
  readonly problems: readonly string[];
} {
  const names = auditRules.map(({name}) => name);
  const isRule = (word: string): word is AuditRule => names.some(name => name === word);
  return {
    rules: words.filter(isRule),
    problems: words
      .filter(word => !isRule(word))
      .map(word => {
        const meant = near(word, names);
        return meant === undefined
          ? `no rule is called "${word}"; the rules are ${names.join(', ')}`
          : `no rule is called "${word}", did you mean "${meant}"?`;
      }),
  };
}

/** Every rule with its section of docs/audit.md, which ships beside the code; with its one line where that is gone. */
export function explainedRules(): readonly SarifRule[] {
  const page = manual();
  return auditRules.map(({name, severity, says}) => ({
    name,
    severity,
    says,
    help: page.get(name) ?? says,
  }));
}

function manual(): ReadonlyMap<string, string> {
  try {
    const page = readFileSync(join(packageRoot(), 'docs', 'audit.md'), 'utf8');
    return new Map(
      page
        // the counts behind the last rule are no part of it
        .split(/^## |^# .*$/m)
        .slice(2)
        .map(section => {
          const end = section.indexOf('\n');
          return [section.slice(0, end).trim(), section.slice(end).trim()];
        }),
    );
  } catch {
    return new Map();
  }
}
