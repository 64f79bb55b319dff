import type {Severity} from '../figure/index.ts';

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {error: '✗', warning: '!', note: '·'};

/** `1 block`, `2 blocks`, `no block`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count < 2 ? one : many}`;
}
