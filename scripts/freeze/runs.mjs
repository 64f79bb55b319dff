// What is frozen: which commands run over which cases, and how what they print and write is kept.
import {spawn} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {root, say} from '../program.mjs';

/**
 * One call of the program: `name` is where its output is kept, `keep` the files and folders that it writes.
 * @typedef {{name: string, args: readonly string[], keep?: readonly string[]}} Run
 */

/** What says that a folder is ours to overwrite. */
const MARK = 'frozen.txt';
const FIXTURES = join(root, 'test', 'fixtures', 'frozen');
/** Beside the repository, and in no clone of it. */
const GUIDES = join(root, '..', 'shared', 'guides');
const GUIDE_COUNT = 40;
const PLAN_COUNT = 12;
const TODAY = '2026-11-22';
const COMMANDS = ['init', 'guide', 'market', 'plan', 'move', 'wages', 'calendar', 'record', 'impact'];

/** @param {string} folder */
export const isFrozen = folder => existsSync(join(folder, MARK));

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {readonly string[]} [keep]
 * @returns {Run[]} as text, and as JSON
 */
const both = (name, args, keep = []) => [
  {name, args, keep},
  {name: `${name}-json`, args: [...args, '--json']},
];

/**
 * @param {string} folder a case, from the stage
 * @returns {Run[]} in order: the log grows at the end
 */
function caseRuns(folder) {
  const of = ['--case', folder];
  const market = ['market', 'cases', ...of, '--no-cache'];
  return [
    ...both(`${folder}/plan`, ['plan', ...of], [`${folder}/out`]),
    ...both(`${folder}/plan-full`, ['plan', '--full', '--no-write', ...of]),
    ...both(`${folder}/guide`, ['guide', `${folder}/guide.md`, '--today', TODAY]),
    {name: `${folder}/guide-sarif`, args: ['guide', '--sarif', `${folder}/guide.md`, '--today', TODAY]},
    ...both(`${folder}/market`, [...market, '--svg', `${folder}/bands.svg`], [`${folder}/bands.svg`]),
    ...both(`${folder}/record`, ['record', ...of]),
    {name: `${folder}/record-full`, args: ['record', '--full', '--calendar', 'XLON', ...of]},
    ...both(
      `${folder}/impact`,
      ['impact', '--full', '--charts', `${folder}/charts`, ...of],
      [`${folder}/charts`],
    ),
    ...both(`${folder}/moves`, ['move', ...of]),
    {
      name: `${folder}/move-logged`,
      args: [
        'move',
        ...of,
        '--by',
        'them',
        '--at',
        TODAY,
        '--says',
        'our last word',
        'base=201K',
        'signOn=10000',
      ],
      keep: [`${folder}/moves.jsonl`],
    },
    ...both(`${folder}/moves-after`, ['move', ...of]),
    ...both(`${folder}/plan-after`, ['plan', '--no-write', ...of]),
  ];
}

/** @returns {Run[]} what needs no case */
function plainRuns() {
  const market = ['market', 'cases', '--no-cache', '--today', TODAY];
  const wages = ['wages', 'wages/filings.csv'];
  const init = ['init', 'made', '--role', 'Site Reliability Engineer', '--company', 'Larkspur Capital'];
  const flags = ['--region', 'Chicago', '--guide', 'cases/one-offer.md', '--base', '180K', '--bonus', '40K'];
  const rest = ['--competing', 'Quillon: 190K + 30K', '--deadline', '2026-12-04', '--today', TODAY];
  return [
    {name: 'help/parley', args: ['--help']},
    ...COMMANDS.map(command => ({name: `help/${command}`, args: [command, '--help']})),
    ...both('calendar/all', ['calendar', '--year', '2026']),
    ...['XNYS', 'XLON', 'CME:equity'].flatMap(id =>
      both(`calendar/${id.replace(':', '-')}`, ['calendar', id, '--year', '2026']),
    ),
    ...both('wages/all', wages),
    ...both('wages/asked', [
      ...wages,
      '--company',
      'larkspur capital',
      '--role',
      'devops',
      '--region',
      'New York',
    ]),
    ...both('wages/survey', ['wages', 'wages/survey.csv', '--mapping', 'wages/survey.yaml']),
    ...both('wages/torn', ['wages', 'wages/torn.csv']),
    ...both('wages/torn-skipped', ['wages', 'wages/torn.csv', '--skip-bad']),
    ...both('market/devops', [...market, '--role', 'devops', '--region', 'New York']),
    {name: 'guide/rules', args: ['guide', '--rules']},
    {name: 'init/made', args: [...init, ...flags, ...rest], keep: ['made']},
    {name: 'init/again', args: [...init, ...flags, ...rest]},
    ...both('init/plan', ['plan', '--case', 'made'], ['made/out']),
  ];
}

