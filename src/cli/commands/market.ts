import {buildCommand} from '@stricli/core';
import {market as ask, levels} from '../../desk/index.ts';
import {cacheFolder} from '../../files/index.ts';
import {draw} from '../../page/index.ts';
import {marketChart, standalone, levelsDocument, marketDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import {caseAndWords} from '../case-folder.ts';
import {type Context, EXIT, worldOn} from '../context.ts';
import {dayFlag, flag, html, json, split, text} from '../flags.ts';
import {shortRun} from '../pace.ts';
import {output, writeAll} from '../finished.ts';
import {answered, type PrintFlags, show, shown} from '../show.ts';

interface MarketFlags extends PrintFlags {
  readonly findings: boolean;
  readonly role?: string;
  readonly company?: string;
  readonly region?: string;
  readonly currency?: string;
  readonly level?: string;
  readonly at?: string;
  readonly case?: string;
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
      case: text('A case folder whose offers are placed, where it is not named by position', 'DIR'),
      html,
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
        brief: 'A case whose offers are placed, and folders of guides; PARLEY_GUIDES or ./guides unless told',
        placeholder: 'CASE|FOLDER',
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
      '  parley market examples/millennium-devops guides --svg market.svg',
      '  parley market guides --findings --company Google',
    ].join('\n'),
  },
});

/** Pixels of the picture that `--svg` writes. */
const PICTURE_WIDTH = 760;

/** Flags that shape an answer, and say nothing to `--findings`. */
const ANSWERS = ['region', 'currency', 'level', 'at', 'svg'] as const;

/** `parley market [CASE] [FOLDER…]`: bands of many guides, levels across companies, where offers stand. */
async function market(this: Context, flags: MarketFlags, ...args: string[]): Promise<void> {
  const unheard = flags.findings ? ANSWERS.find(name => flags[name] !== undefined) : undefined;
  if (unheard !== undefined) {
    this.talk(
      `--findings lists what is wrong with level maps; --${unheard} is of an answer: leave one of them out`,
    );
    return this.exit(EXIT.usage);
  }
  const named = caseAndWords(this, flags, args);
  if (named === null) return;
  shortRun(process.versions.v8);
  const folders = foldersFrom(named.words, process.env['PARLEY_GUIDES']);
  const world = worldOn(this, flags.today);
  const shelf = {
    folders,
    memory: flags.cache ? {folder: cacheFolder(process.env), now: Date.now()} : null,
    case: named.words.length < args.length || flags.case !== undefined ? named.folder : null,
    role: flags.role ?? null,
    companies: split(flags.company),
  };
  const look = {folders: folders ?? ['guides']};
  if (flags.findings) {
    const report = answered(this, await levels(shelf, world));
    if (report !== null) await show(this, flags, report, levelsDocument(report, look));
    return;
  }
  const {region = null, currency = null, level = null, today: day = null} = flags;
  const question = {...shelf, region, currency, level, at: split(flags.at), day};
  const sealed = answered(this, await ask(question, world));
  if (sealed === null) return;
  const {report} = sealed;
  const printed = await shown(this, flags, report, marketDocument(report, look), sealed);
  const drawn = async (path: string) =>
    output(
      path,
      `${standalone(await draw(marketChart(report, PICTURE_WIDTH), sealed.clean))}\n`,
      'page',
      sealed,
    );
  writeAll(this, flags.svg === undefined ? printed : [...printed, await drawn(flags.svg)]);
}

/** The words, else the folders of PARLEY_GUIDES; null where neither names any. */
function foldersFrom(words: readonly string[], named: string | undefined): readonly string[] | null {
  if (words.length > 0) return words;
  return named === undefined || named === '' ? null : named.split(process.platform === 'win32' ? ';' : ':');
}
