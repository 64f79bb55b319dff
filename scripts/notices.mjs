// The bundle carries copies of other people's code, and their licences ask that their notices travel with it.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * A rolldown plugin that writes THIRD-PARTY.txt beside the bundle: every package that has code in it, with its
 * version, licence and licence text. Throws where a package brings no licence text, unless its licence is the
 * project's own, whose text is at hand.
 *
 * @returns {import('rolldown').Plugin}
 */
export function notices() {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(part => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = [...new Set(modules.map(packageFolder).filter(folder => folder !== undefined))].sort();
      const source = folders.map(notice).join(`\n${'-'.repeat(80)}\n`);
      this.emitFile({type: 'asset', fileName: 'THIRD-PARTY.txt', source});
    },
  };
}

/** @param {string} module */
function packageFolder(module) {
  return /^(?<folder>.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.groups?.[
    'folder'
  ];
}

/** @param {string} folder */
function notice(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').trim());
  if (files.length === 0 && license === 'Apache-2.0')
    texts.push('The text is that of LICENSE beside this package.');
  if (texts.length === 0)
    throw new Error(`${name} ${version} (${license}) brings no licence text to pass on`);
  return [`${name} ${version} (${license})`, ...texts, ''].join('\n\n');
}