/**
 * @param {readonly string[]} guides paths below `guides`, on the stage
 * @returns {Run[]}
 */
function guideRuns(guides) {
  if (guides.length === 0) return [];
  const market = ['market', 'guides', '--no-cache', '--today', TODAY];
  return [
    ...guides.flatMap(path => both(nameOf(path), ['guide', `guides/${path}`, '--today', TODAY])),
    ...both('guide/folder', ['guide', 'guides', '--today', TODAY]),
    ...both('market/guides', [...market, '--role', 'software engineer', '--region', 'San Francisco']),
    ...both('market/findings', [...market, '--findings']),
  ];
}

/** @param {string} path */
const nameOf = path => `guides/${path.replace('/', '--').replace(/\.md$/, '')}`;

/**
 * A case for a guide that was just frozen: the region of its first band of base pay, and an offer at the low of it.
 *
 * @param {string} stage
 * @param {string} out
 * @param {string} path
 * @returns {string | null} the case's folder; null where the guide has no such band
 */
function caseOf(stage, out, path) {
  const printed = readFileSync(join(out, `${nameOf(path)}-json.json`), 'utf8');
  /** @type {{role: string, company: string, bands: {component: string, unit: string, region: string, low: number, currency: string}[]}} */
  const guide = JSON.parse(printed);
  const band = guide.bands.find(({component, unit}) => component === 'base' && unit === 'money');
  if (band === undefined) return null;
  const folder = `plan-${path.replace('/', '--').replace(/\.md$/, '')}`;
  const offers = join(stage, folder, 'offers');
  mkdirSync(offers, {recursive: true});
  cpSync(join(stage, 'guides', path), join(stage, folder, 'guide.md'));
  const {role, company} = guide;
  const wanted = {parley: 1, role, company, region: band.region, guides: ['guide.md'], today: TODAY};
  const terms = [{component: 'base', amount: band.low, per: 'year', written: true}];
  const evidence = {tier: 'documented', source: 'a letter (made up)'};
  const offer = {party: company, kind: 'target', currency: band.currency, evidence, terms};
  // JSON is YAML too.
  writeFileSync(join(stage, folder, 'case.yaml'), `${JSON.stringify(wanted, null, 1)}\n`);
  writeFileSync(join(offers, 'offer.yaml'), `${JSON.stringify(offer, null, 1)}\n`);
  return folder;
}

/** @returns {string[]} every n-th guide, in the order of their paths; none where the folder is not there */
function chosenGuides() {
  if (!existsSync(GUIDES)) return [];
  const all = readdirSync(GUIDES, {recursive: true, encoding: 'utf8'}).filter(path => path.endsWith('.md'));
  return spread(all.sort(), GUIDE_COUNT);
}

/**
 * @template T
 * @param {readonly T[]} all
 * @param {number} count
 */
const spread = (all, count) =>
  all.filter((_, at) => at % Math.max(1, Math.floor(all.length / count)) === 0).slice(0, count);

/**
 * Runs everything and keeps it in `out`.
 *
 * @param {string} out
 * @param {string} program
 * @returns {Promise<boolean>} false where the folder holds something else
 */
