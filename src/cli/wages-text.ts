import picocolors from 'picocolors';
import {showMoney} from '../base/index.ts';
import {cleanLine} from '../brief/index.ts';
import {
  DROP_REASONS,
  type DropReason,
  type Quartiles,
  type WageAnswer,
  type WageSet,
} from '../market/index.ts';

export interface WagesTextOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Groups that the terminal lists; `--json` has more. */
const LISTED = 20;
const HEADINGS = ['', 'n', 'least', 'lower', 'median', 'upper', 'most'] as const;

/** The answer for a terminal: what was asked, the figures, what they are, and what became of every row. */
export function wagesText(answer: WageAnswer, {width, colour}: WagesTextOptions): string {
  const paint = picocolors.createColors(colour);
  const {rows, groups, question} = answer;
  const asked = [question.companies.join(', '), question.role, question.region].filter(
    one => one !== null && one !== '',
  );
  const lines = [paint.bold(cleanLine(`Public wages${asked.length > 0 ? `: ${asked.join(' · ')}` : ''}`))];
  lines.push(...wrapped(`${answer.basis}.`, width), '');
  if (answer.all.length === 0) lines.push('No row of these files fits the question.', '');
  for (const set of answer.all) lines.push(...setLines(set, paint), '');
  if (groups.length > 1) {
    lines.push(paint.bold('By role, city and company (lower end of the range, a year)'));
    const label = Math.max(20, width - 53);
    lines.push(row(['', 'n', 'lower', 'median', 'upper', 'at floor'], label, paint.dim));
    for (const group of groups.slice(0, LISTED)) {
      const money = (amount: number) => showMoney({amount, currency: group.currency});
      const name = `${group.company} · ${group.role} · ${group.city}`;
      const {lower, median, upper} = group.from;
      lines.push(
        row(
          [name, count(group.n), money(lower), money(median), money(upper), count(group.atPrevailing)],
          label,
        ),
      );
    }
    const rest = groups.length - LISTED + answer.groupsLeftOut;
    if (rest > 0) lines.push(paint.dim(`and ${count(rest)} smaller groups`));
    lines.push('');
  }
  if (answer.apart.length > 0) {
    lines.push(paint.bold('Kept apart (lower end of the range, a year)'));
    for (const set of answer.apart) {
      const {median} = set.from;
      lines.push(
        `  ${cleanLine(set.why)}: n ${count(set.n)}, median ${showMoney({amount: median, currency: set.currency})}`,
      );
    }
    lines.push('');
  }
  if (answer.employers.length > 0) {
    lines.push(paint.bold('Found under'));
    for (const {what, company, by, rows: n} of answer.employers)
      lines.push(`  ${cleanLine(what)}, ${cleanLine(company)} by ${by}: ${count(n)}`);
    lines.push('');
  }
  lines.push(
    `${count(rows.read)} rows read, ${count(rows.kept)} kept, ${count(rows.fitting)} fit the question`,
  );
  for (const {what, rows: n} of answer.dropped)
    lines.push(paint.dim(`  ${count(n)} left out, ${what}: ${DROP_REASONS[what as DropReason]}`));
  for (const {what, rows: n} of answer.mended) lines.push(paint.dim(`  ${count(n)} mended: ${what}`));
  return lines.join('\n');
}

function setLines(set: WageSet, paint: ReturnType<typeof picocolors.createColors>): string[] {
  const day = set.decided === null ? '' : `, decided ${set.decided.first} to ${set.decided.last}`;
  const head = `A year's full-time wage in ${set.currency}${day}`;
  const line = (name: string, points: Quartiles) =>
    row(
      [
        name,
        count(points.n),
        ...[points.least, points.lower, points.median, points.upper, points.most].map(amount =>
          showMoney({amount, currency: set.currency}),
        ),
      ],
      6,
    );
  const lines = [head, row(HEADINGS, 6, paint.dim), line('FROM', set.from)];
  if (set.to !== null) lines.push(line('TO', set.to));
  if (set.atPrevailing > 0)
    lines.push(
      `${count(set.atPrevailing)} of ${count(set.n)} are at the prevailing wage itself: the least the law allows`,
    );
  return lines;
}

function row(cells: readonly string[], label: number, paint = (text: string) => text): string {
  const [first = '', ...rest] = cells.map(cleanLine);
  const name = first.length > label ? `${first.slice(0, label - 1)}…` : first.padEnd(label);
  return paint(`  ${name}${rest.map(cell => cell.padStart(10)).join('')}`.trimEnd());
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
