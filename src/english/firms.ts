/**
 * Words that open a level or a role, and so end a company's name: "Google L4 SRE", "Jump Trading Infrastructure
 * Engineer". A name's first word is never one of them ("Scale AI", "Data…" stay names).
 */
const LEVEL_WORDS = new Set(
  `ai/ml amts analyst analytics applied architect architecture associate band backend build business cloud-native consultant consulting creative
  csa customer cybersecurity data de ds dir director devops devsecops design designer developer dev distinguished
  em em1 em2 em3 eng engineer engineering enterprise experience fde fellow field forward frontend fullstack full-stack
  grade group head hi identity ii iii iv implementation info information infra infrastructure ic integration intern junior lead level lmts
  machine management manager managing mid mid-level ml mle ml/ai mts member network operations ops partner pd pe platform pm principal
  pmts product production professional program project quant quantitative reliability research researcher sa safety
  scientist sde sdm sec seceng security senior senior/lead site sm smts software solution solutions specialist spm sr sr. sre sse
  staff strategist stsm supervisor swe sys sysde systems team tech technical technology tier title tpm trader
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
  'CME Group',
  'Boston Consulting Group',
  'Cadence Design Systems',
  'Lam Research',
  'Vast Data',
  'Stability AI',
  'Mistral AI',
  'Together AI',
  'C3 AI',
  'F5',
  'G42',
  'Global Payments',
  'Oracle Cloud',
  'Alibaba Cloud',
];
/** Words of a trade that open a role where its noun follows: "Heron Firmware Engineer", but "Heron Robotics Senior SWE". */
const TRADES = new Set(
  `agentic algorithm algorithms android api appsec automation autonomous autonomy blockchain client cloud compiler
  computational computer content core crypto cyber database deep detection driver edge electrical embedded execution
  firmware flight fraud game gameplay gpu graphics growth hardware inference ios kernel mechanical mobile nlp
  observability optical payments perception photonics physical planning privacy process protocol qa release rendering
  risk robotics rtl server silicon simulation storage streaming support test threat trading user validation vehicle
  verification vision visual web yield`.split(/\s+/),
);
const ROLE =
  /^(?:eng|engineers?|scientist|architect|designer|researcher|developer|manager|analyst|programmer|specialist|swe|sde|sre|pm|tpm|em)\b/i;
/** Words that close a name where a rank or an abbreviation follows: "Lam Research SWE", but "Meta Research Scientist". */
const CLOSING = /^(?:Group|Systems|Research|Technology|Software|Networks)$/;
const RANK = /^(?:senior|sr\.?|staff|principal|junior|mid|mts|swe|sre|sde|mle|ds|de|sa|devops)$/i;

/** A name with what must stand behind it, as `companyAndLevel` looks for it: in small letters. */
const opening = (name: string) => `${name.toLowerCase()} `;
const WHOLE_OPENINGS = WHOLE_NAMES.map(opening);

/** "E3 at Meta", "L4 across the industry". */
const AT =
  /^(.+?)\s+(?:at|@|across(?:\s+the)?)\s+([A-Z0-9].*|(?:most|industry)\b.*|[a-z].*\b(?:companies|providers|firms|banks|funds))$/;

/** "Osprey L5 equivalent" is "Osprey L5"; "Osprey equivalent" stays. */
function withoutEquivalent(words: string): string {
  const rest = /\sequivalent$/i.test(words) ? words.slice(0, -'equivalent'.length).trimEnd() : words;
  return /\s/.test(rest) ? rest : words;
}

export interface NamedLevel {
  readonly company: string;
  readonly level: string;
}

/**
 * "E3 at Meta", "Meta E3", "Okta DevOps/SRE": a company and a level of it. `own` are the names the guide's own
 * company goes by. Null where no company is named.
 */
export function companyAndLevel(text: string, own: readonly string[]): NamedLevel | null {
  const words = withoutEquivalent(
    text
      .trim()
      .replace(/^[-–—:,;]+\s*|(?<![.,;:])[.,;:]+$/g, '')
      .replace(/^(?:(?:and|or|an?|vs\.?|equivalent(?:\s+to)?)\s+)+/i, '')
      .replace(/\s+(?:but|while|though)\s[^()]{0,400}$/, ''),
  );
  if (/^no\s/i.test(words)) return null;
  const at = AT.exec(words);
  if (at !== null && isBalanced(at[1] ?? '')) {
    const tail = /^(.*?)\s*(\([^()]*\))\s*$/.exec(at[2] ?? '');
    const level = tail === null ? (at[1] ?? '') : `${at[1]} ${tail[2]}`;
    return {company: (tail === null ? at[2] : tail[1]) ?? '', level: level.replace(/\s+equivalent$/i, '')};
  }
  const lower = words.toLowerCase();
  const opens = (one: string) => lower.startsWith(one);
  const whole = own.map(opening).find(opens) ?? WHOLE_OPENINGS.find(opens);
  if (whole !== undefined)
    return {company: words.slice(0, whole.length - 1), level: words.slice(whole.length).trim()};
  const parts = words.split(/\s+/);
  if (!/^[A-Z0-9]|^[a-z]+[A-Z\d]/.test(parts[0] ?? '') && !own.some(name => name === parts[0])) return null;
  if (isLevelWord(parts[0] ?? '')) return null;
  let end = 1;
  while (end < parts.length && !opensLevel(parts, end)) end++;
  if (end === parts.length) return null;
  return {company: parts.slice(0, end).join(' '), level: parts.slice(end).join(' ')};
}

/** "NVIDIA Inference", where a company and a level must stand and no word is one of a level's: the first word is the company. */
export function firstWordAndLevel(text: string): NamedLevel | null {
  const [company = '', ...rest] = text
    .trim()
    .replace(/^equivalent\s+(?:to\s+)?/i, '')
    .split(/\s+/);
  if (rest.length > 0 && isLevelWord(company)) return kindAndLevel([company, ...rest]);
  if (rest.length === 0 || !/^[A-Z0-9]|^[a-z]+[A-Z\d]/.test(company)) return null;
  return /^no$/i.test(company) ? null : {company, level: rest.join(' ')};
}

/** "Enterprise SaaS Senior PM": where a kind of company opens with a word of a level's, the level is the last such words. */
function kindAndLevel(words: readonly string[]): NamedLevel | null {
  let from = words.length;
  while (from > 0 && isLevelWord(words[from - 1] ?? '')) from--;
  if (from < 2 || from === words.length) return null;
  return {company: words.slice(0, from).join(' '), level: words.slice(from).join(' ')};
}

function isBalanced(words: string): boolean {
  return words.split('(').length === words.split(')').length;
}

/** "Anthropic AI Engineer" is an AI engineer of Anthropic; "Meta AI Research Scientist" is one of Meta AI. */
function isOfAi(parts: readonly string[], at: number): boolean {
  return (
    parts[at] === 'AI' &&
    /^(?:eng|engineer|infrastructure|platform|product|software|solutions|specialist)\b/i.test(
      parts[at + 1] ?? '',
    )
  );
}

/** Whether the level begins at this word, behind a company's name. */
function opensLevel(parts: readonly string[], at: number): boolean {
  const word = parts[at] ?? '';
  if (closesName(parts, at)) return false;
  if (isLevelWord(word) || isOfAi(parts, at) || opensRole(parts, at)) return true;
  // "Build/Release Engineer", "Senior/Advisory Designer"; and a ladder of one letter: "D (IC4)"
  if (/^[A-Z]$/.test(word)) return parts[at + 1]?.startsWith('(') ?? false;
  const slashed = /^[A-Z][a-z]+(?=\/)/.exec(word)?.[0].toLowerCase() ?? '';
  return LEVEL_WORDS.has(slashed) && ROLE.test(parts[at + 1] ?? '');
}

/** "Computer Vision Engineer", "Trading Systems Engineer": words of a trade or a role, up to the role's noun. */
function opensRole(parts: readonly string[], at: number): boolean {
  let end = at;
  while (isOfTrade(parts[end] ?? '')) end++;
  if (end === at) return false;
  const noun = parts[end] ?? '';
  if (ROLE.test(noun)) return true;
  return isLevelWord(noun) && !RANK.test(noun) && ROLE.test(parts[end + 1] ?? '');
}

function isOfTrade(word: string): boolean {
  return word.split('/').every(part => TRADES.has(part.toLowerCase()));
}

/** "Group" in "Harbor Group Senior Engineer"; nothing in "Larkspur Research Scientist". */
function closesName(parts: readonly string[], at: number): boolean {
  return CLOSING.test(parts[at] ?? '') && RANK.test(parts[at + 1] ?? '');
}

export function isLevelWord(word: string): boolean {
  const bare = word.replace(/^[("'[]+|(?<![)"'\],.])[)"'\],.]+$/g, '');
  if (word.startsWith('(')) return true;
  if (/^[A-Z]{0,4}\d+[A-Za-z]?(?:[-–/+]\w*)*\+?$/.test(bare)) return true;
  const lower = bare.toLowerCase().replace(/\+$/, '');
  if (LEVEL_WORDS.has(lower)) return true;
  const [first = '', ...rest] = lower.split(/[/–-]/);
  return (
    LEVEL_WORDS.has(first) &&
    rest.every(
      part => LEVEL_WORDS.has(part) || /^(?:\d+|i)$/.test(part) || (bare.includes('/') && part.length < 4),
    )
  );
}

/** An employer's name without the role behind it: "Okta SRE" is Okta, "Big Tech SRE roles" stays. */
export function employer(text: string, own: readonly string[] = []): string {
  const words = text.trim();
  if (/\broles$/i.test(words) || WHOLE_NAMES.includes(words)) return words;
  return companyAndLevel(words, own)?.company ?? words;
}
