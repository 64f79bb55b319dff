import {phrases} from './vocabulary.ts';

/** Words between a name and its sum: "Osprey at $X", "an Osprey offer of about $X". */
export const BETWEEN =
  phrases(`at | is | of | for | with | around | about | near | roughly | approximately | up to | offering | offered | offers | offer | package/packages | total | comp/compensation | tc | paying | pays | currently
    | in the | the | a | an | now | both | both at | range | each | worth | came in at | stands/sits at | are | was | have | has | will | would | in hand | cash | all in | from | has offered | have offered | put in | showing
    | year one | first year | base | me | us | already | came back with/at | comes back with/at | come back with/at | came in with/at | gave | gives | has given | put | has put | have put | letter | letters | says | say | written | wrote | verbal
    | firm | sits/stands at | would pay | will pay | quoted | quotes | bid | has bid | landed at | pitched | proposed | extended | you hold | i hold | you have | i have | you already have | i already have | which i hold
    | went to | goes to | got to | number | paper | term sheet | signed | standing at | in total | all in | offers of | at about | at around | wants to pay | has me at | has us at | have me at | is at | are at | both at | are both at | is offering | are offering
    | has/have you/us/me at | comes to | came to | amounts to | adds up to | works out at | letter across | letter (of) | you are holding | in your hand/pocket | wrote (you/me) | sent (you/me) (a) | pre ipo | late stage | would give | promised | has promised | has come in at | has come back with/at | reached | is already at | already at | has already offered`);
/** Words that stand between no name and its sum: another clause begins with them. */
export const BARRIERS =
  phrases(`i | i'm | i'd | i've | i'll | we | my | our | your | if | because | so | but | that | while | whereas | and | or | when | until | against | who | where | than | target/targeting/targeted | anchor/anchoring/anchored | accept | floor | above | below | under | over
    | over a | push | ask | request | negotiate`);
/** A name's owner speaks of it: "the Osprey offer you hold". */
export const HELD = phrases(
  'you hold | i hold | you have | i have | you already have | i already have | i am holding | in front of me',
);
/** Words that a name does not go on over: before them it ends, or begins behind them. */
export const OPENERS =
  phrases(`from | against | with | at | cite/citing | reference/referencing | use | hold/holding | evaluating | weighing | considering | comparing | received | have | including | like | are | is | offers | offer | leverage/leveraging
    | competing | the | a | an | my | your | and | or | by | to | of | for | in | on | both | versus | vs | present | as | leaving | left | between | i | we | you | current | existing | recent | other | another | written | final | firm | strong | verbal
    | also | plus | while | than | that | via`);
/** What describes and names nobody. */
export const NOBODY =
  phrases(`public | private | other/others | large/larger | late/early/growth stage | tech | previous | new | leading | bigger | top | everyone | everybody | company/companies | firm/firms | rival/rivals | competitor/competitors | employer/employers | startup/startups | start up/ups | peer/peers | offer/offers | alternative/alternatives | another | other | someone | elsewhere
    | role/roles | interview/interviews | team | place | market | both | either | it | they | he | she | that | this | total | tc | comp | compensation | base | equity | rsu/rsus | stock | options | bonus | salary | year | level
    | target | floor | anchor | accept | open | walk | my | your | i | we | you | the | a | an | negotiate | push | ask | request | package | packages | competing | current | given | based | thank | if | at | band | bands | range | sign | signing | annual
    | my | number | offerings | cash | deal | grant | data | q1 | q2 | q3 | q4 | fy25 | fy26 | jan | feb | mar | apr | may | june | july | aug | sept | oct | nov | dec | january | february | march | april | august | september | october
    | november | december | counter | walk away | accept at | final | initial | frame | cite | reference | benchmark | lead | leverage | layer | use | present | enter | begin | start | aim`);
/** What a sentence of advice opens with before a sum: "Stay at $188K" names nobody. */
export const VERBS =
  phrases(`stay | stop | settle | sit | stand | land | finish | close | hold | hang on | rest | remain | keep | peg | pitch | fix | set | cap | leave | exit | quit | agree | shake | plant | shoot | price | value | drop | draw | decline | refuse | reject | say | name | state | mention | quote | come | go | get
    | ask | answer | reply | respond | speak | offer | propose | suggest | show | bring | put | place | take | give | make | write | sell | buy | pay | expect | assume | plan | try | insist | wait | pause | return | move | climb | raise | lift | lower | bump | add | split | sign | resist | bid | kick off
    | treat | see | look | think | know | remember | check | confirm | compare | consider | avoid | never | always | only | ideally | preferably | then | next | finally | first | second | third | here | there | now | once | otherwise | instead | anything | everything | nothing | what | when | where | which | while | with`);
/** Generic names that are told as offers with their figure: "FAANG at $310K", "Big Tech SRE roles". */
export const GENERIC = phrases(
  'faang | maang | big tech | big # | mag # | magnificent seven | hyperscalers | quant funds | hedge funds',
);
/** Words within names, and between two of them. */
export const GLUE = phrases('or | and | of | de | by');
export const FROM = phrases(
  '(offer/offers) from | (offer) at | in hand from | package from/at | by | (in) (the) (range) from',
);
export const UNNAMED = phrases('from/at an/a/the/my/another/other');
export const POSSESSIVE = phrases("'s");
export const SHORT = phrases(
  'a | b | c | d | e | f | g | h | j | k | l | m | n | p | r | s | t | w | sr | jr | st | dr | inc | corp | co',
);
/** What makes a description of the words before it: "a well-funded AI startup". */
export const DESCRIBES =
  phrases(`company/companies | firm/firms | startup/startups | start up/ups | lab/labs | bank/banks | fund/funds | shop/shops | competitor/competitors | employer/employers | fintech/fintechs | unicorn/unicorns | hyperscaler/hyperscalers
    | studio/studios | consultancy/consultancies | insurer/insurers | vendor/vendors | rival/rivals | peer/peers | provider/providers`);
export const ROLES = phrases('role/roles/position/positions');
