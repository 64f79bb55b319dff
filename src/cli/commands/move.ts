import {buildCommand} from '@stricli/core';
import {logMove, moves, type TypedMove, undoMove} from '../../desk/index.ts';
import {moveLine} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import {caseAndWords} from '../case-folder.ts';
import {type Context, EXIT} from '../context.ts';
import {caseDir, dayOrInstant, flag, json, text} from '../flags.ts';
import {output, writeAll} from '../finished.ts';
import {answered} from '../show.ts';

interface MoveFlags {
  readonly case?: string;
  readonly json: boolean;
  readonly by?: 'me' | 'them';
  readonly kind?: 'offer' | 'ask' | 'accept' | 'reject' | 'question' | 'answer' | 'note';
  readonly at?: string;
  readonly party?: string;
  readonly currency?: string;
  readonly says?: string;
  readonly undo: boolean;
}

export const command = buildCommand<MoveFlags, string[], Context>({
  func: move,
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
      undo: flag('Take back the move that was logged last; again, the one before'),
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
    brief: BRIEFS.move,
    fullDescription: [
      'Adds a line to moves.jsonl, which only ever grows. Without --by it lists the moves so far, without a confidential',
      'figure and without what case.yaml rules out, by their days. The first word is the case where it is a folder that',
      'holds case.yaml. --undo adds a line that takes back the one logged last, which is listed as taken back from then on.',
      '',
      'EXAMPLES',
      '  parley move my-case --by them --says "we can go to 185" base=185000 bonus=100000',
      '  parley move my-case --by me --at 2026-11-22T16:30:00-05:00 --kind question --says "is the bonus guaranteed?"',
      '  parley move my-case',
      '  parley move my-case --undo',
    ].join('\n'),
  },
});

/** `parley move`: one more line at the end of moves.jsonl, or the moves so far where nothing is to be logged. */
async function move(this: Context, flags: MoveFlags, ...positions: string[]): Promise<void> {
  const named = caseAndWords(this, flags, positions);
  if (named === null) return;
  const {folder, words} = named;
  const {json: _, case: __, by, undo, ...told} = flags;
  const wrong = (why: string) => {
    this.talk(why);
    this.exit(EXIT.usage);
  };
  if (undo) {
    const isAlone =
      words.length === 0 && by === undefined && Object.values(told).every(one => one === undefined);
    return isAlone
      ? takeBack(this, folder, flags)
      : wrong('--undo stands alone: nothing is logged beside it');
  }
  const terms = words.map(termOf);
  const odd = words[terms.indexOf(null)];
  if (odd !== undefined) return wrong(notTerm(odd, odd === positions[0]));
  if (by === undefined) {
    if (terms.length > 0 || flags.says !== undefined) return wrong('whose move is it? --by me or --by them');
    return list(this, folder, flags);
  }
  const typed = {...told, by, terms: terms.filter(term => term !== null)};
  const logged = answered(this, await logMove({folder, move: typed}, this.world));
  if (logged === null) return;
  if (flags.json) this.print(JSON.stringify({version: 1, file: logged.file}));
  this.talk(`logged in ${logged.file}`);
}

/** Takes back the last move, and says which one it was. */
async function takeBack(context: Context, folder: string, flags: MoveFlags): Promise<void> {
  const logged = answered(context, await undoMove({folder}, context.world));
  if (logged === null) return;
  const {file, undone} = logged;
  if (undone !== null) {
    const {report} = undone;
    const text = flags.json ? JSON.stringify({version: 1, file, undone: report}) : moveLine(report);
    writeAll(context, [output(null, text, flags.json ? 'json' : 'terminal', undone)]);
  }
  context.talk(`taken back in ${file}`);
}

/** The moves so far, a line each. */
async function list(context: Context, folder: string, flags: MoveFlags): Promise<void> {
  const answer = await moves({folder}, context.world);
  const report = answered(context, answer);
  if (report === null) return;
  if (answer.findings.some(one => one.severity === 'error')) context.exit(EXIT.input);
  const lines = report.report.map(one => (flags.json ? JSON.stringify(one) : moveLine(one)));
  writeAll(
    context,
    lines.map(one => output(null, one, flags.json ? 'json' : 'terminal', report)),
  );
  if (lines.length === 0 && answer.findings.length === 0)
    context.talk(`no move is logged yet: parley move ${folder} --by them --says "..." base=185000`);
}

const ONCE = new Set(['signOn', 'milestone']);

/** `base=185000` as a term; null where it is none. What it may be, the schema judges. */
function termOf(text: string): TypedMove['terms'][number] | null {
  const [component = '', amount = '', ...more] = text.split('=');
  if (component === '' || amount === '' || more.length > 0) return null;
  return {component, amount, per: ONCE.has(component) ? 'once' : 'year'};
}

/** The first word may have been meant as the case; a sum wants to be told what it is of. */
function notTerm(word: string, first: boolean): string {
  if (word.includes('=')) return `expected a term such as base=185000, got "${word}"`;
  const isSum = !/[/\\]/.test(word) && /^[^a-z]*\d|\s\d/i.test(word);
  if (isSum) return `"${word}" does not say what is paid: write a term such as base=185K`;
  return first
    ? `${word} is no case folder (make one with: parley init ${word}), nor a term such as base=185000`
    : `expected a term such as base=185000, got "${word}"`;
}
