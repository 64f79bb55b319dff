import {spawn} from 'node:child_process';
import {realpathSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** The folder of the repository, with its trailing slash cut. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Runs a program to its end, from the repository's folder. With `show` it writes straight to the terminal;
 * otherwise what it wrote is kept, both streams in one string. A program that a signal ended has code 1.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{show?: boolean, cwd?: string, env?: NodeJS.ProcessEnv}} [how]
 * @returns {Promise<{code: number, output: string, seconds: number}>}
 */
export function run(command, args, {show = false, cwd = root, env = process.env} = {}) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {cwd, env, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe']});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', code =>
      resolve({code: code ?? 1, output, seconds: (performance.now() - start) / 1000}),
    );
  });
}

/**
 * Runs a tool that a package brings, under this same Node, e.g. `tool('typescript/bin/tsc', ['-p', '.'])`.
 *
 * @param {string} path below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [how]
 */
export function tool(path, args, how) {
  return run(process.execPath, [join(root, 'node_modules', path), ...args], how);
}

/**
 * Is this the script that was called, or one that another imports?
 *
 * @param {string} url the script's `import.meta.url`
 */
export function isCalled(url) {
  const script = process.argv[1];
  return script !== undefined && pathToFileURL(realpathSync(script)).href === url;
}

/**
 * Says one line on stderr: stdout belongs to the results.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
