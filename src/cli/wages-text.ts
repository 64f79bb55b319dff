import {showMoney} from '../base/index.ts';
import {EMPTY, type Ink, type Line, render, run, table, wrap} from '../page/index.ts';
import {
  DROP_REASONS,
  type DropReason,
  type Quartiles,
  type RegionGathered,
  type WageAnswer,
  type WageSet,
} from '../market/index.ts';
import type {Look} from './guide-text.ts';

/** Groups that the terminal lists; `--json` has more. */
const LISTED = 20;

/** The answer for a terminal: what was asked, the figures, what they are, and what became of every row. */
export function wagesText(answer: WageAnswer, {width, colour}: Look): string {
  const {rows, question} = answer;
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const asked = [question.companies.join(', '), question.role, question.region].filter(
    one => one !== null && one !== '',
  );
  const lines = [
    ...say(['Public wages', asked.join(' · ')].filter(one => one !== '').join(': '), 'bold'),
    ...say(`${answer.basis}.`),
    EMPTY,
    ...(answer.all.length === 0 ? [...say('No row of these files fits the question.'), EMPTY] : []),
    ...answer.all.flatMap(set => [...points(set, width, say), EMPTY]),
    ...groups(answer, width, say),
  ];
  if (answer.apart.length > 0) {
    lines.push(...say('Kept apart (lower end of the range, a year)', 'bold'));
    for (const {why, n, currency, from} of answer.apart)
      lines.push(...say(`${why}: n ${count(n)}, median ${showMoney({amount: from.median, currency})}`));
    lines.push(EMPTY);
  }
  for (const {company, near} of answer.unfound)
    lines.push(
      ...say(
        near.length === 0
          ? `No row is under ${company}.`
          : `No row is under ${company}; these names begin like it, and can be asked for without their legal form: ${near.join('; ')}`,
        'unknown',
      ),
      EMPTY,
    );
  if (answer.gathered !== null) lines.push(...gathered(answer.gathered, say));
  if (answer.employers.length > 0) {
    lines.push(...say('Found under', 'bold'));
    for (const {what, company, by, rows: n} of answer.employers)
      lines.push(...say(`${what}, ${company} by ${by}: ${count(n)}`));
    lines.push(EMPTY);
  }
  lines.push(
    ...say(
      `${count(rows.read)} rows read, ${count(rows.kept)} kept, ${count(rows.fitting)} fit the question`,
    ),
  );
  for (const {what, rows: n} of answer.dropped)
    lines.push(...say(`${count(n)} left out, ${what}: ${DROP_REASONS[what as DropReason]}`, 'muted'));
  for (const {what, rows: n} of answer.mended) lines.push(...say(`${count(n)} mended: ${what}`, 'muted'));
  if (answer.assumptions.length > 0) lines.push(EMPTY, ...say('Assumed', 'bold'));
  for (const {name, value, unit, basis} of answer.assumptions) {
    const amount =
      unit === 'prevailing wages'
        ? `${value} times the prevailing wage`
        : showMoney({amount: value, currency: unit});
    lines.push(...say(`${name} ${amount}: ${basis}`, 'muted'));
  }
  return render(lines, colour);
}

/** Cities that the terminal names; `--json` has more. */
const CITIES = 12;

/** What the region stood for, and where its rows are. */
function gathered({metros, cities}: RegionGathered, say: Say): readonly Line[] {
  if (metros.length === 0 && cities.length < 2) return [];
  const listed = cities.slice(0, CITIES).map(({what, rows}) => `${what} ${count(rows)}`);
  const more = cities.length > CITIES ? ' and others' : '';
  return [
    ...say('Gathered', 'bold'),
    ...metros.flatMap(({name, title, counties, source}) =>
      say(`${name}: ${title}, ${count(counties)} counties (${source})`),
    ),
    ...(listed.length === 0 ? [] : say(`${listed.join('; ')}${more}`)),
    EMPTY,
  ];
}

type Say = (text: string, ink?: Ink) => readonly Line[];

/** Both ends of the range, in five points each. */
function points(set: WageSet, width: number, say: Say): readonly Line[] {
  const days = set.decided === null ? '' : `, decided ${set.decided.first} to ${set.decided.last}`;
  const row = (name: string, {n, least, lower, median, upper, most}: Quartiles) =>
    cells([name, count(n), ...[least, lower, median, upper, most].map(amount => money(amount, set))]);
  const ends = [row('FROM', set.from), ...(set.to === null ? [] : [row('TO', set.to)])];
  const floor = `${count(set.atPrevailing)} of ${count(set.n)} are at the prevailing wage itself: the least the law allows`;
  return [
    ...say(`A year's full-time wage in ${set.currency}${days}`),
    ...table(columns(['', 'n', 'least', 'lower', 'median', 'upper', 'most']), ends, width),
    ...(set.atPrevailing > 0 ? say(floor) : []),
  ];
}

function groups({groups: found, groupsLeftOut}: WageAnswer, width: number, say: Say): readonly Line[] {
  if (found.length < 2) return [];
  const listed = found
    .slice(0, LISTED)
    .map(group =>
      cells([
        `${group.company} · ${group.role} · ${group.city}`,
        count(group.n),
        ...[group.from.lower, group.from.median, group.from.upper].map(amount => money(amount, group)),
        count(group.atPrevailing),
      ]),
    );
  const rest = found.length - listed.length + groupsLeftOut;
  return [
    ...say('By company, role and city (lower end of the range, a year)', 'bold'),
    ...table(columns(['', 'n', 'lower', 'median', 'upper', 'at floor']), listed, width),
    ...(rest > 0 ? say(`and ${count(rest)} smaller groups`, 'muted') : []),
    EMPTY,
  ];
}

/** The first column names a row, the others hold figures, which are never wrapped. */
function columns(heads: readonly string[]) {
  return heads.map((head, at) => (at === 0 ? {head} : {head, right: true}));
}

function cells(texts: readonly string[]): readonly Line[] {
  return texts.map(text => [run(text)]);
}

function money(amount: number, {currency}: WageSet): string {
  return showMoney({amount, currency});
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
