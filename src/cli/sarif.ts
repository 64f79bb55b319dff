import {isAbsolute} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Finding, Severity} from '../base/index.ts';

/** A rule as a code host shows it beside its findings. */
export interface SarifRule {
  readonly name: string;
  readonly severity: Severity;
  /** One line. */
  readonly says: string;
  /** What the finding means and how it is mended, in Markdown. */
  readonly help: string;
}

/** What a run could not look at: unreadable files, with why. */
export interface Unlooked {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/**
 * Findings as one run of SARIF 2.1.0. Columns count UTF-16 units, as spans do; paths stand as they were given, in the
 * form of a URI. A finding whose rule is not among `rules` is a fault of ours, and thrown.
 */
export function sarif(
  rules: readonly SarifRule[],
  findings: readonly Finding[],
  unlooked: readonly Unlooked[],
) {
  const index = new Map(rules.map(({name}, at) => [name, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'parley',
            rules: rules.map(({name, severity, says, help}) => ({
              id: name,
              name: name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
              shortDescription: {text: says},
              help: {text: plain(help), markdown: help},
              defaultConfiguration: {level: severity},
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unlooked.flatMap(({file, findings: why}) =>
              why.map(({severity, message}) => ({
                level: severity,
                message: {text: `${file}: ${message}`},
                locations: [{physicalLocation: {artifactLocation: {uri: uriOf(file)}}}],
              })),
            ),
          },
        ],
        results: findings.map(finding => resultOf(finding, index)),
      },
    ],
  };
}

function resultOf({rule, severity, message, span, hint}: Finding, index: ReadonlyMap<string, number>) {
  const ruleIndex = index.get(rule);
  if (ruleIndex === undefined) throw new Error(`no rule is called ${rule}`);
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: {text: hint === undefined ? message : `${message}\nTo mend it: ${hint}`},
    locations:
      span === undefined
        ? []
        : [
            {
              physicalLocation: {
                artifactLocation: {uri: uriOf(span.file)},
                region: {startLine: span.line, startColumn: span.column},
              },
            },
          ],
  };
}

/** A path from here stays one, so that a code host finds the file in its own tree. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map(part => (part === '..' || part === '.' ? part : encodeURIComponent(part)))
    .join('/');
}

function plain(markdown: string): string {
  return markdown.replace(/^> ?/gm, '').replace(/[*`]/g, '');
}
