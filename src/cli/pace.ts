import {setFlagsFromString} from 'node:v8';

/**
 * Asks the engine to compile for a run of seconds, not of hours: over two thousand guides its optimiser costs a third
 * of the time and never earns it back. Only for the engine this was measured on (Node 20); a flag that another one
 * does not know would be answered on stderr.
 */
export function shortRun(engine: string): void {
  if (!engine.startsWith('11.')) return;
  setFlagsFromString('--sparkplug');
  setFlagsFromString('--interrupt-budget=1000000');
}
