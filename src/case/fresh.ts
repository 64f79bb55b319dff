import {stringify} from 'yaml';
import type {Currency} from '../base/index.ts';
import type {Finding} from '../figure/index.ts';
import {readAmount, type StatedAmount} from './amount.ts';
import {type FreshFile, writeFresh} from '../files/index.ts';
import {CASE_FILE} from './load.ts';
import {schemaFiles, WRITTEN} from './published.ts';
import {type Answers, answerProblems, homeOf, readCompeting} from './questions.ts';
import {FORMAT} from './schema.ts';

/**
 * The files of a new case, ready to edit: case.yaml, the firm's offer, competing offers, and the schemas that an editor
 * completes from, without a network. Throws where `answerProblems` has something to say: ask it first.
 */
export function newCase(answers: Answers): readonly FreshFile[] {
  const [problem] = answerProblems(answers);
  if (problem !== undefined) throw new Error(`--${problem.name}: ${problem.problem}`);
  const home = homeOf(answers);
  const base = amountOf(answers.base, home);
  const bonus = amountOf(answers.bonus, home);
  const offers = [
    ...(base === null && bonus === null
      ? []
      : [{party: answers.company.trim(), kind: 'target' as const, role: answers.role.trim(), base, bonus}]),
    ...(answers.competing ?? [])
      .filter(text => text.trim() !== '')
      .map(text => ({kind: 'competing' as const, role: null, ...competing(text, home)})),
  ];
  const taken = new Set<string>();
  return [
    {path: CASE_FILE, text: caseText(answers, home)},
    ...offers.map(offer => ({
      path: `offers/${freeName(offer.party, taken)}.yaml`,
      text: offerText(offer, answers.region.trim(), home),
    })),
    ...schemaFiles(WRITTEN).map(({path, text}) => ({path: `.schema/${path}`, text})),
  ];
}

/** Writes the files of a new case, case.yaml last. Where any of them exists already, or one fails, nothing is written. */
export function createCase(folder: string, files: readonly FreshFile[]): readonly Finding[] {
  const isCase = ({path}: FreshFile) => path === CASE_FILE;
  return writeFresh(folder, [...files.filter(one => !isCase(one)), ...files.filter(isCase)]);
}

interface FirstOffer {
  readonly party: string;
  readonly kind: 'target' | 'competing';
  readonly role: string | null;
  readonly base: StatedAmount | null;
  readonly bonus: StatedAmount | null;
}

function caseText(answers: Answers, home: Currency): string {
  const line = (key: string, value: string | undefined, blank: string) =>
    value === undefined || value.trim() === '' ? `# ${key}: ${blank}` : `${key}: ${scalar(value.trim())}`;
  return `# yaml-language-server: $schema=.schema/case.schema.json
# One negotiation. An editor that knows YAML completes and checks this file by the line above.
parley: ${FORMAT}

${line('who', answers.who, 'Your Name          # as the brief shows it')}
role: ${scalar(answers.role.trim())}
company: ${scalar(answers.company.trim())}
# The region whose pay bands count, in the guide's own words.
region: ${scalar(answers.region.trim())}
# The first guide is the one of the firm you negotiate with. Paths count from this folder.
guides:
  - ${scalar(answers.guide.trim() || 'guide.md')}

${line('deadline', answers.deadline, 'YYYY-MM-DD    # the day by which you must decide')}
# With today and seed the same case gives the same plan on any day.
${line('today', answers.today, 'YYYY-MM-DD')}
seed: 1

# Your own numbers. A script only says what one of them backs, so each names its evidence:
#   measured    worked out from your own data      documented  a letter, a contract, an export you keep
#   published   open to everybody                  stated      by word of mouth
#   guide       only the guide has it              assumed     a guess
# and who may hear it:
#   public      anybody                            private     you, and whom you choose to tell
#   confidential  your employer's: told by the rules below, or not at all
# Take the example and put your own in its place:
#
# facts:
#   uptime:
#     label: uptime of the systems I ran, in market hours
#     value: 99.9              # percent: 99.9 means 99.9%
#     unit: percent
#     subject: uptime          # what it is of, so that it is told at the fitting lever
#     evidence: {tier: documented, source: "export of the monitoring, with its date"}
#     disclosure: private
facts: {}

# Claims of your own are formulas over the names of facts:
#
# claims:
#   - id: time-saved
#     says: every deployment is done sooner by half
#     formula: 1 - minutesAfter / minutesBefore
claims: []

disclosure:
  # What happens to confidential figures: omit leaves them out, round tells their order of magnitude.
  confidential: omit
  # One fact may have a rule of its own: {pods: round}, or {dailyPnl: {ratio: otherConfidentialFact}}.
  facts: {}
  # Subjects that no script touches. What you earn today is nobody's anchor but theirs.
  neverSay:
    - current pay

# Amounts in offers/ are in ${home} unless an offer says otherwise.
`;
}

function offerText({party, kind, role, base, bonus}: FirstOffer, region: string, home: Currency): string {
  const what = kind === 'target' ? 'The offer of the firm you negotiate with.' : 'A competing offer.';
  return `# yaml-language-server: $schema=../.schema/offer.schema.json
# ${what}
party: ${scalar(party)}
kind: ${kind}                # target, competing, or current for your job today
${role === null ? '# role: the role it is for' : `role: ${scalar(role)}`}
region: ${scalar(region)}
# made: YYYY-MM-DD           # the day it was made
# expires: YYYY-MM-DD        # the last day it can be accepted
currency: ${home}
# An offer is spoken of by its figures only with evidence documented or better: a letter, an e-mail you keep.
# When it comes, write tier: documented, and name the letter and its date.
evidence:
  tier: stated
  source: typed in when this case was made
disclosure: private
# What the work covers, where it matters to you. Whatever is not listed counts as unknown.
# scope:
#   - {text: cross-pod infrastructure, included: true}
terms:
${termText('base', base, home)}${termText('bonus', bonus, home)}  # A participation may be a share without a sum:
  # - component: pnl
  #   share: {percent: 1, of: PnL of the pods I run}
  #   per: year
`;
}

function termText(component: 'base' | 'bonus', amount: StatedAmount | null, home: Currency): string {
  if (amount === null) return '';
  const own =
    amount.currency !== null && amount.currency !== home ? `    currency: ${amount.currency}\n` : '';
  return `  - component: ${component}
    amount: ${plainNumber(amount.amount)}
${own}    per: year
    # guaranteed: true       # or false; leave it out while nobody has said
    # written: true          # or false
`;
}

/** Digits without an exponent, as a person would type them. */
function plainNumber(amount: number): string {
  return amount.toLocaleString('en-US', {useGrouping: false, maximumFractionDigits: 6});
}

function competing(text: string, home: Currency): Omit<FirstOffer, 'kind' | 'role'> {
  const read = readCompeting(text, home);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

function amountOf(text: string | undefined, home: Currency): StatedAmount | null {
  const read = (text ?? '').trim() === '' ? null : readAmount(text as string, {home, per: 'year'});
  if (read !== null && 'rule' in read) throw new Error(read.message);
  return read;
}

/** `Jump Trading` gives jump-trading; a name that is taken gets a number. */
function freeName(party: string, taken: Set<string>): string {
  const plain = party
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const name = plain === '' ? 'offer' : plain;
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  taken.add(free);
  return free;
}

/** A text as one YAML scalar on one line, quoted where it must be. */
function scalar(text: string): string {
  return stringify(text, {lineWidth: 0, blockQuote: false}).trimEnd();
}
