import {execFileSync} from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {widthOf} from '../../src/page/index.ts';
import {command as market} from '../../src/cli/commands/market.ts';
import type {Context} from '../../src/cli/context.ts';
import {call, SILENT} from './desk.ts';
import {temporary} from '../desk.ts';
import {beside} from '../beside.ts';

const LIBRARY = '../shared/guides';

let folder = '';
beforeEach(() => {
  folder = temporary();
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('PARLEY_GUIDES', undefined);
});
afterEach(() => void vi.unstubAllEnvs());

/** A guide in a few lines, on a firm that does not exist. */
function guideText(company: string, low: number, levels = ''): string {
  return [
    `### DevOps Engineer | ${company} Global Negotiation Guide`,
    '',
    '**Negotiation DNA:** Calm | Careful',
    '',
    '| Region | Base Salary | Bonus | Total Comp |',
    '|---|---|---|---|',
    `| New York (HQ) | $${low}K - $${low + 40}K | $20K - $40K | $${low + 20}K - $${low + 80}K |`,
    `| London | £${low - 20}K - £${low}K | £10K - £20K | £${low - 10}K - £${low + 20}K |`,
    '',
    ...(levels === '' ? [] : [`**Level Mapping:** ${levels}`, '']),
    '> **Negotiate Up Strategy:** Anchor at the top of the band.',
    '',
  ].join('\n');
}

function shelf(): string {
  const guides = join(folder, 'guides');
  mkdirSync(guides, {recursive: true});
  put('acme.md', guideText('Acme Tools', 100, 'Acme Tools L4 = Bolt Works E5'));
  put('bolt.md', guideText('Bolt Works', 120, 'Bolt Works E5 = Crest Labs P3'));
  return guides;
}

/** Writes a guide, changed so long ago that its time can be trusted. */
function put(name: string, text: string, minutesAgo = 60): void {
  const path = join(folder, 'guides', name);
  writeFileSync(path, text);
  const then = Date.now() / 1000 - minutesAgo * 60;
  utimesSync(path, then, then);
}

async function asked(flags: Record<string, unknown>, ...folders: string[]) {
  return askedAt(100, flags, ...folders);
}

async function askedAt(width: number, flags: Record<string, unknown>, ...folders: string[]) {
  const told = {out: '', err: '', code: 0};
  const context: Context = {
    process,
    print: text => {
      told.out += `${text}\n`;
    },
    talk: text => {
      told.err += `${text}\n`;
    },
    exit: code => {
      told.code = Math.max(told.code, code);
    },
    width,
    colour: false,
    talkColour: false,
    interactive: false,
    world: {today: '2026-11-22', progress: SILENT, cache: null},
  };
  await call(market, context, {json: false, cache: true, findings: false, ...flags}, ...folders);
  return told;
}

function cached(): string {
  const [name = ''] = readdirSync(join(folder, 'cache', 'parley'));
  return join(folder, 'cache', 'parley', name);
}

