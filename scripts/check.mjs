// Everything that can be said of the code without running its tests: one line a step, and all steps run.
import {install} from './install.mjs';
import {root, run, tool} from './program.mjs';

/** @type {readonly {name: string, run: () => ReturnType<typeof run>}[]} */
const steps = [
  {name: 'build', run: () => run(process.execPath, ['scripts/build.mjs'])},
  {
    name: 'format',
    run: () => tool('@biomejs/biome/bin/biome', ['format', '--colors=off', '--reporter=summary', '.']),
  },
  {name: 'lint', run: () => tool('oxlint/bin/oxlint', ['--deny-warnings'])},
  {name: 'types', run: () => tool('typescript/bin/tsc', ['-p', '.'])},
  {name: 'types of scripts', run: () => tool('typescript/bin/tsc', ['-p', 'scripts'])},
  {name: 'unused code', run: () => tool('knip/bin/knip.js', ['--no-progress'])},
  {
    name: 'unused exports',
    run: () =>
      tool('knip/bin/knip.js', [
        '--no-progress',
        '--production',
        '--config=knip.src.jsonc',
        '--include=exports,types,files',
      ]),
  },
  // Order, faces, circles, sizes, and that nothing stands twice: a test too, so that whoever breaks a room sees it there.
  {name: 'rooms', run: () => tool('vitest/vitest.mjs', ['run', 'test/rooms.test.ts'])},
  {name: 'licences', run: () => run(process.execPath, ['scripts/licences.mjs'])},
  {name: 'faces of the package', run: () => run(process.execPath, ['scripts/faces.mjs'])},
];

if (!(await install())) process.exit(1);
let failed = 0;
for (const step of steps) {
  const {code, output, seconds} = await step.run();
  process.stdout.write(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(20)} ${seconds.toFixed(1).padStart(5)} s\n`,
  );
  if (code === 0) continue;
  failed++;
  process.stdout.write(`${output.replaceAll(root, '.').trimEnd()}\n`);
}
process.stdout.write(failed === 0 ? 'check passed\n' : `check failed: ${failed} of ${steps.length} steps\n`);
process.exitCode = failed === 0 ? 0 : 1;
