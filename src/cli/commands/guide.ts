import {SEVERITIES} from '../../base/index.ts';
import type {GuideFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {type FileRead, progress, readMany} from '../reading/index.ts';

/** `parley guide FILE…`: the reading and the findings of each guide, one JSON line a file under `--json`. */
export async function guide(this: Context, flags: GuideFlags, ...files: string[]): Promise<void> {
  const {width, colour} = this;
  const today = flags.today ?? this.today;
  const bar = progress(process.stderr, files.length, () => performance.now());
  let first = true;
  for await (const read of readMany(
    files,
    {today, print: flags.json ? 'json' : 'text', findings: false, width, colour},
    done => bar.done(done),
  )) {
    if (read.unreadable.length > 0) {
      bar.clear();
      sayFindings(this, read.unreadable);
    }
    if (read.role === null) this.exit(EXIT.input);
    if (reaching(read, flags.failOn)) this.exit(EXIT.findings);
    if (read.line !== null) this.print(flags.json || first ? read.line : `\n${read.line}`);
    first = false;
  }
  bar.clear();
}

function reaching({gravest}: FileRead, threshold: GuideFlags['failOn']): boolean {
  return (
    threshold !== 'never' && gravest !== null && SEVERITIES.indexOf(gravest) >= SEVERITIES.indexOf(threshold)
  );
}
