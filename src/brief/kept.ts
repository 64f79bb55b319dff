import type {Brief, Withheld} from '../strategy/index.ts';

/** What stands where a subject stood that the case rules out. */
const KEPT = '[kept back]';

/** Keys that hold words for people; the others hold ids and the words of enumerations, which are not touched. */
const PROSE: ReadonlySet<string> = new Set([
  'ask',
  'assumption',
  'because',
  'condition',
  'formula',
  'hint',
  'how',
  'instead',
  'label',
  'message',
  'method',
  'needs',
  'note',
  'party',
  'question',
  'reason',
  'says',
  'shown',
  'source',
  'statedText',
  'text',
  'they',
  'told',
  'turns',
  'what',
  'who',
  'why',
]);

/**
 * The brief as it may lie on the table. A subject that the case rules out is for the reader's own eyes, who must know what
 * not to say: here it stands neither among what is not to be said nor in anybody's words, a guide's or the reader's own.
 */
export function forTheTable(plan: Brief): Brief {
  const subjects = plan.notToSay.filter(isSubject).flatMap(({text}) => patternOf(text) ?? []);
  if (subjects.length === 0) return plan;
  const clean = (text: string) => subjects.reduce((left, subject) => left.replace(subject, KEPT), text);
  const cleaned = <T>(value: T, prose: boolean): T => {
    if (typeof value === 'string') return (prose ? clean(value) : value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one, prose)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, of]) => [key, cleaned(of as unknown, PROSE.has(key))]),
    ) as T;
  };
  const notToSay = plan.notToSay.filter(one => !isSubject(one));
  // Of pictures the ledger has seen to it; their words are those of enumerations.
  return {...cleaned({...plan, notToSay}, false), pictures: plan.pictures};
}

/** A subject of the case, and not a claim of it or of the guide's. */
function isSubject({claim, span}: Withheld): boolean {
  return claim === null && span === null;
}

/** All the words of a subject one after the other, however they are joined: `order-router` and `Order Router` are one. */
function patternOf(subject: string): RegExp | null {
  const words = subject.match(/[\p{L}\p{N}]+/gu);
  return words === null
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'giu');
}
