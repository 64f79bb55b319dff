import {buildCommand} from '@stricli/core';
import type {Context} from './context.ts';
import {caseDir, dayFlag, dayOrInstant, flag, json, text} from './flags.ts';

// What each command takes and how its help reads; what it does is loaded only when it runs.

export interface GuideFlags {
  readonly json: boolean;
  readonly failOn: 'error' | 'warning' | 'note' | 'never';
  readonly today?: string;
  readonly rule?: readonly string[];
  readonly sarif?: boolean;
  readonly rules?: boolean;
  readonly explain?: readonly string[];
}

export const guideCommand = buildCommand<GuideFlags, string[], Context>({
  loader: async () => (await import('./commands/guide.ts')).guide,
  parameters: {
    flags: {
      json,
      failOn: {
        kind: 'enum',
        values: ['error', 'warning', 'note', 'never'],
        brief: 'End with 1 where a finding is as grave as this',
        default: 'never',
      },
      today: dayFlag('The day to judge age and exchange rates by (YYYY-MM-DD)'),
      rule: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Count the findings of this rule alone; may be repeated',
        placeholder: 'NAME',
      },
      sarif: {
        kind: 'boolean',
        brief: 'One SARIF 2.1.0 document on stdout, for editors and code hosts',
        optional: true,
        withNegated: false,
      },
      rules: {
        kind: 'boolean',
        brief: 'List every rule, and read nothing',
        optional: true,
        withNegated: false,
      },
      explain: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Say what a rule means, with an example and how to mend it; may be repeated',
        placeholder: 'NAME',
      },
    },
    positional: {
      kind: 'array',
      parameter: {parse: String, brief: 'Guides in Markdown, or folders of them', placeholder: 'PATH'},
    },
  },
  docs: {
    brief: 'Read and audit guides',
    fullDescription: [
      'Reads each guide, prints what it says and what is wrong with it: totals against their parts, ranges, anchors,',
      'exchange rates, claims about uptime and money, sources. A folder is searched for Markdown and summed up: its',
      'layouts, its findings by rule, its worst guides. docs/audit.md explains every rule.',
      '',
      'EXAMPLES',
      '  parley guide examples/millennium-devops/guide.md',
      '  parley guide examples',
      '  parley guide --rule grant-counted-whole --rule no-floor guides',
      '  parley guide --json --fail-on warning guides > guides.jsonl',
      '  parley guide --sarif guides > parley.sarif',
      '  parley guide --explain grant-counted-whole',
      '',
      'Tables that several guides share are found once all are read: --json, which prints each guide as soon as it is',
      'read, tells them in a last line of its own, "kind": "together", where there are any.',
    ].join('\n'),
  },
});

export interface PlanFlags {
  readonly case?: string;
  readonly json: boolean;
  readonly full: boolean;
  readonly write: boolean;
  readonly today?: string;
}

export const planCommand = buildCommand<PlanFlags, [string?], Context>({
  loader: async () => (await import('./commands/plan.ts')).plan,
  parameters: {
    flags: {
      case: caseDir,
      json,
      full: flag("All of the ledger, with the employer's figures: for you alone"),
      write: {kind: 'boolean', brief: 'Write out/brief.html and out/plan.json into the case', default: true},
      today: dayFlag('The day to plan as of, where the case pins none (YYYY-MM-DD)'),
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {parse: String, brief: 'The case folder; here unless told', placeholder: 'CASE', optional: true},
      ],
    },
  },
  docs: {
    brief: 'Where the offers stand, what to ask, what to say, what not to say',
    fullDescription: [
      'Holds the offers of a case against the guide and its rules, checks every claim, and prints the plan: stance,',
      'asks in order, scripts that are safe to say, rebuttals, and what to leave unsaid. Writes out/brief.html to bring.',
      '',
      'What is printed, out/brief.html and out/plan.json are edition call: yours, open while you talk, without a',
      'confidential figure and without what case.yaml rules out. With --full, what is printed is edition desk: all of the',
      "ledger, with the employer's figures, for you alone; the files in out/ stay edition call.",
      '',
      'EXAMPLES',
      '  parley plan examples/millennium-devops',
      '  parley plan my-case --json --no-write > plan.json',
      '  parley plan my-case --full --no-write',
    ].join('\n'),
  },
});

export interface InitFlags {
  readonly json: boolean;
  readonly role?: string;
  readonly company?: string;
  readonly region?: string;
  readonly guide?: string;
  readonly who?: string;
  readonly currency?: string;
  readonly base?: string;
  readonly bonus?: string;
  readonly competing?: readonly string[];
  readonly deadline?: string;
  readonly today?: string;
  readonly ask: boolean;
}

