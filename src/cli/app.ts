import {type ApplicationText, buildApplication, buildRouteMap, run, text_en} from '@stricli/core';
import {guideCommand, initCommand, moveCommand, planCommand} from './commands.ts';
import {EXIT, processContext} from './context.ts';

const ROUTES = buildRouteMap({
  routes: {init: initCommand, guide: guideCommand, plan: planCommand, move: moveCommand},
  docs: {
    brief: 'A compensation-negotiation desk: every number checked, nothing said that cannot be backed',
    fullDescription: [
      'A compensation-negotiation desk for engineers: it reads a negotiation guide and the offers on the table,',
      'checks every number, and says what to ask, what to say and when to accept, counter or walk away.',
      'Everything stays on this machine.',
      '',
      'EXAMPLES',
      '  parley init my-case                        a case folder, by questions or flags',
      '  parley guide guide.md                      read and audit a guide',
      '  parley plan --case my-case                 the plan, and the brief to bring',
      '  parley move --case my-case --by them ...   log what they said',
      '',
      'EXIT CODES  0 done, 1 findings at or above --fail-on, 2 wrong usage, 3 input that cannot be read, 70 a fault of ours',
    ].join('\n'),
  },
});

const TEXT: ApplicationText = {
  ...text_en,
  exceptionWhileRunningCommand: exception => `parley failed, and it is our fault: ${messageOf(exception)}`,
  exceptionWhileLoadingCommandFunction: exception =>
    `parley could not load a part of itself: ${messageOf(exception)}`,
};

/** Runs one command line and sets the process's exit code. */
export async function start(inputs: readonly string[], version: string): Promise<void> {
  const {context, code} = processContext();
  const app = buildApplication(ROUTES, {
    name: 'parley',
    versionInfo: {currentVersion: version},
    scanner: {caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true},
    documentation: {caseStyle: 'convert-camel-to-kebab', disableAnsiColor: !context.colour},
    localization: {loadText: () => TEXT},
  });
  process.stdout.on('error', error => stopped(error));
  await run(app, inputs.length === 0 ? ['--help'] : inputs, context);
  process.exitCode = exitCode(Number(process.exitCode ?? 0), code());
}

/** A reader that closes early (`| head`) is no fault; a disk that takes no more is said in a line. */
function stopped(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  process.stderr.write(`the output cannot be written (${error.code ?? error.message})\n`);
  process.exit(EXIT.input);
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
