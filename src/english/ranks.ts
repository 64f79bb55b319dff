import {AMOUNT, isMark, type Tokens, tokensOf, WORD} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

const words = (phrases: string) =>
  new Vocabulary<true>([[true, phrases.trim().split(/\s+/).join('|').replaceAll('_', ' ')]]);

/** Words that say how high a level stands, and no more. A phrase of two words is written with a bar beneath. */
const RANKS = words(`
  senior sr staff principal junior jr mid mid_level lead distinguished fellow associate head intern entry entry_level vp
  vice_president avp svp evp executive hi i ii iii iv v vi partner graduate grad apprentice experienced expert chief c_level md`);
/** The nouns of a role, and their abbreviations: a role ends with one. */
const NOUNS = words(`
  eng engr engineer engineers engineering scientist scientists architect designer researcher developer manager analyst
  programmer specialist consultant strategist trader supervisor technician administrator member swe sde sre sse sdet pm tpm
  pgm em em1 em2 em3 ds de sa mle mlops mts smts lmts amts pmts sdm dm stsm fde dev devops devsecops csa cse sysde sys
  seceng sec spm smm pe pd ux ui qa mgr director dir consulting creative`);
/** Words that open a role behind a company's name, whatever comes next: "Google Data Engineer". */
const FIELDS = words(`
  analytics applied architecture backend build business cloud_native customer cybersecurity data design enterprise
  experience field forward frontend front_end fullstack full_stack hardware_eng identity implementation info information
  infra infrastructure integration machine management managing ml network operations ops platform product production
  professional program project quant quantitative reliability research safety security site sm software solution solutions
  systems team tech technical technology`);
/** Words for a level itself: "Band 8", "Level 62". */
const LADDERS = words('level levels grade band group tier ic title tc gcb rank step');
/** Words of a trade, which open a role where its noun follows: "Heron Firmware Engineer", but "Heron Robotics Senior SWE". */
const TRADES = words(`
  ads advertising agentic algorithm algorithms android api appsec automation autonomous autonomy av blockchain ciam client
  cloud compiler computational computer consumer content core crypto cyber database deep detection driver edge electrical
  embedded execution finance firmware flight fraud game gameplay gpu graphics growth hardware inference ios kernel marketing
  mechanical mobile nlp observability optical payments perception photonics physical planning privacy process protocol
  release rendering risk robotics rtl sdk search server silicon simulation storage streaming support test threat trading
  trust user validation vehicle verification vision visual web yield`);
/** Words that close a name where a rank follows: "Lam Research SWE", but "Meta Research Scientist". */
const CLOSERS = words(
  'group systems research technology technologies software networks robotics solutions labs',
);
/** What a name that is known goes on with: "Fidelity Investments", "Oracle Health". */
const COMPANY_ENDS = words(`
  inc corp corporation co ltd llc plc gmbh ag holdings bank investments securities technologies studios games motors health
  freight insurance`);
const CLOSERS_OF_CODES = words('group systems technologies networks labs');
const ABBREVIATIONS = words('swe sre sde sdet mle mts smts lmts amts pmts ds de sa em pm tpm devops');
const WHOLE_RANKS = words(
  'senior sr staff principal junior jr mid lead distinguished expert associate vp vice_president director',
);

/** `L4`, `IC3`, `E5`, `61`, `SDE2`, `D (…)`'s D is none: capitals and a number. */
export function isCode(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === AMOUNT) return true;
  return tokens.kinds[at] === WORD && CODE.test(tokens.text.slice(tokens.starts[at], tokens.ends[at]));
}

const CODE = /^[A-Z]{0,4}\d+[A-Za-z]?$/;
const ANY_CODE = /^[A-Za-z]{1,3}\d\w*$/;

/** Whether a word opens or makes up a level, rather than a name. */
export function isLevelAt(tokens: Tokens, at: number): boolean {
  if (isMark(tokens, at, '(') || isCode(tokens, at)) return true;
  return [RANKS, NOUNS, FIELDS, LADDERS].some(one => one.at(tokens, at) !== null);
}

/** Whether a known name goes on at a token: "Investments" in "Fidelity Investments SWE". */
export function goesOnAsName(tokens: Tokens, at: number): boolean {
  return COMPANY_ENDS.at(tokens, at) !== null && tokens.kinds[at + 1] === WORD;
}

/** Whether a name goes on at a token that would else open a level: "Group" in "Harbor Group Senior Engineer". */
export function closesName(tokens: Tokens, at: number): boolean {
  if (CLOSERS.at(tokens, at) === null) return false;
  const next = at + 1;
  if (CLOSERS_OF_CODES.at(tokens, at) !== null && tokens.kinds[next] === WORD && isCode(tokens, next))
    return true;
  return WHOLE_RANKS.at(tokens, next) !== null || ABBREVIATIONS.at(tokens, next) !== null;
}

/** Whether a role opens here, that goes on to its noun: "Computer Vision Engineer", "Trading Systems Engineer", "AI Engineer". */
export function opensRole(tokens: Tokens, at: number): boolean {
  if (AI.at(tokens, at) !== null) return AI_FIELDS.at(tokens, at + 1) !== null;
  let end = at;
  while (end < tokens.count && (TRADES.at(tokens, end) !== null || (end > at && isMark(tokens, end, '/'))))
    end++;
  if (end === at) return false;
  if (NOUNS.at(tokens, end) !== null) return true;
  const isField = FIELDS.at(tokens, end) !== null || LADDERS.at(tokens, end) !== null;
  return isField && NOUNS.at(tokens, end + 1) !== null;
}

const AI = words('ai ai/ml');
/** Behind a company's AI: "Anthropic AI Engineer" is an AI engineer of Anthropic, "Meta AI Research Scientist" one of Meta AI. */
const AI_FIELDS = words(
  'eng engineer engineers infrastructure platform product software solutions specialist',
);

/** Whether words name a level anywhere: a rank, or a code like `L4` and `IC-3`. */
export function isRank(text: string): boolean {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.count; at++) {
    if (ROW_RANKS.at(tokens, at) !== null) return true;
    if (tokens.kinds[at] === WORD && ANY_CODE.test(tokens.text.slice(tokens.starts[at], tokens.ends[at])))
      return true;
  }
  return false;
}

const ROW_RANKS = words(
  'junior mid senior staff principal lead director associate analyst entry manager vp distinguished fellow intern graduate',
);

/** Whether a role begins here with a word of its trade, so that no company does: "Firmware Engineer", "iOS Engineer II". */
export function isTradeRole(tokens: Tokens, at: number): boolean {
  return TRADES.at(tokens, at) !== null && opensRole(tokens, at);
}
