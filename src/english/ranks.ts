import {AMOUNT, isMark, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

const words = (phrases: string) =>
  new Vocabulary<true>([[true, phrases.trim().split(/\s+/).join('|').replaceAll('_', ' ')]]);

/** Words that say how high a level stands, and no more. A phrase of two words is written with a bar beneath. */
const RANKS = words(`
  senior sr staff principal junior jr mid mid_level lead distinguished fellow associate head intern entry entry_level vp
  vice_president avp svp evp executive hi i ii iii iv v vi partner graduate grad apprentice experienced expert chief c_level md
  deputy assistant executive_director managing_director trainee semi_senior semisenior ssr medior founding
  pleno sênior sénior júnior confirmé confirmée prokurist prokuristin cadre starszy młodszy erfaren shunin kakaricho kacho bucho daeri
  gwajang chajang bujang seonim chaegim suseok`);
/** The nouns of a role, and their abbreviations: a role ends with one. */
const NOUNS = words(`
  eng engr engineer engineers engineering scientist scientists architect designer researcher developer manager analyst
  programmer specialist consultant strategist trader supervisor technician administrator member swe sde sre sse sdet pm tpm tl
  pgm em em1 em2 em3 ds de sa mle mlops mts smts lmts amts pmts sdm dm stsm fde dev devops devsecops csa cse sysde sys
  seceng sec spm smm pe pd ux ui qa mgr director dir consulting creative planner artist animator tester officer coordinator
  auditor actuary underwriter accountant economist statistician mathematician physicist chemist biologist technologist
  modeller modeler
  ingénieur ingénieure développeur développeuse ingeniero ingeniera desarrollador desarrolladora programador programadora
  analista especialista engenheiro engenheira desenvolvedor desenvolvedora cientista gerente ingegnere sviluppatore
  sviluppatrice specjalista inżynier programista vývojář inženýr mühendis uzman direktor`);
/** How words end that are the noun of a role in one: "Softwareingenieur", "Seniorutvikler". */
const NOUN_ENDS =
  /.(?:ingenieur|entwickler|programmierer|berater|leiter|referent|architekt|forscher|wissenschaftler|ingenjör|ingeniør|insinööri|utvikler|utvecklare|udvikler|ontwikkelaar|kehittäjä|suunnittelija|konsulent|konsult|rådgiver|rådgivare)(?:in)?$/i;
/** A noun of a role in one word of those languages. */
const FOREIGN_NOUN =
  /^(?:ingenieur|entwickler|programmierer|berater|referent|architekt|ingenjör|ingeniør|insinööri|utvikler|utvecklare|udvikler|ontwikkelaar|kehittäjä|suunnittelija|konsulent|konsult|rådgiver)(?:in)?$/i;
/** Words that open a role of several words, but that a company may well be named after: they are none at the head of an entry. */
const LATE_NOUNS = words(`
  adviser advisor writer producer owner leader coach master operator controller representative practitioner contributor
  professional investigator evangelist advocate president`);
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
  trust user validation vehicle verification vision visual web yield
  actuarial advanced agile analog animation asic assurance attribution audio audit avionics battery bioinformatics cad
  catalog character claims clinical climate combat commerce compilers compliance computing connectivity content_design
  control controls credit crm cryptography data_platform delivery deployed derivatives dft ecommerce
  e_commerce engagement engine equities erp escalation etl firewall fpga functional fx genai genomics geospatial
  gnc golang growth guidance iam incident industrial interaction java javascript kotlin kubernetes language
  launch level linux listings liquidity live_ops llm localization low_latency manufacturing mapping marketplace 
  mechatronics messaging middleware mission mixed_signal modem monetization motion multiplayer narrative navigation node
  online orchestration penetration performance personalization php pipeline playback post_silicon practice power_systems powertrain
  prediction presales pre_sales pricing procurement propulsion protocols python quality radar ranking react
  recommendation recommendations regional regulatory relevance responsible revenue rf ruby rust sales scala scheduling
  science sensing services signal smart_contract soc sound spacecraft speech strategy structural structures success supply
  supply_chain sustaining swift tax technical_art thermal tools tooling train_control translational treasury
  typescript video virtualization voice vr workflow `);
/** Words that close a name where a rank follows: "Lam Research SWE", but "Meta Research Scientist". */
const CLOSERS = words(
  'group systems research technology technologies software networks robotics solutions labs',
);
/** What a name that is known goes on with: "Fidelity Investments", "Oracle Health". */
const COMPANY_ENDS = words(`
  inc corp corporation co ltd llc plc gmbh ag holdings bank investments securities technologies studios games motors health
  freight insurance labs energy therapeutics biosciences pharmaceuticals semiconductor semiconductors electronics
  international entertainment interactive aerospace`);
const CLOSERS_OF_CODES = words('group systems technologies networks labs software robotics solutions');
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
  return (
    [RANKS, NOUNS, FIELDS, LADDERS].some(one => one.at(tokens, at) !== null) || isForeignNoun(tokens, at)
  );
}

function isForeignNoun(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  const word = wordAt(tokens, at);
  return FOREIGN_NOUN.test(word) || NOUN_ENDS.test(word);
}

/** Whether a role or a level may end with a word: its noun, its rank, the word for a level. */
export function endsRole(tokens: Tokens, at: number): boolean {
  return (
    [RANKS, NOUNS, LATE_NOUNS, LADDERS].some(one => one.at(tokens, at) !== null) || isForeignNoun(tokens, at)
  );
}

/** Whether tokens are no level by themselves, but end one: "II", "(Grade 4)". */
export function endsLevelOnly(tokens: Tokens, from: number, to: number): boolean {
  if (isMark(tokens, from, '(')) return true;
  return NUMERALS.at(tokens, from) !== null && (from + 1 === to || isMark(tokens, from + 1, '('));
}

const NUMERALS = words('ii iii iv');

/** Whether a known name goes on at a token: "Investments" in "Fidelity Investments SWE". */
export function goesOnAsName(tokens: Tokens, at: number): boolean {
  return COMPANY_ENDS.at(tokens, at) !== null && tokens.kinds[at + 1] === WORD;
}

/** Whether a name goes on at a token that would else open a level: "Group" in "Harbor Group Senior Engineer". */
export function closesName(tokens: Tokens, at: number): boolean {
  const next = at + 1;
  if (CLOSERS.at(tokens, at) === null) return FIELDS.at(tokens, at) !== null && opensRanked(tokens, next);
  if (CLOSERS_OF_CODES.at(tokens, at) !== null && tokens.kinds[next] === WORD && isCode(tokens, next))
    return true;
  return WHOLE_RANKS.at(tokens, next) !== null || ABBREVIATIONS.at(tokens, next) !== null;
}

/** Whether a name that is known goes on so: "Amazon Robotics SDE II". */
export function closesKnownName(tokens: Tokens, at: number): boolean {
  return KNOWN_CLOSERS.at(tokens, at) !== null && closesName(tokens, at);
}

const KNOWN_CLOSERS = words('labs robotics');

/** "Senior Engineer": a role opens with its rank, so that "Zorblatt Design Senior Engineer" is of Zorblatt Design. */
function opensRanked(tokens: Tokens, at: number): boolean {
  return FIRST_RANKS.at(tokens, at) !== null && isLevelAt(tokens, at + 1);
}

const FIRST_RANKS = words('senior sr staff principal junior jr');

/** Whether a role opens here, that goes on to its noun: "Computer Vision Engineer", "Trading Systems Engineer", "AI Engineer". */
export function opensRole(tokens: Tokens, at: number): boolean {
  if (AI.at(tokens, at) !== null) return AI_FIELDS.at(tokens, at + 1) !== null;
  if (LATE_NOUNS.at(tokens, at) !== null) return true;
  const from = endOfTrade(tokens, at);
  if (from === 0) return false;
  let end = from;
  while (FIELDS.at(tokens, end) !== null || endOfTrade(tokens, end) > 0 || isMark(tokens, end, '/'))
    end = Math.max(FIELDS.at(tokens, end)?.to ?? 0, endOfTrade(tokens, end), end + 1);
  if (LADDERS.at(tokens, end) !== null) end++;
  return [NOUNS, LATE_NOUNS, LEADS].some(one => one.at(tokens, end) !== null) || isForeignNoun(tokens, end);
}

function endOfTrade(tokens: Tokens, at: number): number {
  return TRADES.at(tokens, at)?.to ?? 0;
}

/** Ranks that stand for the noun of a role behind its trade: "Engagement Lead". */
const LEADS = words('lead head expert partner fellow');

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
