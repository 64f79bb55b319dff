// The command line: a small entry that starts at once, and chunks that each command loads when it needs them.
// `scripts/build.mjs` names the output folder. Chunk names carry no hash, so that builds can be compared.
import {notices} from './scripts/notices.mjs';

/** @type {import('rolldown').RolldownOptions} */
export default {
  input: {parley: 'src/cli/main.ts', 'reading-worker': 'src/desk/guides/worker.ts'},
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // Native code cannot be bundled: it is loaded from node_modules, by the command that needs it and no other.
  external: [/^@duckdb\//],
  // The rooms only define things. Told so, the bundler gives a command no more of a room than it uses: `parley plan` wants
  // the conventions of `calendar` and not Temporal.
  treeshake: {moduleSideEffects: [{test: /\/src\/(?!cli\/|desk\/guides\/worker)/, sideEffects: false}]},
  plugins: [notices()],
  output: {
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: true,
    sourcemap: false,
  },
};