describe('parley market', () => {
  test('puts the bands of many guides into one table', async () => {
    const told = await asked({role: 'sre', region: 'NYC'}, shelf());
    expect(told.code).toBe(0);
    expect(told.out).toMatch(
      /Acme Tools +New York \(HQ\) +\$100K to \$140K +\$20K to \$40K +\$120K to \$180K/,
    );
    expect(told.out).toMatch(/Base +n=2 +\$110K \(\$100K to \$120K\)/);
    expect(told.out).toContain('no survey');
  });

  test('says what a level is elsewhere, and who says so', async () => {
    const told = await asked({role: 'devops', level: 'L4 at Acme Tools', at: 'Crest Labs'}, shelf());
    expect(told.out).toMatch(/Acme Tools L4 at Crest Labs: P3/);
    expect(told.out).toContain('1. L4 = E5 acme.md:10');
    expect(told.out).toContain('2. E5 = P3 bolt.md:10');
  });

  test('lists what the level maps of a folder cannot all say, with the rows', async () => {
    const guides = shelf();
    put('crest.md', guideText('Crest Labs', 140, 'Crest Labs P3 = Bolt Works E6'));
    const told = await asked({findings: true}, guides);
    expect(told.code).toBe(0);
    expect(told.out).toContain('1 levels-contradict:');
    expect(told.out).toContain('0 level-inflation:');
    expect(told.out).toMatch(
      /levels-contradict Crest Labs P3 is called both Bolt Works E5 and Bolt Works E6\n +P3 = E5 bolt.md:10\n +P3 = E6 crest.md:10/,
    );
    const one = await asked({findings: true, json: true, role: 'devops', company: 'Crest Labs'}, guides);
    expect(JSON.parse(one.out)).toMatchObject({
      counts: {'levels-contradict': 1, 'level-inflation': 0},
      findings: [
        {
          rule: 'levels-contradict',
          level: 'Crest Labs P3',
          sources: [
            {says: ['P3', 'E5'], path: join(guides, 'bolt.md'), span: {line: 10}},
            {says: ['P3', 'E6'], path: join(guides, 'crest.md'), span: {line: 10}},
          ],
        },
      ],
    });
    expect((await asked({findings: true, company: 'Acme Tools'}, guides)).out).toContain(
      '0 levels-contradict',
    );
    expect((await asked({findings: true, company: 'Nobody'}, guides)).code).toBe(2);
  });

  test('names the rate and its day', async () => {
    const told = await asked({role: 'devops', region: 'London', currency: 'USD'}, shelf());
    expect(told.out).toMatch(/1 GBP = [\d.]+ USD on 20\d\d-\d\d-\d\d, European Central Bank/);
  });

  test('prints one JSON document with a span for every band', async () => {
    const told = await asked({role: 'devops', json: true}, shelf());
    const document = JSON.parse(told.out) as {
      bands: {path: string; span: {from: number; to: number}; low: number}[];
    };
    expect(document.bands.length).toBe(12);
    for (const {path, span, low} of document.bands)
      expect(readFileSync(path, 'utf8').slice(span.from, span.to)).toContain(String(low / 1000));
  });

  test('places the offers of a case, promised and at target', async () => {
    const told = await asked({case: 'examples/millennium-devops', json: true}, shelf());
    const {offers} = JSON.parse(told.out) as {offers: {offer: string; shown: {total: unknown}}[]};
    expect(offers.find(({offer}) => offer === 'millennium')?.shown.total).toEqual({
      component: 'total',
      currency: 'USD',
      guaranteed: 180_000,
      atTarget: 275_000,
    });
  });

  test('takes the case by position, and writes a page', async () => {
    const html = join(folder, 'market.html');
    const guides = shelf();
    const named = await asked({html}, 'examples/millennium-devops', guides);
    expect(named.out).toBe((await asked({case: 'examples/millennium-devops'}, guides)).out);
    expect(named.err).toContain(`wrote ${html}`);
    expect(readFileSync(html, 'utf8')).toMatch(/<table[^]*Bolt Works[^]*<svg/);
  });

  test.each([60, 80, 120])('prints no line wider than %i columns', async width => {
    const told = await askedAt(
      width,
      {case: 'examples/millennium-devops', at: 'Acme Tools,Citadel'},
      shelf(),
    );
    expect(told.code).toBe(0);
    expect(told.out.split('\n').filter(line => widthOf(line) > width)).toEqual([]);
  });

  test('puts a scale beneath the strips, and says which company has no band', async () => {
    const guides = shelf();
    put('crest.md', guideText('Crest Labs', 140).replace('DevOps Engineer', 'Data Engineer'));
    const told = await asked({role: 'devops', region: 'New York', company: 'Acme Tools,Crest Labs'}, guides);
    expect(told.out).toContain('no band for this: Crest Labs');
    const [strip = '', scale = ''] =
      /Acme Tools +▒+ +\$100K to \$140K\n.*/.exec(told.out)?.[0].split('\n') ?? [];
    expect(scale).toMatch(/╵\$100K +╵\$110K +╵\$120K/);
    expect(scale.indexOf('╵')).toBe(strip.indexOf('▒'));
    expect((await askedAt(50, {role: 'devops'}, shelf())).out).not.toContain('▒');
  });

  test('lets no confidential amount out', async () => {
    const desk = join(folder, 'case');
    cpSync('examples/millennium-devops', desk, {recursive: true});
    const letter = join(desk, 'offers', 'citadel.yaml');
    writeFileSync(
      letter,
      readFileSync(letter, 'utf8')
        .replace('disclosure: private', 'disclosure: confidential')
        .replace('210000', '217391')
        .replace('130000', '133337'),
    );
    const svg = join(folder, 'secret.svg');
    for (const json of [true, false]) {
      const told = await asked({case: desk, json, svg}, shelf());
      expect(told.code).toBe(0);
      expect(`${told.out}${told.err}${readFileSync(svg, 'utf8')}`).not.toMatch(
        /217,?391|133,?337|350,?728|\$(?:217|133|350|351)\b/,
      );
      expect(told.out).toMatch(
        json ? /"withheld": \[\s+"base",\s+"bonus"/ : /Citadel, confidential: Base, Bonus/,
      );
    }
  });

  test('draws a picture that stands by itself', async () => {
    const svg = join(folder, 'market.svg');
    const told = await asked({role: 'devops', region: 'New York', svg}, shelf());
    expect(told.err).toContain(`wrote ${svg}`);
    const text = readFileSync(svg, 'utf8');
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(text).toContain('Bolt Works $120K to $160K');
    // the scale, and inks that need no page around them
    expect(text).toContain('>$140K<');
    expect(text).not.toContain('var(');
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'a company',
      {role: 'devops', company: 'acne tools'},
      'no company reads like “acne tools”; did you mean Acme Tools?',
    ],
    ['a role', {role: 'devopps'}, 'no role reads like “devopps”; did you mean devops?'],
    ['a region', {role: 'devops', region: 'Lodnon'}, 'no region reads like “Lodnon”; did you mean London?'],
    [
      'a level',
      {role: 'devops', level: 'Shogun at Acme Tools'},
      'no level reads like “Acme Tools Shogun”; there is Acme Tools L4',
    ],
    ['a currency', {role: 'devops', currency: 'XYZ'}, '“XYZ” is no currency'],
    ['a place to look', {role: 'devops', at: 'Crest Labs'}, 'which company’s level?'],
    ['a role at all', {}, 'which role?'],
  ])('answers a name that is none with what there is: %s', async (_what, flags, said) => {
    const told = await asked(flags, shelf());
    expect(told.err).toContain(said);
    expect([told.code, told.out]).toEqual([2, '']);
  });

  test('takes no flag that it would not heed', async () => {
    const told = await asked({findings: true, region: 'London'}, shelf());
    expect([told.out, told.code]).toEqual(['', 2]);
    expect(told.err).toContain('--findings lists what is wrong with level maps; --region is of an answer');
  });

  test('has no name to guess where none was typed', async () => {
    const told = await asked({role: 'devops', region: ' '}, shelf());
    expect([told.code, told.err]).toEqual([2, expect.stringContaining('no region reads like “ ”; there is')]);
  });

  test.skipIf(process.platform === 'win32')('does not wait at a pipe', async () => {
    const guides = shelf();
    execFileSync('mkfifo', [join(guides, 'pipe.md')]);
    const told = await asked({role: 'devops'}, guides);
    expect(told.err).toMatch(/pipe\.md.*not a file/);
    expect(told.out).toContain('Acme Tools');
    expect(told.code).toBe(3);
  });

  test('says plainly where no guides are', async () => {
    const none = await asked({role: 'devops'}, join(folder, 'nowhere'));
    expect([none.code, none.err]).toEqual([
      3,
      `there is no folder ${join(folder, 'nowhere')}: check the name\n`,
    ]);
    mkdirSync(join(folder, 'empty'));
    const empty = await asked({role: 'devops'}, join(folder, 'empty'));
    expect(empty.err).toContain('no Markdown file in');
  });

  test('answers from what it can read, says what it cannot, and ends with 3', async () => {
    const guides = shelf();
    symlinkSync('round.md', join(guides, 'round.md'));
    writeFileSync(join(guides, 'binary.md'), Buffer.from([0, 1, 2, 0]));
    for (const cache of [true, true, false]) {
      const told = await asked({role: 'devops', cache}, guides);
      expect(told.code).toBe(3);
      expect(told.err).toMatch(/round\.md.*ELOOP/);
      expect(told.err).toMatch(/binary\.md.*binary file/);
      expect(told.out).toContain('Acme Tools');
    }
  });

  test('a file that is named must be a guide; Markdown in a folder need not', async () => {
    const guides = shelf();
    put('lunch.md', '# Lunch\n\nSoup costs $6.\n');
    expect((await asked({role: 'devops'}, guides)).code).toBe(0);
    const told = await asked({role: 'devops'}, join(guides, 'acme.md'), join(guides, 'lunch.md'));
    expect(told.code).toBe(3);
    expect(told.err).toContain(`${join(guides, 'lunch.md')} is no guide`);
    expect(told.out).toContain('Acme Tools');
  });

  // root may read everything
  test.skipIf(process.getuid?.() === 0)(
    'a folder that is closed takes none of the others along',
    async () => {
      const guides = shelf();
      mkdirSync(join(guides, 'closed'));
      chmodSync(join(guides, 'closed'), 0);
      const told = await asked({role: 'devops'}, guides);
      chmodSync(join(guides, 'closed'), 0o700);
      expect(told.code).toBe(3);
      expect(told.err).toMatch(/closed.*the folder cannot be read \(EACCES\)/);
      expect(told.out).toContain('Acme Tools');
    },
  );

  test('takes companies and roles that no list has, by what the guides call them', async () => {
    const guides = shelf();
    put(
      'zorb.md',
      guideText('Zorblatt & Söhne (Acme Group)', 140, 'Zorblatt Q3 = Frobnitz Chief')
        .replace('DevOps Engineer', 'Senior Quantum Baker')
        .replace('New York (HQ)', 'Reykjavík (HQ)'),
    );
    const told = await asked(
      {role: 'senior quantum baker', company: 'zorblatt', region: 'reykjavik', level: 'Q3', at: 'Frobnitz'},
      guides,
    );
    expect(told.out).toMatch(/Zorblatt & Söhne +Reykjavík \(HQ\) +\$140K to \$180K/);
    expect(told.out).toContain('Zorblatt & Söhne Q3 at Frobnitz: Chief');
    const junior = await asked({role: 'quantum baker'}, guides);
    expect([junior.code, junior.err]).toEqual([
      2,
      expect.stringContaining('no guide is on “quantum baker” itself; there is Senior Quantum Baker'),
    ]);
    const none = await asked({role: 'wizard'}, guides);
    expect(none.err).toContain(
      'no role reads like “wizard”; there is devops, DevOps Engineer, Senior Quantum Baker',
    );
  });

  test('finds the guides of PARLEY_GUIDES', async () => {
    vi.stubEnv('PARLEY_GUIDES', shelf());
    expect((await asked({role: 'devops'})).out).toContain('Bolt Works');
  });
});