export async function freeze(out, program) {
  if (existsSync(out) && readdirSync(out).length > 0 && !isFrozen(out)) {
    say(`${out} holds something else: name a new folder`);
    return false;
  }
  const start = performance.now();
  rmSync(out, {recursive: true, force: true});
  mkdirSync(out, {recursive: true});
  const stage = realpathSync(mkdtempSync(join(tmpdir(), 'parley-freeze-')));
  try {
    const cases = ['one-offer', 'rival-and-log', 'two-currencies'];
    for (const one of [...cases, 'wages']) cpSync(join(FIXTURES, one), join(stage, one), {recursive: true});
    const example = join(root, 'examples', 'millennium-devops');
    const written = join(example, 'out');
    cpSync(example, join(stage, 'millennium-devops'), {recursive: true, filter: path => path !== written});
    cases.unshift('millennium-devops');
    for (const one of cases) cpSync(join(stage, one, 'guide.md'), join(stage, 'cases', `${one}.md`));
    const guides = chosenGuides();
    for (const path of guides) cpSync(join(GUIDES, path), join(stage, 'guides', path));
    if (guides.length === 0) say('NOT FROZEN: the forty guides, for there is no folder ../shared/guides');

    const runner = {stage, out, program};
    await inTurns([...cases.map(caseRuns), plainRuns(), ...guideRuns(guides).map(run => [run])], runner);
    const made = guides.flatMap(path => caseOf(stage, out, path) ?? []);
    const plans = spread(made, PLAN_COUNT).map(one => both(one, ['plan', '--case', one], [`${one}/out`]));
    await inTurns(plans, runner);
    const counts = `${cases.length} cases, ${guides.length} guides, ${plans.length} plans of them\n`;
    writeFileSync(join(out, MARK), counts);
    say(
      `froze ${filesIn(out).length} files in ${Math.round((performance.now() - start) / 1000)} s: ${counts.trim()}`,
    );
    return true;
  } finally {
    rmSync(stage, {recursive: true, force: true});
  }
}

/** @typedef {{stage: string, out: string, program: string}} Runner */

/**
 * Two tasks at a time, the runs of each in order.
 *
 * @param {readonly Run[][]} tasks
 * @param {Runner} runner
 */
async function inTurns(tasks, runner) {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
      for (const run of task) await keepRun(run, runner);
  };
  await Promise.all([work(), work()]);
}

/**
 * @param {Run} run
 * @param {Runner} runner
 */
async function keepRun({name, args, keep = []}, {stage, out, program}) {
  const {PATH = ''} = process.env;
  const env = {
    PATH,
    HOME: stage,
    XDG_CACHE_HOME: join(stage, '.cache'),
    COLUMNS: '80',
    NO_COLOR: '1',
    TZ: 'UTC',
  };
  const {stdout, stderr, code} = await call([program, ...args], stage, env);
  const build = resolve(dirname(program), '..', '..');
  /** @param {string} text */
  const plain = text =>
    text.replaceAll(stage, '<stage>').replaceAll(build, '<program>').replaceAll(root, '<root>');
  const file = join(out, name);
  mkdirSync(dirname(file), {recursive: true});
  const isJson = args.includes('--json') || args.includes('--sarif');
  writeFileSync(`${file}.${isJson ? 'json' : 'txt'}`, plain(stdout));
  writeFileSync(`${file}.end.txt`, `exit ${code}\n${plain(stderr)}`);
  for (const path of keep) {
    if (!existsSync(join(stage, path))) continue;
    cpSync(join(stage, path), join(`${file}.files`, path), {recursive: true});
    for (const one of filesIn(`${file}.files`)) writeFileSync(one, plain(readFileSync(one, 'utf8')));
  }
}

/** @param {string} folder */
const filesIn = folder =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(one => one.isFile())
    .map(one => join(one.parentPath, one.name));

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{stdout: string, stderr: string, code: number | null}>}
 */
function call(args, cwd, env) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text;
    });
    child.on('error', failed);
    child.on('close', code => done({stdout, stderr, code}));
  });
}
