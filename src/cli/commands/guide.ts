import {buildCommand} from '@stricli/core';
import {isAtLeast} from '../../figure/index.ts';
import {packageVersion} from '../../files/index.ts';
import {auditRules} from '../../guide/index.ts';
import {guides as ask, explainedRules, type FileRead, rulesNamed, togetherJson} from '../../desk/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT, worldOn} from '../context.ts';
import {shortRun} from '../pace.ts';
import {dayFlag, html, json} from '../flags.ts';
import {type Document, printTerminal} from '../../page/index.ts';
import {
  guideDocument,
  guideSarif,
  guidesDocument,
  rulesDocument,
  togetherDocument,
} from '../../views/index.ts';
import {OPEN, writeAll} from '../finished.ts';
import {answered, type PrintFlags, page as pageOf, show} from '../show.ts';

interface GuideFlags extends PrintFlags {
  readonly failOn: 'error' | 'warning' | 'note' | 'never';
  readonly today?: string;
  readonly rule?: readonly string[];
  readonly sarif?: boolean;
  readonly rules?: boolean;
  readonly explain?: readonly string[];
}

export const command = buildCommand<GuideFlags, string[], Context>({
  func: guide,
  parameters: {
    flags: {
      json,
      html,
      failOn: {
        kind: 'enum',
        values: ['error', 'warning', 'note', 'never'],
        brief: 'End with 1 where a finding is as grave as this',
        default: 'never',
      },
      today: dayFlag('The day to judge age and exchange rates by (YYYY-MM-DD)'),
      rule: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Count the findings of this rule alone; may be repeated',
        placeholder: 'NAME',
      },
      sarif: {
        kind: 'boolean',
        brief: 'One SARIF 2.1.0 document on stdout, for editors and code hosts',
        optional: true,
        withNegated: false,
      },
      rules: {
        kind: 'boolean',
        brief: 'List every rule, and read nothing',
        optional: true,
        withNegated: false,
      },
      explain: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Say what a rule means, with an example and how to mend it; may be repeated',
        placeholder: 'NAME',
      },
    },
    positional: {
      kind: 'array',
      parameter: {parse: String, brief: 'Guides in Markdown, or folders of them', placeholder: 'PATH'},
    },
  },
  docs: {
    brief: BRIEFS.guide,
    fullDescription: [
      'Reads each guide, prints what it says and what is wrong with it: totals against their parts, ranges, anchors,',
      'exchange rates, claims about uptime and money, sources. A folder is searched for Markdown and summed up: its',
      'layouts, its findings by rule, its worst guides. docs/audit.md explains every rule.',
      '',
      'EXAMPLES',
      '  parley guide examples/millennium-devops/guide.md',
      '  parley guide examples',
      '  parley guide --rule grant-counted-whole --rule no-floor guides',
      '  parley guide --json --fail-on warning guides > guides.jsonl',
      '  parley guide --html guides.html guides',
      '  parley guide --sarif guides > parley.sarif',
      '  parley guide --explain grant-counted-whole',
      '',
      'Tables that several guides share are found once all are read: --json, which prints each guide as soon as it is',
      'read, tells them in a last line of its own, "kind": "together", where there are any.',
    ].join('\n'),
  },
});

/**
 * `parley guide PATH…`: the reading and the findings of each guide, one JSON line a file under `--json`; a summary where
 * a folder is named; the findings alone under `--sarif`.
 */
async function guide(this: Context, flags: GuideFlags, ...paths: string[]): Promise<void> {
  const {rules, problems} = rulesNamed([...(flags.rule ?? []), ...(flags.explain ?? [])]);
  const asks = flags.rules === true || flags.explain !== undefined;
  if (paths.length === 0 && !asks && problems.length === 0)
    problems.push('name a guide or a folder of them, or ask for --rules');
  if (flags.json && flags.sarif === true) problems.push('--json or --sarif? stdout takes one of them');
  for (const problem of problems) this.talk(problem);
  if (problems.length > 0) return this.exit(EXIT.usage);
  if (asks) {
    const all = explainedRules();
    const explained = all.filter(({name}) => flags.explain?.includes(name));
    const listed = flags.rules === true ? all : [];
    return show(this, flags, flags.rules === true ? auditRules : explained, rulesDocument(listed, explained));
  }
  shortRun(process.versions.v8);
  const {sarif, html: file, failOn} = flags;
  const form = sarif === true ? 'sarif' : flags.json ? 'json' : 'text';
  let page: Document | null = null;
  let readings = 0;
  let printed = 0;
  const print = (one: Document) =>
    this.print(`${printed++ === 0 ? '' : '\n'}${printTerminal(one, {...this, clean: text => text})}`);
  const each = ({line, reading}: FileRead) => {
    if (line !== null) this.print(line);
    if (reading === null) return;
    const document = guideDocument(reading);
    page = readings++ === 0 ? document : null;
    if (form === 'text') print(document);
  };
  const input = {
    paths,
    form,
    page: file !== undefined,
    each,
    ...(flags.rule === undefined ? {} : {rules}),
  } as const;
  const report = answered(this, await ask(input, worldOn(this, flags.today)));
  if (report === null) return;
  const {summary, together, lacking, gravest} = report;
  if (lacking) this.exit(EXIT.input);
  if (gravest !== null && failOn !== 'never' && isAtLeast(gravest, failOn)) this.exit(EXIT.findings);
  if (sarif === true) {
    const looker = {version: packageVersion(), folder: process.cwd()};
    this.print(JSON.stringify(guideSarif(report, explainedRules(), looker), null, 2));
  } else if (flags.json) {
    if (together.length > 0) this.print(togetherJson(report));
  } else if (report.summed && summary.files > 0) print(guidesDocument(summary));
  else if (together.length > 0) print(togetherDocument(together));
  if (file !== undefined) writeAll(this, [await pageOf(file, page ?? guidesDocument(summary), OPEN)]);
}
