/**
 * Words that open a level or a role, and so end a company's name: "Google L4 SRE", "Jump Trading Infrastructure
 * Engineer". A name's first word is never one of them ("Scale AI", "Data…" stay names).
 */
const LEVEL_WORDS = new Set(
  `ai/ml analyst applied architect associate band backend business cloud, cloud-native consultant consulting creative
  csa customer cybersecurity data de dir director devops devsecops design designer developer dev distinguished
  em em1 em2 em3 eng engineer engineering enterprise experience fellow field forward frontend fullstack full-stack
  grade group head identity ii iii iv implementation infra infrastructure ic integration intern junior lead level
  machine manager mid mid-level ml mle ml/ai mts member network operations ops partner pd pe platform pm principal
  product production professional program project quant quantitative reliability research researcher sa
  scientist sde sdm sec security senior senior/lead site smts software solution solutions specialist sr sr. sre
  staff strategist supervisor swe sys sysde systems team tech technical technology tier title tpm trader
  ui ux vice vp`.split(/\s+/),
);
/** Names whose later words would otherwise read as a role. */
const WHOLE_NAMES = [
  'Big Tech',
  'Google DeepMind',
  'Google Cloud',
  'Google Brain',
  'Meta FAIR',
  'Scale AI',
  'Shield AI',
  'Character AI',
  'Palo Alto Networks',
  'Jump Trading',
  'Hudson River Trading',
  'Two Sigma',
  'Virtu Financial',
  'Applied Intuition',
  'Applied Materials',
  'Data Robot',
  'Analog Devices',
  'Trade Desk',
  'The Trade Desk',
  'Bank of America',
  'Maersk Digital',
  'Ping Identity',
  'Plaid Identity',
  'Infrastructure Ontario',
  'Epic Systems',
  'Cisco Systems',
  'Check Point',
];

export interface Named {
  readonly company: string;
  readonly level: string;
}

/**
 * "E3 at Meta", "Meta E3", "Okta DevOps/SRE": a company and a level of it. `own` are the names the guide's own
 * company goes by. Null where no company is named.
 */
export function companyAndLevel(text: string, own: readonly string[]): Named | null {
  const words = text
    .trim()
    .replace(/^[-–—:,;]+\s*|[.,;:]+$/g, '')
    .replace(/^(?:and|or|vs\.?)\s+/i, '');
  const at = /^(.+?)\s+(?:at|@)\s+([A-Z0-9].*)$/.exec(words);
  if (at !== null) {
    const tail = /^(.*?)\s*(\([^()]*\))\s*$/.exec(at[2] ?? '');
    const level = tail === null ? (at[1] ?? '') : `${at[1]} ${tail[2]}`;
    return {company: (tail === null ? at[2] : tail[1]) ?? '', level: level.replace(/\s+equivalent$/i, '')};
  }
  const whole = [...own, ...WHOLE_NAMES].find(name =>
    words.toLowerCase().startsWith(`${name.toLowerCase()} `),
  );
  if (whole !== undefined)
    return {company: words.slice(0, whole.length), level: words.slice(whole.length).trim()};
  const parts = words.split(/\s+/);
  if (!/^[A-Z0-9]|^[a-z]+[A-Z]/.test(parts[0] ?? '') && !own.some(name => name === parts[0])) return null;
  if (isLevelWord(parts[0] ?? '')) return null;
  let end = 1;
  while (end < parts.length && !isLevelWord(parts[end] ?? '')) end++;
  if (end === parts.length) return null;
  return {company: parts.slice(0, end).join(' '), level: parts.slice(end).join(' ')};
}

export function isLevelWord(word: string): boolean {
  const bare = word.replace(/^[("'[]+|[)"'\],.]+$/g, '');
  if (word.startsWith('(')) return true;
  if (/^[A-Z]{0,4}\d+[A-Za-z]?(?:[-–/+]\w*)*\+?$/.test(bare)) return true;
  const lower = bare.toLowerCase();
  return LEVEL_WORDS.has(lower) || lower.split(/[/–-]/).every(part => LEVEL_WORDS.has(part));
}

/** An employer's name without the role behind it: "Okta SRE" is Okta, "Big Tech SRE roles" stays. */
export function employer(text: string, own: readonly string[] = []): string {
  const words = text.trim();
  if (/\broles$/i.test(words) || WHOLE_NAMES.includes(words)) return words;
  return companyAndLevel(words, own)?.company ?? words;
}
