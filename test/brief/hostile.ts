import type {Brief} from '../../src/strategy/index.ts';

/** Markup, quotes, an escape that clears a terminal, a bell, and marks that turn the direction of writing. */
export const HOSTILE = `"'><script>alert(1)</script><img src=x onerror="x">\u001b[2J\u0007\u009b31m\u202eevil\u200f\u2066 </style>*/}`;

/** Fields whose words the program chooses; everything else in a plan may come out of somebody's file. */
const OURS = new Set([
  'action',
  'kind',
  'tier',
  'component',
  'side',
  'outcome',
  'currency',
  'severity',
  'place',
  'by',
  'disclosure',
  'spokenFrom',
  'version',
  // Ids are references between parts of the plan: poisoned alike they still agree.
]);

/** `plan` with something hostile at the end of every text, or with `each` text made by a function. */
export function poisoned(plan: Brief, each: (text: string) => string = text => `${text}${HOSTILE}`): Brief {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OURS.has(key) ? value : each(value);
    if (Array.isArray(value)) return value.map(one => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(plan, '') as Brief;
}
