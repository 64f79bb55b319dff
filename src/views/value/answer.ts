import {day, listed, named, say, valueOf} from '../../figure/index.ts';
import type {Block, Document} from '../../page/index.ts';
import type {ValueReport} from '../../terms/index.ts';
import {listOf} from '../words.ts';

/** The answer in a few lines: which is worth most and whether that can be said, what leaving costs, how much is open. */
export function answerOf(report: ValueReport): NonNullable<Document['answer']> {
  return {
    heading: say`In short`,
    blocks: [...listOf([...bestOf(report), ...leavingOf(report), ...openOf(report)])],
  } satisfies {heading: unknown; blocks: readonly Block[]};
}

function bestOf({order, offers, isDecided, turns}: ValueReport) {
  const sorted = order.flatMap(id => offers.filter(one => one.id === id));
  const [first, ...others] = sorted;
  if (first === undefined) return [];
  const {certain, basis} = first.value;
  if (others.length === 0) return [say`${named(first.name)} is worth ${certain} for certain, ${basis}.`];
  const rest = listed(others.map(({name, value}) => say`${named(name)} ${value.certain}`));
  const how = isDecided
    ? turns.length === 0
      ? 'No assumption that was tried changes the order.'
      : 'What is assumed can change the order: see what does below.'
    : 'But it cannot be called better: what is assumed moves it further than chance does, and not all agrees.';
  return [say`${named(first.name)} is worth most, ${certain} for certain, ${basis}; ${rest}. ${how}`];
}

function leavingOf({offers, conflicts}: ValueReport) {
  return offers.flatMap(({leaving, name}) => {
    if (leaving === undefined || valueOf(leaving.total) === 0) return [];
    const next = leaving.byNotice[1];
    const later = next === undefined ? null : say`; from ${day(next.from)} ${next.total}`;
    const pulls =
      conflicts.length === 0 ? null : say` A guarantee elsewhere wants an earlier start: see there.`;
    return [say`Notice at ${named(name)} costs ${leaving.total} today${later}.${pulls}`];
  });
}

function openOf({offers}: ValueReport) {
  const open = offers.filter(({questions, kind}) => questions.length > 0 && kind !== 'current');
  if (open.length === 0) return [];
  return [
    say`Still to ask: ${listed(open.map(({name, questions}) => say`${String(questions.length)} questions to ${named(name)}`))}.`,
  ];
}
