import {buildCommand} from '@stricli/core';
import {statSync} from 'node:fs';
import {isCurrency, shippedRates} from '../../base/index.ts';
import {loadCase} from '../../case/index.ts';
import {asText} from '../../figure/index.ts';
import {writeAtomic} from '../../files/index.ts';
import {draw} from '../../page/index.ts';
import {countWords, levelFindingsText, marketChart, marketText, standalone} from '../../views/index.ts';
import {
  exchange,
  graphOf,
  type Head,
  headOf,
  type LevelGraph,
  type Listing,
  type MarketReport,
  marketReport,
  type Named,
  type Names,
  roleKey,
  shippedNames,
} from '../../market/index.ts';
import {type Situation, situationFor} from '../../strategy/index.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import type {Shelved} from '../listing.ts';
import {findingsAsked} from '../market/findings.ts';
import {gather} from '../market/gather.ts';
import {findingsJson, marketJson} from '../market/json.ts';
import {offerPays} from '../market/offers.ts';
import {companyNamed, type Found, levelNamed, placeNamed, roleNamed} from '../market/resolve.ts';
import {dayFlag, flag, json, text} from '../flags.ts';

interface MarketFlags {
  readonly findings: boolean;
  readonly role?: string;
  readonly company?: string;
  readonly region?: string;
  readonly currency?: string;
  readonly level?: string;
  readonly at?: string;
  readonly case?: string;
  readonly json: boolean;
  readonly svg?: string;
  readonly cache: boolean;
  readonly today?: string;
}

export const command = buildCommand<MarketFlags, string[], Context>({
  func: market,
  parameters: {
    flags: {
      role: text('The role, such as devops or "senior software engineer"', 'ROLE'),
      company: text('The companies, with commas between them; all unless told', 'FIRMS'),
      region: text('The region, such as "New York"', 'REGION'),
      currency: text('The currency to show; that of most bands unless told', 'CODE'),
      level: text('A level to find elsewhere, such as "L4 at Google"', 'LEVEL'),
      at: text('Where to find it, with commas between companies', 'FIRMS'),
      case: text('A case folder whose offers are placed', 'DIR'),
      json,
      findings: flag(
        'List every level that guides contradict each other on, or inflate, in the place of an answer',
      ),
      svg: text('Draw the bands into this file', 'FILE'),
      cache: {kind: 'boolean', brief: 'Remember what was read', default: true},
      today: dayFlag('The day whose exchange rates count (YYYY-MM-DD)'),
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        brief: 'Folders of guides; PARLEY_GUIDES or ./guides unless told',
        placeholder: 'FOLDER',
      },
    },
  },
  docs: {
    brief: BRIEFS.market,
    fullDescription: [
      'Puts the bands of all guides for a role into one table and one currency, says what a level is called at other',
      'companies and which guides say so, and places the offers of a case among them. It is what guides assert, and no',
      'survey.',
      '',
      'EXAMPLES',
      '  parley market guides --role devops --company millennium,citadel-securities,point72 --region "New York"',
      '  parley market guides --role devops --level "DevOps Engineer at Millennium" --at "Citadel,Google"',
      '  parley market guides --case examples/millennium-devops --svg market.svg',
      '  parley market guides --findings --company Google',
    ].join('\n'),
  },
});

/** Pixels of the picture that `--svg` writes. */
const PICTURE_WIDTH = 760;

/** Flags that shape an answer, and say nothing to `--findings`. */
const ANSWERS = ['region', 'currency', 'level', 'at', 'svg'] as const;

