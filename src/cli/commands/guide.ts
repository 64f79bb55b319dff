import {type Finding, reaches, SEVERITIES} from '../../base/index.ts';
import {type AuditRule, auditMany} from '../../guide/index.ts';
import type {GuideFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {guideFiles} from '../guide-files.ts';
import {explainedRules} from '../guide-rules.ts';
import {guideSummary} from '../guide-summary.ts';
import {type FileRead, progress, readMany, type Wanted} from '../reading/index.ts';
import {sarif} from '../sarif.ts';

/**
 * `parley guide FILE…`: the reading and the findings of each guide, one JSON line a file under `--json`; a summary where
 * a folder is named; the findings alone under `--sarif`.
 */
export async function guide(this: Context, flags: GuideFlags, ...paths: string[]): Promise<void> {
  const {files, folders} = guideFiles(paths);
  const whole = flags.sarif === true || (folders && !flags.json);
  const read = await readAll(this, flags, files, whole);
  const many = auditMany(read.flatMap(({table}) => (table === null ? [] : [table]))).filter(
    ({rule}) => flags.rule === undefined || flags.rule.includes(rule),
  );
  if (many.some(finding => flags.failOn !== 'never' && reaches(finding, flags.failOn)))
    this.exit(EXIT.findings);
  if (!whole) return;
  const findings = inPlace([...read.flatMap(one => one.findings), ...many], files);
  if (flags.sarif === true) {
    const unlooked = read
      .filter(({unreadable}) => unreadable.length > 0)
      .map(({file, unreadable}) => ({file, findings: unreadable}));
    this.print(JSON.stringify(sarif(explainedRules(), findings, unlooked), null, 2));
  } else this.print(guideSummary(read, findings, {width: this.width, colour: this.colour}));
}

/** Reads every file. Prints each as it comes, but where all of them are told of `whole`. */
async function readAll(
  context: Context,
  flags: GuideFlags,
  files: readonly string[],
  whole: boolean,
): Promise<readonly FileRead[]> {
  const bar = progress(process.stderr, files.length, () => performance.now());
  const wanted: Wanted = {
    today: flags.today ?? context.today,
    print: whole ? 'nothing' : flags.json ? 'json' : 'text',
    findings: whole,
    ...(flags.rule === undefined ? {} : {rules: flags.rule}),
    width: context.width,
    colour: context.colour,
  };
  const all: FileRead[] = [];
  for await (const one of readMany(files, wanted, done => bar.done(done))) {
    if (one.unreadable.length > 0) {
      bar.clear();
      sayFindings(context, one.unreadable);
    }
    if (one.role === null) context.exit(EXIT.input);
    if (reaching(one, flags.failOn)) context.exit(EXIT.findings);
    if (one.line !== null) context.print(flags.json || all.length === 0 ? one.line : `\n${one.line}`);
    all.push({...one, line: null});
  }
  bar.clear();
  return all;
}

function reaching({gravest}: FileRead, threshold: GuideFlags['failOn']): boolean {
  return (
    threshold !== 'never' && gravest !== null && SEVERITIES.indexOf(gravest) >= SEVERITIES.indexOf(threshold)
  );
}

/** In the order of the files, and in each by where they stand. */
function inPlace(findings: readonly Finding<AuditRule>[], files: readonly string[]) {
  const order = new Map(files.map((file, at) => [file, at]));
  const at = ({span}: Finding) => order.get(span?.file ?? '') ?? -1;
  return [...findings].sort((a, b) => at(a) - at(b) || (a.span?.from ?? 0) - (b.span?.from ?? 0));
}
