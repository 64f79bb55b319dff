import {isAbsolute, relative, resolve, sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Span, WholeSpan} from '../../base/index.ts';
import type {ExplainedRule, GuidesReport} from '../../desk/index.ts';
import {type Finding, textOf} from '../../figure/index.ts';

/** Who looked, and from which folder: that of the paths. */
interface Looker {
  readonly version: string;
  readonly folder: string;
}

/** The folder that relative paths are of. Code hosts take it for the root of their tree. */
const ROOT = '%SRCROOT%';

/**
 * Findings as one run of SARIF 2.1.0. Columns count UTF-16 units, as spans do, and the end of a region is behind its last
 * character; paths are told from `folder`. A finding whose rule is not among `rules` is a fault of ours, and thrown.
 */
export function guideSarif(
  {findings, unlooked}: Pick<GuidesReport, 'findings' | 'unlooked'>,
  rules: readonly ExplainedRule[],
  {version, folder}: Looker,
) {
  const index = new Map<string, number>(rules.map(({name}, at) => [name, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'parley',
            version,
            semanticVersion: version,
            rules: rules.map(({name, severity, says, help, page}) => ({
              id: name,
              name: name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
              shortDescription: {text: says},
              fullDescription: {text: says},
              ...(page === null ? {} : {helpUri: page}),
              help: {text: plain(help), markdown: help},
              defaultConfiguration: {level: severity},
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {[ROOT]: {uri: folderUri(folder)}},
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unlooked.flatMap(({file, findings: why}) =>
              why.map(({severity, message}) => ({
                level: severity,
                message: {text: `${file}: ${textOf(message)}`},
                locations: [{physicalLocation: {artifactLocation: artifact(file, folder)}}],
              })),
            ),
          },
        ],
        results: findings.map(finding => resultOf(finding, index, folder)),
      },
    ],
  };
}

function resultOf(
  {rule, severity, message, span, hint}: Finding,
  index: ReadonlyMap<string, number>,
  folder: string,
) {
  const ruleIndex = index.get(rule);
  if (ruleIndex === undefined) throw new Error(`no rule is called ${rule}`);
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: {text: [textOf(message), ...(hint ? [`To mend it: ${textOf(hint)}`] : [])].join('\n')},
    locations:
      span === undefined
        ? []
        : [{physicalLocation: {artifactLocation: artifact(span.file, folder), region: region(span)}}],
  };
}

function region(span: Span | WholeSpan) {
  return {
    startLine: span.line,
    startColumn: span.column,
    ...('endLine' in span ? {endLine: span.endLine, endColumn: span.endColumn} : {}),
    charOffset: span.from,
    charLength: span.to - span.from,
  };
}

/** A path under `folder` is told from there, so that a code host finds the file in its own tree; so is one beside it. */
function artifact(file: string, folder: string) {
  const from = relative(folder, resolve(folder, file));
  // another drive, or a file asked for by its whole path from somewhere else
  if (isAbsolute(from) || (isAbsolute(file) && from.startsWith('..'))) return {uri: pathToFileURL(file).href};
  const parts = from.split(sep).map(part => (part === '..' ? part : encodeURIComponent(part)));
  return {uri: parts.join('/'), uriBaseId: ROOT};
}

/** Folders end with a slash: what is told from there would else replace their last part. */
function folderUri(folder: string): string {
  return pathToFileURL(folder).href.replace(/\/?$/, '/');
}

function plain(markdown: string): string {
  return markdown
    .replace(/^```.*\n/gm, '')
    .replace(/^> ?/gm, '')
    .replace(/[*`]/g, '');
}