/** `parley market [FOLDER…]`: bands of many guides, levels across companies, where offers stand. */
async function market(this: Context, flags: MarketFlags, ...args: string[]): Promise<void> {
  const unheard = flags.findings ? ANSWERS.find(name => flags[name] !== undefined) : undefined;
  if (unheard !== undefined) {
    this.talk(
      `--findings lists what is wrong with level maps; --${unheard} is of an answer: leave one of them out`,
    );
    return this.exit(EXIT.usage);
  }
  const opened = openCase(this, flags);
  if (opened === null) return this.exit(EXIT.input);
  const {situation} = opened;
  const folders = foldersFrom(args, process.env['PARLEY_GUIDES']);
  const absent = folders.find(isAbsent);
  if (absent !== undefined) {
    this.talk(
      args.length === 0 && process.env['PARLEY_GUIDES'] === undefined
        ? 'no guides: name a folder of guides, set PARLEY_GUIDES to one, or put them into ./guides'
        : `there is no folder ${absent}: check the name`,
    );
    return this.exit(EXIT.input);
  }
  const {guides: gathered, files, read} = await gather(this, folders, flags.cache);
  const names = shippedNames();
  const guides = withCase(names, gathered, situation);
  if (guides.length === 0) {
    const where = folders.join(', ');
    this.talk(
      files === 0 ? `no Markdown file in ${where}` : `no guide in ${where}, of ${countWords(files, 'file')}`,
    );
    return this.exit(EXIT.input);
  }
  this.talk(
    `${countWords(guides.length, 'guide')} of ${countWords(files, 'file')}, ${read === 0 ? 'all as remembered' : `${read} read now`}`,
  );

  const wrong = (why: string) => {
    this.talk(why);
    this.exit(EXIT.usage);
  };
  if (flags.findings) {
    const found = findingsAsked(names, guides, {role: flags.role, companies: split(flags.company)});
    if (!found.ok) return wrong(found.why);
    if (flags.json) this.print(JSON.stringify(findingsJson(found.value, guides.length), asText, 2));
    else this.print(levelFindingsText(found.value, {width: this.width, colour: this.colour, folders}));
    return;
  }
  const roleText = flags.role ?? situation?.role;
  if (roleText === undefined) return wrong('which role? for example: --role devops');
  const role = roleNamed(names, guides, roleText);
  if (!role.ok) return wrong(role.why);
  const listings = guides.flatMap(one => (one.role.field === role.value.field ? [one.guide.open()] : []));
  const graphs = graphsOf(names, guides, listings);
  const regionText = flags.region ?? situation?.region;
  const place = regionText === undefined ? null : placeNamed(names, listings, regionText);
  if (place !== null && !place.ok) return wrong(place.why);
  const companies = all(split(flags.company).map(text => companyNamed(names, guides, text, graphs.all)));
  if (!companies.ok) return wrong(companies.why);
  const home: Found<Named> | null =
    situation === null ? null : companyNamed(names, guides, situation.company, graphs.all);
  const first = home?.ok === true ? home.value : (companies.value[0] ?? null);
  const at = all(split(flags.at).map(text => companyNamed(names, guides, text, graphs.all)));
  if (!at.ok) return wrong(at.why);
  if (flags.level === undefined && at.value.length > 0 && first === null)
    return wrong('which company’s level? for example: --level "DevOps Engineer at Millennium"');
  const level = flags.level === undefined ? null : levelNamed(names, guides, flags.level, first, graphs.all);
  if (level !== null && !level.ok) return wrong(level.why);
  const own = first === null ? null : `${first.id}:${roleKey(role.value)}`;
  const from = level?.value ?? (own !== null && graphs.field.nodes.has(own) ? own : null);
  if (flags.currency !== undefined && !isCurrency(flags.currency))
    return wrong(`“${flags.currency}” is no currency known here; write a code such as USD or GBP`);

  const rates = shippedRates();
  const day = flags.today ?? situation?.today ?? this.today;
  const report = marketReport(
    names,
    listings,
    graphs,
    {
      role: role.value,
      place: place?.value ?? null,
      companies: companies.value,
      currency: flags.currency ?? null,
      day,
      from,
      at:
        at.value.length > 0
          ? at.value
          : companies.value.filter(({id}) => from?.startsWith(`${id}:`) !== true),
      offers: situation === null ? [] : offerPays(names, situation.offers),
      read: guides.length,
    },
    currency => exchange(rates, currency, day),
  );
  if (flags.json) this.print(JSON.stringify(marketJson(report), asText, 2));
  else this.print(marketText(report, {width: this.width, colour: this.colour, folders}));
  if (flags.svg !== undefined) await picture(this, report, flags.svg);
}

/** Whether nothing stands there. What is there and cannot be read is left to the reading, which says why. */
function isAbsent(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) === undefined;
  } catch {
    return false;
  }
}

function openCase(context: Context, flags: MarketFlags): {situation: Situation | null} | null {
  if (flags.case === undefined) return {situation: null};
  const {situation, findings} = loadCase(flags.case, {today: flags.today ?? context.today});
  sayFindings(context, findings, {folder: flags.case});
  return situation === null ? null : {situation: situationFor(situation, 'call')};
}

/** The arguments, else the folders of PARLEY_GUIDES, else ./guides. */
function foldersFrom(args: readonly string[], named: string | undefined): readonly string[] {
  if (args.length > 0) return args;
  return named === undefined || named === ''
    ? ['guides']
    : named.split(process.platform === 'win32' ? ';' : ':');
}

type Titled = Head & {readonly title: string; readonly guide: Pick<Shelved, 'open'>};

/** Every guide with its title read; the case's own among them, where no folder has one on the same company and role. */
function withCase(
  names: Names,
  gathered: readonly Shelved[],
  situation: Situation | null,
): readonly Titled[] {
  const heads = new Map<string, Head>();
  const titled = gathered.map((guide): Titled => {
    const key = `${guide.role}\n${guide.company}`;
    const head = heads.get(key) ?? headOf(names, guide);
    heads.set(key, head);
    return {...head, title: guide.role, guide};
  });
  const there = new Set([...heads.values()].map(keyOf));
  const own = (situation?.readings ?? []).flatMap(({guide}): Titled[] => {
    if (guide === null) return [];
    const head = headOf(names, {role: guide.role.value, company: guide.company.value});
    return there.has(keyOf(head)) ? [] : [{...head, title: guide.role.value, guide: {open: () => guide}}];
  });
  return [...titled, ...own];
}

function keyOf({company, role}: Head): string {
  return `${company.id}:${roleKey(role)}`;
}

/** The level graph of a field's guides, and that of all guides, made when it is first asked for. */
function graphsOf(names: Names, guides: readonly Titled[], listings: readonly Listing[]) {
  let whole: LevelGraph | undefined;
  return {
    field: graphOf(names, listings),
    all: () =>
      (whole ??= graphOf(
        names,
        guides.map(({guide}) => guide.open()),
      )),
  };
}

function split(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function all<T>(found: readonly Found<T>[]): Found<readonly T[]> {
  const lost = found.find(one => !one.ok);
  if (lost !== undefined && !lost.ok) return lost;
  return {ok: true, value: found.flatMap(one => (one.ok ? [one.value] : []))};
}

async function picture(context: Context, report: MarketReport, path: string): Promise<void> {
  const failed = writeAtomic(path, `${standalone(await draw(marketChart(report, PICTURE_WIDTH)))}\n`);
  sayFindings(context, failed);
  if (failed.length > 0) context.exit(EXIT.input);
  else context.talk(`wrote ${path}`);
}
