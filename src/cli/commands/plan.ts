import {join} from 'node:path';
import {shippedRates} from '../../base/index.ts';
import {type Brief, checkSituation, makePlan, type Situation, writeBrief} from '../../strategy/index.ts';
import {briefHtml, briefText} from '../../brief/index.ts';
import {shippedConventions} from '../../calendar/index.ts';
import {loadCase, type Move} from '../../case/index.ts';
import {writeAtomic} from '../../files/index.ts';
import type {Term} from '../../terms/index.ts';
import type {PlanFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {measured} from '../measuring.ts';

/** `parley plan`: the plan on stdout, the brief and the plan as files in the case's out folder. */
export async function plan(this: Context, flags: PlanFlags): Promise<void> {
  const loaded = loadCase(flags.case, {today: flags.today ?? this.today});
  const {moves, findings} = loaded;
  sayFindings(this, findings);
  const situation = await measured(this, loaded);
  if (situation === null) return this.exit(EXIT.input);
  const misfits = checkSituation(situation);
  sayFindings(this, misfits);
  if (misfits.some(one => one.severity === 'error')) return this.exit(EXIT.input);

  sayUnheard(this, situation, moves);
  const brief = writeBrief(
    makePlan(situation, {conventions: shippedConventions(), rates: shippedRates()}),
    situation,
  );
  const document = `${JSON.stringify(brief, null, 2)}\n`;
  if (flags.json) this.print(document);
  else this.print(briefText(brief, {width: this.width, colour: this.colour, full: flags.full}));
  if (flags.write) await write(this, flags.case, brief, document);
}

/** The plan is made from offers/: a later offer in the log that has not reached it there is said. */
function sayUnheard(context: Context, {offers}: Situation, moves: readonly Move[]): void {
  const last = moves.filter(one => one.by === 'them' && one.kind === 'offer' && one.terms.length > 0).at(-1);
  const target = offers.find(offer => offer.kind === 'target');
  if (last === undefined || target === undefined || (target.made ?? '') > last.at.slice(0, 10)) return;
  const same = (term: Term) =>
    target.terms.some(one => one.component === term.component && one.amount === term.amount);
  if (last.terms.every(same)) return;
  context.talk(
    `moves.jsonl holds a later offer of theirs, of ${last.at.slice(0, 10)}: the plan is made from offers/${target.id}.yaml, put it there`,
  );
}

async function write(context: Context, folder: string, brief: Brief, document: string): Promise<void> {
  const files = [
    {path: join(folder, 'out', 'plan.json'), text: document},
    {path: join(folder, 'out', 'brief.html'), text: await briefHtml(brief)},
  ];
  for (const {path, text} of files) {
    const failed = writeAtomic(path, text);
    sayFindings(context, failed);
    if (failed.length > 0) context.exit(EXIT.input);
    else context.talk(`wrote ${path}`);
  }
}
