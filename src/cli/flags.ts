// Flags that several commands have, and what they mean everywhere.

/** The flag that every command has. */
export const json = flag('One JSON document on stdout, or one line for each file');

/** Where a case lies; here unless told. */
export const caseDir = {
  kind: 'parsed',
  parse: String,
  brief: 'The case folder',
  default: '.',
  placeholder: 'DIR',
} as const;

/** A word that may be left out. */
export function text(brief: string, placeholder: string) {
  return {kind: 'parsed', parse: String, brief, placeholder, optional: true} as const;
}

/** A day of the calendar, as `YYYY-MM-DD`. Throws where there is no such day: the usage error says so. */
function day(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new Error(`expected a day such as 2026-11-22, got "${text}"`);
  return text;
}

/** A day that may be left out. */
export function dayFlag(brief: string) {
  return {kind: 'parsed', parse: day, brief, placeholder: 'DAY', optional: true} as const;
}

/** A flag that is off unless it stands there. */
export function flag(brief: string) {
  return {kind: 'boolean', brief, default: false, withNegated: false} as const;
}

/** Of the commands that read a record. */
export const skipBad = flag('Go on without the rows that cannot be read');

/** The record that a command reads, where it is not that of the case. */
export const recordPath = {
  kind: 'tuple',
  parameters: [{parse: String, brief: 'A record.yaml, or its folder', placeholder: 'PATH', optional: true}],
} as const;