export const initCommand = buildCommand<InitFlags, [string], Context>({
  loader: async () => (await import('./commands/init.ts')).init,
  parameters: {
    flags: {
      json,
      role: text('The role you negotiate for', 'ROLE'),
      company: text('The firm you negotiate with', 'FIRM'),
      region: text('The region, as the guide names it', 'REGION'),
      guide: text('The guide, a Markdown file', 'FILE'),
      who: text('Your name, for the brief', 'NAME'),
      currency: text('The currency you are paid in (USD)', 'CODE'),
      base: text('The base salary they have offered', 'MONEY'),
      bonus: text('The bonus they have offered', 'MONEY'),
      competing: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'A competing offer, "Citadel: 210K + 130K"; may be repeated',
        placeholder: 'OFFER',
      },
      deadline: dayFlag('The day you must decide by (YYYY-MM-DD)'),
      today: dayFlag('Pin the clock of the case to a day (YYYY-MM-DD)'),
      ask: {kind: 'boolean', brief: 'Ask for what the flags leave open, at a terminal', default: true},
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'The folder to make', placeholder: 'DIR'}],
    },
  },
  docs: {
    brief: 'Make a case folder, by questions or by flags',
    fullDescription: [
      'Makes a case folder ready to edit: case.yaml, the offers, and the schemas that let an editor complete and check',
      'them. At a terminal it asks for what the flags leave open; elsewhere the flags must say it all.',
      '',
      'EXAMPLES',
      '  parley init my-case',
      '  parley init my-case --role "DevOps Engineer" --company "Millennium Management" --region "New York" \\',
      '    --guide guide.md --base 180K --bonus 95K --competing "Citadel: 210K + 130K"',
    ].join('\n'),
  },
});

export interface MoveFlags {
  readonly case?: string;
  readonly json: boolean;
  readonly by?: 'me' | 'them';
  readonly kind?: 'offer' | 'ask' | 'accept' | 'reject' | 'question' | 'answer' | 'note';
  readonly at?: string;
  readonly party?: string;
  readonly currency?: string;
  readonly says?: string;
}

export const moveCommand = buildCommand<MoveFlags, string[], Context>({
  loader: async () => (await import('./commands/move.ts')).move,
  parameters: {
    flags: {
      case: caseDir,
      json,
      by: {
        kind: 'enum',
        values: ['me', 'them'],
        brief: 'Whose move it is; without it, the moves so far are listed',
        optional: true,
      },
      kind: {
        kind: 'enum',
        values: ['offer', 'ask', 'accept', 'reject', 'question', 'answer', 'note'],
        brief:
          'What it is; else an offer (theirs) or an ask (mine) where terms are named, and a note where none is',
        optional: true,
      },
      at: {
        kind: 'parsed',
        parse: dayOrInstant,
        brief: 'The day of it, or the instant with its offset; today unless told',
        placeholder: 'WHEN',
        optional: true,
      },
      party: text('The firm, where it is not the one of the case', 'FIRM'),
      currency: text('The currency of the amounts', 'CODE'),
      says: text('What was said, in a line', 'TEXT'),
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        brief: 'The case folder; and terms, such as base=185000 bonus=100000 signOn=25000',
        placeholder: 'CASE|TERM',
      },
    },
  },
  docs: {
    brief: 'Log a move of the negotiation, or list them',
    fullDescription: [
      'Adds a line to moves.jsonl, which only ever grows. Without --by it lists the moves so far, without a confidential',
      'figure and without what case.yaml rules out. The first word is the case where it is a folder that holds case.yaml.',
      '',
      'EXAMPLES',
      '  parley move my-case --by them --says "we can go to 185" base=185000 bonus=100000',
      '  parley move my-case --by me --at 2026-11-22T16:30:00-05:00 --kind question --says "is the bonus guaranteed?"',
      '  parley move my-case',
    ].join('\n'),
  },
});

export interface MarketFlags {
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

export const marketCommand = buildCommand<MarketFlags, string[], Context>({
  loader: async () => (await import('./commands/market.ts')).market,
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
    brief: 'Bands of many guides, levels across companies, where an offer stands',
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

export interface WagesFlags {
  readonly company?: string;
  readonly role?: string;
  readonly region?: string;
  readonly mapping?: string;
  readonly json: boolean;
  readonly skipBad: boolean;
  readonly ceiling?: number;
  readonly window?: number;
}

function aboveZero(text: string): number {
  const value = Number(text.replace(/,/g, ''));
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new Error(`${text} is no number above zero`);
  return value;
}

export const wagesCommand = buildCommand<WagesFlags, string[], Context>({
  loader: async () => (await import('./commands/wages.ts')).wages,
  parameters: {
    flags: {
      company: text('Companies, parted by commas', 'FIRM,…'),
      role: text('A role family, such as devops', 'ROLE'),
      region: text('A region, such as "New York", or one city, "New York, NY"', 'PLACE'),
      mapping: text('How to read a table that is not the disclosure file (YAML)', 'FILE'),
      json,
      skipBad: flag('Leave broken lines out and count them, in the place of refusing the file'),
      ceiling: {
        kind: 'parsed',
        parse: aboveZero,
        brief: 'USD a year that no wage can pass; 2,000,000 unless told',
        placeholder: 'AMOUNT',
        optional: true,
      },
      window: {
        kind: 'parsed',
        parse: aboveZero,
        brief: 'Times the prevailing wage that a mended one may reach; 5 unless told',
        placeholder: 'TIMES',
        optional: true,
      },
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {parse: String, brief: 'Wage tables, csv or xlsx', placeholder: 'FILE'},
    },
  },
  docs: {
    brief: 'What public wage tables say of a company, a role, a place',
    fullDescription: [
      'Reads the H-1B wage disclosures of the US Department of Labor (xlsx or csv, of any quarter), or another table with',
      'a mapping, and answers with quartiles by role, city and company. These wages are a floor, not a market median.',
      'Everything happens on this machine, in memory.',
      '',
      'EXAMPLES',
      '  parley wages LCA_Disclosure_Data.xlsx --company millennium --region "New York"',
      '  parley wages wages.csv --mapping wages.yaml --role devops --json',
    ].join('\n'),
  },
});
