import {type Currency, isCurrency} from '../base/index.ts';
import {hastyAmount, readAmount, type StatedAmount, unknownCurrency} from './amount.ts';
import {dateProblem} from './day.ts';
import {day} from './vocabulary.ts';

/** What a fresh case is made from, as typed: flags and prompts carry these names. Absent and empty are the same. */
export interface Answers {
  readonly who?: string | undefined;
  readonly role: string;
  readonly company: string;
  readonly region: string;
  /** The path of the guide, as case.yaml shall name it: from the case folder. */
  readonly guide: string;
  readonly currency?: string | undefined;
  /** Of the firm's first offer: `180000`, `$180K`. */
  readonly base?: string | undefined;
  readonly bonus?: string | undefined;
  /** One entry an offer: `Citadel: 210K + 130K`, base and, after the plus, bonus. */
  readonly competing?: readonly string[] | undefined;
  readonly deadline?: string | undefined;
  /** Pins the clock of the case. */
  readonly today?: string | undefined;
}

/** One thing to ask, by prompt or by flag. */
export interface Question {
  readonly name: keyof Answers;
  readonly prompt: string;
  /** What an answer looks like. */
  readonly example: string;
  /** What an empty answer means; null where one must be given. */
  readonly fallback: string | null;
  /** Asked again until the answer is empty; the flag may be repeated. */
  readonly many: boolean;
  /** What is wrong with an answer, in one line; undefined where nothing is. `so` holds the answers before it. */
  readonly validate: (answer: string, so: Partial<Answers>) => string | undefined;
}

const some = (answer: string) => (answer.trim() === '' ? 'an answer is needed' : controls(answer));
const any = (answer: string) => controls(answer);

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  question('role', 'Which role do you negotiate for?', 'DevOps Engineer', null, some),
  question('company', 'With which firm?', 'Millennium Management', null, some),
  question('region', 'In which region? (as the guide names it)', 'New York', null, some),
  question('guide', 'Where is the guide? (a Markdown file)', 'guide.md', 'guide.md', any),
  question('who', 'Your name, for the brief? (empty: "you")', 'Sam', '', any),
  question('currency', 'In which currency are you paid?', 'USD', 'USD', answer => {
    const code = answer.trim().toUpperCase();
    if (code === '' || isCurrency(code)) return undefined;
    const {message, hint} = unknownCurrency(answer.trim());
    return `${message}; ${hint}`;
  }),
  question('base', 'The base salary they have offered, a year? (empty: no offer yet)', '180K', '', money),
  question('bonus', 'The bonus they have offered, a year? (empty: none named)', '95K', '', money),
  {
    ...question(
      'competing',
      'A competing offer, as Firm: base + bonus? (empty: no more)',
      'Citadel: 210K + 130K',
      '',
      (answer, so) => {
        if (answer.trim() === '') return undefined;
        const read = readCompeting(answer, homeOf(so));
        return typeof read === 'string' ? read : undefined;
      },
    ),
    many: true,
  },
  question('deadline', 'By when must you decide? (YYYY-MM-DD, empty: no day set)', '2026-12-04', '', date),
  question('today', 'Pin the clock to a day? (YYYY-MM-DD, empty: use the real day)', '2026-11-22', '', date),
];

export interface Competing {
  readonly party: string;
  readonly base: StatedAmount;
  readonly bonus: StatedAmount | null;
}

/** Reads `Citadel: 210K + 130K`; a line that says what is wrong where it is not such a thing. */
export function readCompeting(text: string, home: Currency): Competing | string {
  const at = text.lastIndexOf(':');
  const party = text.slice(0, Math.max(at, 0)).trim();
  const wrong = controls(party);
  if (at < 0 || party === '') return 'expected a firm, a colon, and amounts: Citadel: 210K + 130K';
  if (wrong !== undefined) return wrong;
  const parts = text.slice(at + 1).split('+');
  const [base, bonus, ...more] = parts.map(part => readAmount(part, {home, per: 'year'}));
  if (base === undefined || more.length > 0) return 'expected base, or base + bonus: Citadel: 210K + 130K';
  for (const amount of [base, bonus])
    if (amount !== undefined && 'rule' in amount) return `${amount.message}; ${amount.hint}`;
  for (const slip of parts.map(part => hastyAmount(part.trim())))
    if (slip !== null) return `${slip.message}; ${slip.hint}`;
  return {party, base: base as StatedAmount, bonus: (bonus as StatedAmount | undefined) ?? null};
}

/** The currency that the answers so far name, USD where they name none. */
export function homeOf(answers: Partial<Answers>): Currency {
  const code = (answers.currency ?? '').trim().toUpperCase();
  return isCurrency(code) ? code : 'USD';
}

/** What is wrong with a set of answers, one line a question; empty where a case can be made from it. */
export function answerProblems(
  answers: Partial<Answers>,
): readonly {readonly name: keyof Answers; readonly problem: string}[] {
  return QUESTIONS.flatMap(({name, fallback, validate}) => {
    const given = answers[name];
    const texts = typeof given === 'string' || given === undefined ? [given ?? fallback ?? ''] : given;
    return texts.flatMap(text => {
      const problem = validate(text, answers);
      return problem === undefined ? [] : [{name, problem}];
    });
  });
}

function question(
  name: keyof Answers,
  prompt: string,
  example: string,
  fallback: string | null,
  validate: Question['validate'],
): Question {
  return {name, prompt, example, fallback, many: false, validate};
}

function money(answer: string, so: Partial<Answers>): string | undefined {
  if (answer.trim() === '') return undefined;
  const home = homeOf(so);
  const read = readAmount(answer, {home, per: 'year'});
  if ('amount' in read && read.currency !== null && read.currency !== home)
    return `${answer.trim()} is in ${read.currency}, and you are paid in ${home}; correct the sign, or the currency`;
  const problem = 'rule' in read ? read : hastyAmount(answer);
  return problem === null ? undefined : `${problem.message}; ${problem.hint}`;
}

function date(answer: string): string | undefined {
  const typed = answer.trim();
  return typed === '' || day.safeParse(typed).success ? undefined : `${typed}${dateProblem(typed)}`;
}

function controls(answer: string): string | undefined {
  return /[\u0000-\u001f\u007f-\u009f]/.test(answer) ? 'the answer holds a control character' : undefined;
}
