// Draws the pictures of the README. For maintainers; needs Chromium (CHROMIUM names it), and is no part of the build.
//
//     node scripts/pictures.mjs brief examples/millennium-devops/out/brief.html
//     script -qc 'node dist/bin/parley.js plan --case examples/millennium-devops' /dev/null | node scripts/pictures.mjs terminal
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'pictures');
const [what, file, lines = '48'] = process.argv.slice(2);
mkdirSync(folder, {recursive: true});

if (what === 'brief' && file !== undefined) shoot(resolve(file), join(folder, 'brief.png'));
else if (what === 'terminal')
  writeFileSync(join(folder, 'terminal.svg'), terminal(readFileSync(0, 'utf8'), Number(file ?? lines)));
else {
  console.error('usage: pictures.mjs brief FILE.html | pictures.mjs terminal [LINES] < ANSI');
  process.exitCode = 2;
}

/** The top of a page, twice as sharp as a plain screen. */
function shoot(page, picture) {
  const profile = mkdtempSync(join(tmpdir(), 'pictures-'));
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    '--force-device-scale-factor=2',
    '--window-size=860,1180',
    `--user-data-dir=${profile}`,
    `--screenshot=${picture}`,
  ];
  try {
    execFileSync(process.env.CHROMIUM ?? 'chromium', [...flags, pathToFileURL(page).href], {stdio: 'ignore'});
  } finally {
    rmSync(profile, {recursive: true, force: true});
  }
}

/** The first lines of a coloured text as an SVG that looks like a terminal. Knows the codes that picocolors writes. */
function terminal(ansi, most) {
  const ROW = 18;
  const COLUMN = 8.43;
  const rows = ansi.trimEnd().split('\n').slice(0, most);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is read here
  const columns = Math.max(...rows.map(row => row.replace(/\u001b\[[\d;]*m/g, '').length));
  const width = Math.ceil(columns * COLUMN + 40);
  const height = rows.length * ROW + 36;
  const texts = rows.map((row, index) => {
    const y = 30 + index * ROW;
    const spans = inked(row).map(
      ({text, from, look}) =>
        `<tspan x="${(20 + from * COLUMN).toFixed(1)}" textLength="${(text.length * COLUMN).toFixed(1)}"${look}>${escape(text)}</tspan>`,
    );
    return spans.length === 0 ? '' : `<text y="${y}">${spans.join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="parley plan in a terminal">
<rect width="100%" height="100%" rx="8" fill="#15171b"/>
<g font-family="ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e5e2da" xml:space="preserve">
${texts.filter(text => text !== '').join('\n')}
</g>
</svg>
`;
}

function inked(row) {
  const COLOURS = {31: '#f09b95', 32: '#7fca9f', 33: '#dfbd6c', 36: '#a3bfe3'};
  const found = [];
  let [bold, dim, from] = [false, false, 0];
  /** @type {string | undefined} */
  let colour;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is read here
  for (const part of row.split(/(\u001b\[[\d;]*m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is read here
    const code = /^\u001b\[([\d;]*)m$/.exec(part);
    if (code === null) {
      const fill = colour ?? (dim ? '#a3a5ac' : undefined);
      const look = `${bold ? ' font-weight="600"' : ''}${fill === undefined ? '' : ` fill="${fill}"`}`;
      // Spaces before and between pieces need no element: every piece says where it begins.
      for (const match of part.matchAll(/\S+(?: \S+)*/g))
        found.push({text: match[0], from: from + match.index, look});
      from += part.length;
      continue;
    }
    for (const number of code[1].split(';').map(Number)) {
      if (number === 0) {
        [bold, dim] = [false, false];
        colour = undefined;
      } else if (number === 1) bold = true;
      else if (number === 2) dim = true;
      else if (number === 22) [bold, dim] = [false, false];
      else if (number === 39) colour = undefined;
      else if (number in COLOURS) colour = COLOURS[number];
    }
  }
  return found;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
