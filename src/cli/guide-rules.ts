import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {closestSpelling, packageRoot} from '../base/index.ts';
import {SEVERITIES} from '../figure/index.ts';
import {EMPTY, type Ink, type Line, margin, render, run, table, wrap} from '../page/index.ts';
import {SEVERITY_SIGNS} from '../views/index.ts';
import {type AuditRule, auditRules} from '../guide/index.ts';
import {INKS, type Look} from './guide-text.ts';
import type {SarifRule} from './sarif.ts';

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
export function explainedRules(): readonly SarifRule[] {
  const path = join(packageRoot(), 'docs', 'audit.md');
  const sections = sectionsOf(path);
  return auditRules.map(({name, severity, says}) => ({
    name,
    severity,
    says,
    help: sections.get(name) ?? says,
    page: sections.has(name) ? `${pathToFileURL(path).href}#${name}` : null,
  }));
}

/** Every rule on a line of its own, the gravest first, and how to read more. Ends with a line break. */
export function ruleList({width, colour}: Look): string {
  const rows = [...SEVERITIES]
    .reverse()
    .flatMap(severity => auditRules.filter(one => one.severity === severity))
    .map(({name, severity, says}) => [
      [run(`${SEVERITY_SIGNS[severity]} `, INKS[severity]), run(name, 'bold')],
      [run(says)],
    ]);
  const more = 'parley guide --explain NAME tells what a rule means, with an example and how to mend it.';
  const lines = [
    ...table([{head: 'Rule'}, {head: 'Finds'}], rows, width),
    EMPTY,
    ...wrap([run(more)], width),
  ];
  return `${render(lines, colour)}\n`;
}

/** The section of a rule in docs/audit.md, in the width of a terminal; what is quoted or fenced keeps its lines. */
export function ruleText(rule: string, {width, colour}: Look): string {
  const {help = ''} = explainedRules().find(({name}) => name === rule) ?? {};
  const lines = [...wrap([run(rule, 'accent')], width), EMPTY, ...markdownLines(help, width)];
  return `${render(lines, colour)}\n`;
}

function markdownLines(markdown: string, width: number): Line[] {
  const parts = markdown.match(/```[^]*?\n```|(?:(?!\n\n|```)[^])+/g) ?? [];
  const blocks = parts.map(part => part.trim()).filter(part => part !== '');
  return blocks.flatMap((block, at) => {
    const before = at === 0 ? [] : [EMPTY];
    if (!block.startsWith('```')) {
      const words = block.replace(/\n/g, ' ').replace(/[*`]/g, '');
      return [...before, ...wrap([run(words)], width)];
    }
    const code = block.split('\n').slice(1, -1);
    return [
      ...before,
      ...code.flatMap(line =>
        wrap(
          [run(line.slice(2))],
          width,
          margin(`  ${line.slice(0, 2)}`, '      ', INK_OF[line[0] ?? ' '] ?? 'muted'),
        ),
      ),
    ];
  });
}

const INK_OF: Readonly<Record<string, Ink>> = {'-': 'fail', '+': 'pass'};

/** Of this very program. */
export function packageVersion(): string {
  const {version} = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function sectionsOf(path: string): ReadonlyMap<string, string> {
  try {
    const page = readFileSync(path, 'utf8');
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
