import {buildCommand} from '@stricli/core';
import {type Finding, isAtLeast} from '../../figure/index.ts';
import {auditMany, type AuditRule, auditRules} from '../../guide/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {type Asked, guideFiles} from '../guide-files.ts';
import {explainedRules, packageVersion, ruleList, rulesNamed, ruleText} from '../guide-rules.ts';
import {guideSummary} from '../guide-summary.ts';
import {togetherText} from '../guide-text.ts';
import {togetherJson} from '../guide-together.ts';
import {type FileRead, progress, readMany, type Wanted} from '../reading/index.ts';
import {sarif} from '../sarif.ts';
import {dayFlag, json} from '../flags.ts';

interface GuideFlags {
  readonly json: boolean;
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
 * a folder is named; the findings alone under `--sarif`. What is found in a folder and no guide is refused and counted,
 * and no fault; a file asked for by name is. What only several guides show comes last, once all of them are read.
 */
async function guide(this: Context, flags: GuideFlags, ...paths: string[]): Promise<void> {
  const {rules, problems} = rulesNamed([...(flags.rule ?? []), ...(flags.explain ?? [])]);
  const asks = flags.rules === true || flags.explain !== undefined;
  if (paths.length === 0 && !asks && problems.length === 0)
    problems.push('name a guide or a folder of them, or ask for --rules');
  if (flags.json && flags.sarif === true) problems.push('--json or --sarif? stdout takes one of them');
  for (const problem of problems) this.talk(problem);
  if (problems.length > 0) {
    this.exit(EXIT.usage);
    return;
  }
  if (asks) {
    if (flags.rules === true) this.print(flags.json ? JSON.stringify(auditRules) : ruleList(this));
    for (const [at, name] of [...new Set(flags.explain)].entries())
      this.print(`${at > 0 || flags.rules === true ? '\n' : ''}${ruleText(name, this)}`);
    return;
  }
  const asked = guideFiles(paths);
  sayFindings(this, asked.closed);
  if (asked.closed.length > 0) this.exit(EXIT.input);
  else if (asked.files.length === 0) {
    this.talk(`no Markdown file in ${paths.join(', ')}`);
    this.exit(EXIT.input);
  }
  const whole = flags.sarif === true || (asked.folders && !flags.json);
  const wanted: Wanted = {
    today: flags.today ?? this.today,
    print: whole ? 'nothing' : flags.json ? 'json' : 'text',
    findings: whole,
    ...(flags.rule === undefined ? {} : {rules}),
    width: this.width,
    colour: this.colour,
  };
  const read = await readAll(this, asked, wanted, flags.failOn);
  const many = auditMany(read.flatMap(({table}) => (table === null ? [] : [table]))).filter(
    ({rule}) => wanted.rules?.includes(rule) !== false,
  );
  if (many.some(finding => flags.failOn !== 'never' && isAtLeast(finding.severity, flags.failOn)))
    this.exit(EXIT.findings);
  if (!whole) {
    if (many.length > 0) this.print(flags.json ? togetherJson(many, asked.files) : togetherText(many, this));
    return;
  }
  const counted = read.filter(one => isAnswered(one, asked));
  const findings = inPlace([...counted.flatMap(one => one.findings), ...many], asked.files);
  if (flags.sarif === true) {
    const unlooked = [
      ...asked.closed.map(finding => ({file: finding.span?.file ?? '', findings: [finding]})),
      ...read
        .filter(({unreadable}) => unreadable.length > 0)
        .map(({file, unreadable}) => ({file, findings: unreadable})),
    ];
    this.print(
      JSON.stringify(
        sarif(explainedRules(), findings, unlooked, {version: packageVersion(), folder: process.cwd()}),
        null,
        2,
      ),
    );
  } else if (read.length > 0)
    this.print(guideSummary(read, findings, {width: this.width, colour: this.colour}));
}

/** Reads every file, says which cannot be read, and prints each as it comes where it is printed alone. */
async function readAll(
  context: Context,
  asked: Asked,
  wanted: Wanted,
  failOn: GuideFlags['failOn'],
): Promise<readonly FileRead[]> {
  const bar = progress(process.stderr, asked.files.length, () => performance.now());
  const all: FileRead[] = [];
  for await (const one of readMany(asked.files, wanted, done => bar.done(done))) {
    if (one.unreadable.length > 0) {
      bar.clear();
      sayFindings(context, one.unreadable);
    }
    if (one.role === null && isAnswered(one, asked)) context.exit(EXIT.input);
    if (isAnswered(one, asked) && reaching(one, failOn)) context.exit(EXIT.findings);
    if (one.line !== null)
      context.print(wanted.print === 'json' || all.length === 0 ? one.line : `\n${one.line}`);
    all.push({...one, line: null});
  }
  bar.clear();
  return all;
}

/** Whether somebody must hear of this file: not of Markdown in a folder that is no guide. */
function isAnswered({file, role, unreadable}: FileRead, {named}: Asked): boolean {
  return role !== null || unreadable.length > 0 || named.has(file);
}

function reaching({gravest}: FileRead, threshold: GuideFlags['failOn']): boolean {
  return threshold !== 'never' && gravest !== null && isAtLeast(gravest, threshold);
}

/** In the order of the files, and in each by where they stand. */
function inPlace<Found extends Finding<AuditRule>>(findings: readonly Found[], files: readonly string[]) {
  const order = new Map(files.map((file, at) => [file, at]));
  const at = ({span}: Finding) => order.get(span?.file ?? '') ?? -1;
  return [...findings].sort((a, b) => at(a) - at(b) || (a.span?.from ?? 0) - (b.span?.from ?? 0));
}
