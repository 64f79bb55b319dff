import type {Figure, Sentence} from '../guide/index.ts';
import type {Ask} from './types.ts';

// What a request of the guide's strategy asks for, read from its words.

const KINDS: readonly (readonly [RegExp, Ask['component']])[] = [
  [/on-?call|pager/i, 'onCall'],
  [/sign-?(?:on|ing)/i, 'signOn'],
  [/completion|milestone|project|moderni[sz]ation/i, 'milestone'],
  [/escalat|kicker/i, 'escalator'],
  [/participation|pnl|profit/i, 'pnl'],
  [/rsu|equity|stock|option|grant/i, 'equity'],
  // Other bonuses than the yearly one are other parts of pay.
  [/(?:relocation|retention|referral|spot)\b(?:\W+\w+)?/i, 'other'],
  [/bonus/i, 'bonus'],
  [/base|salary/i, 'base'],
];

/** By the words that follow the figure, else by the words of its sentence. */
export function componentOf(sentence: Sentence, figure: Figure): Ask['component'] {
  // Of several figures in a sentence its words tell none apart.
  const alone = sentence.figures.filter(({kind}) => kind === 'money' || kind === 'percent').length === 1;
  return componentBeside(sentence, figure) ?? (alone ? by(sentence.text) : undefined) ?? 'other';
}

/** The part of pay that the words behind the figure name; undefined where they name none. */
export function componentBeside(sentence: Sentence, figure: Figure): Ask['component'] | undefined {
  return componentNamed(figure) ?? by(clauseBehind(sentence, figure));
}

function clauseBehind(sentence: Sentence, figure: Figure): string {
  const after = sentence.text.slice(figure.span.to - sentence.span.from);
  return after.split(/\b(?:and|with)\b|[,;.]/)[0] ?? '';
}

/** The part of pay that the figure's own words name; undefined where they name none, whatever its sentence speaks of. */
export function componentNamed({of}: Figure): Ask['component'] | undefined {
  return by(of ?? '');
}

function by(text: string): Ask['component'] | undefined {
  return KINDS.find(([words]) => words.test(text))?.[1];
}

/** "if the role covers all pods": what the guide makes a request depend on; undefined for nothing. */
export function conditionAfter(sentence: Sentence, figure: Figure): string | undefined {
  const after = sentence.text.slice(figure.span.to - sentence.span.from);
  return /\b(?:if|provided that|when)\b[^.;]*/i.exec(after)?.[0].trim();
}

/** Whether a request is for pay that climbs with a measure. */
export function isEscalator({text}: Sentence): boolean {
  return /escalat|kicker|accelerat|climbs?\b|linked to|-linked/i.test(text);
}

/** "Push for uptime-linked escalators." is the ask "uptime-linked escalators". */
export function withoutVerb(text: string): string {
  const bare = text.replace(
    /^(?:also\s+)?(?:push for|request|demand|ask for|insist on|negotiate for|seek|secure)\s+(?:an?\s+|the\s+)?/i,
    '',
  );
  return bare.replace(/[.;]\s*$/, '');
}