describe('the cache', () => {
  const question = {role: 'devops', region: 'New York'};

  test('answers as the reading did, without reading', async () => {
    const guides = shelf();
    const first = await asked(question, guides);
    const second = await asked(question, guides);
    expect(second.out).toBe(first.out);
    expect([first.err, second.err]).toEqual([
      '2 guides of 2 files, 2 read now\n',
      '2 guides of 2 files, all as remembered\n',
    ]);
  });

  test('reads what changed, and only that', async () => {
    const guides = shelf();
    await asked(question, guides);
    put('acme.md', guideText('Acme Tools', 300), 30);
    const told = await asked(question, guides);
    expect(told.err).toContain('1 read now');
    expect(told.out).toContain('$300K to $340K');
  });

  test('trusts the bytes where only the time changed', async () => {
    const guides = shelf();
    await asked(question, guides);
    put('acme.md', guideText('Acme Tools', 100, 'Acme Tools L4 = Bolt Works E5'), 30);
    expect((await asked(question, guides)).err).toContain('all as remembered');
  });

  test('does not trust the time of what was written just before', async () => {
    const guides = shelf();
    put('acme.md', guideText('Acme Tools', 100), 0);
    await asked(question, guides);
    const {atimeMs, mtimeMs} = statSync(join(guides, 'acme.md'));
    writeFileSync(join(guides, 'acme.md'), guideText('Acme Tools', 200));
    utimesSync(join(guides, 'acme.md'), atimeMs / 1000, mtimeMs / 1000);
    expect((await asked(question, guides)).out).toContain('$200K to $240K');
  });

  test('forgets what is gone, and finds what is new', async () => {
    const guides = shelf();
    await asked(question, guides);
    rmSync(join(guides, 'acme.md'));
    put('dune.md', guideText('Dune Works', 150));
    const told = await asked(question, guides);
    expect(told.out).not.toContain('Acme Tools');
    expect(told.out).toContain('Dune Works');
  });

  test.each<[string, (text: string) => string]>([
    ['torn', text => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['altered', text => text.replace('100000', '999999')],
    ['not ours', () => 'nothing to see here\n'],
    ['of another shape', () => '{"written": 1}\nx\ty'],
  ])('that is %s is as good as none, and mended', async (_how, damage) => {
    const guides = shelf();
    const first = await asked(question, guides);
    writeFileSync(cached(), damage(readFileSync(cached(), 'utf8')));
    const second = await asked(question, guides);
    expect(second.out).toBe(first.out);
    expect(second.err).toContain('2 read now');
    expect((await asked(question, guides)).err).toContain('all as remembered');
  });

  test('can be left alone, or be impossible', async () => {
    const guides = shelf();
    const without = await asked({...question, cache: false}, guides);
    expect(existsSync(join(folder, 'cache'))).toBe(false);
    writeFileSync(join(folder, 'cache'), 'a file in the place of the folder');
    expect((await asked(question, guides)).out).toBe(without.out);
  });
});

const {isThere} = beside('guides', 'the flagship question has an answer from a whole library');
describe.skipIf(!isThere)('the flagship question', () => {
  test('has an answer from the whole library', {timeout: 120_000}, async () => {
    const told = await asked(
      {
        role: 'devops',
        company: 'millennium,citadel-securities,point72',
        region: 'New York',
        at: 'Citadel,Point72,Google',
        json: true,
      },
      LIBRARY,
    );
    const document = JSON.parse(told.out) as {
      guides: {read: number; used: number};
      bands: {company: string; component: string; low: number; high: number}[];
      levels: {company: string; answers: {level: string; steps: {path: string; span: {line: number}}[]}[]}[];
    };
    expect(document.guides).toEqual({read: 1904, used: 3});
    expect(
      document.bands
        .filter(({component}) => component === 'base')
        .map(({company, low, high}) => `${company} ${low} ${high}`),
    ).toEqual([
      'Citadel Securities 185000 235000',
      'Millennium Management 175000 225000',
      'Point72 165000 225000',
    ]);
    const said = document.levels.map(({company, answers}) => [
      company,
      ...answers.map(
        ({level, steps}) =>
          `${level}, ${steps.map(({path, span}) => `${path.slice(LIBRARY.length + 1)}:${span.line}`).join(' ')}`,
      ),
    ]);
    expect(said).toEqual([
      [
        'Citadel',
        'Citadel DevOps / SRE Engineer, millennium-management/devops-engineer.md:29',
        'Citadel SRE II, point72/devops-engineer.md:30',
      ],
      [
        'Point72',
        'Point72 L2, point72/devops-engineer.md:30',
        'Point72 DevOps Engineer, millennium-management/devops-engineer.md:29',
      ],
      // no guide of the library leads from the funds to Google
      ['Google'],
    ]);
  });
});
