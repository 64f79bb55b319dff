import {
  type ApplicationContext,
  type ApplicationText,
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
  run,
  text_en,
} from '@stricli/core';
import {BRIEFS} from './briefs.ts';
import {type Context, EXIT, processContext, type Run} from './context.ts';

/** Only the command that is called is loaded: the others would cost its start. */
const COMMANDS: Readonly<Record<keyof typeof BRIEFS, () => Promise<{readonly command: unknown}>>> = {
  init: () => import('./commands/init.ts'),
  guide: () => import('./commands/guide.ts'),
  market: () => import('./commands/market.ts'),
  plan: () => import('./commands/plan.ts'),
  move: () => import('./commands/move.ts'),
  wages: () => import('./commands/wages.ts'),
  value: () => import('./commands/value.ts'),
  backtest: () => import('./commands/backtest.ts'),
  tax: () => import('./commands/tax.ts'),
  calendar: () => import('./commands/calendar.ts'),
  record: () => import('./commands/record.ts'),
  impact: () => import('./commands/impact.ts'),
};

const DOCS = {
  brief: 'Prepare a negotiation about pay: figures checked, words that you can back',
  fullDescription: [
    'Works through a negotiation guide, your offers and your own record before you talk about pay: what holds, where',
    'you stand, what to ask for, what to say and what to leave unsaid. Nothing leaves this machine.',
    '',
    'EXAMPLES',
    '  parley init my-case                        a case folder, by questions or flags',
    '  parley guide guide.md                      read and audit a guide',
    '  parley market --role devops guides/        bands, levels, where an offer stands',
    '  parley plan my-case                        the plan, and the brief to bring',
    '  parley move my-case --by them ...          log what they said',
    '  parley record my-case                      what your systems did, in market hours',
    '  parley impact my-case                      your record in money, per pod',
    '  parley wages FILE --company millennium     what public wage tables say',
    '  parley value my-case                       what offers are worth, side by side',
    '  parley backtest my-case                    what terms would have paid on your record',
    '  parley tax --place nyc --status single --wages 315K   after tax',
    '  parley calendar XNYS --year 2026           when an exchange is open',
    '',
    'EXIT CODES  0 all went well, 1 --fail-on found something, 2 called wrongly, 3 a file cannot be read or written,',
    '            70 our mistake',
  ].join('\n'),
};

/** The commands as Stricli routes them: the one that is called whole, of the others their line of the help. */
async function routesFor(called: string | undefined) {
  const routes = Object.entries(BRIEFS).map(async ([name, brief]) => {
    const load = name === called ? COMMANDS[name as keyof typeof BRIEFS] : undefined;
    return [name, load === undefined ? listed(brief) : ((await load()).command as Command<Context>)] as const;
  });
  return buildRouteMap({routes: Object.fromEntries(await Promise.all(routes)), docs: DOCS});
}

function listed(brief: string): Command<Context> {
  return buildCommand<object, [], Context>({func() {}, parameters: {}, docs: {brief}});
}

const TEXT: ApplicationText = {
  ...text_en,
  exceptionWhileRunningCommand: exception => `parley failed, and it is our fault: ${messageOf(exception)}`,
  exceptionWhileLoadingCommandFunction: exception =>
    `parley could not load a part of itself: ${messageOf(exception)}`,
};

/** Runs one command line and sets the process's exit code. */
export async function start(inputs: readonly string[], version: string): Promise<void> {
  process.exitCode = await carryOut(inputs, version, processContext());
}

/** Runs one command line in a world: the code that it ends with. */
export async function carryOut(
  inputs: readonly string[],
  version: string,
  {context, code}: Run,
): Promise<number> {
  const app = buildApplication(await routesFor(inputs[0]), {
    name: 'parley',
    versionInfo: {currentVersion: version},
    scanner: {caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true},
    documentation: {caseStyle: 'convert-camel-to-kebab', disableAnsiColor: !context.colour},
    localization: {loadText: () => TEXT},
  });
  await run(app, inputs.length === 0 ? ['--help'] : inputs, context);
  const {exitCode: theirs}: ApplicationContext['process'] = context.process;
  return exitCode(Number(theirs ?? 0), code());
}

/** Stricli's own codes are negative for what it refused to run, and 1 for what threw: ours are those of the design. */
function exitCode(theirs: number, ours: number): number {
  const signed = theirs > 127 ? theirs - 256 : theirs;
  if (signed === -4 || signed === -5) return EXIT.usage;
  return signed === 0 ? ours : EXIT.fault;
}

function messageOf(exception: unknown): string {
  return exception instanceof Error ? exception.message : String(exception);
}
