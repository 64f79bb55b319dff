/** Every rule that a finding may be of, by the room that finds it. The page of docs/ that each list names explains every one. */
export const RULES = {
  /** What a calendar answers where it has no facts to answer from. */
  calendar: ['unknown-calendar', 'beyond-calendar'],
  /** A year after the last of which taxes are known: docs/terms.md. */
  terms: ['beyond-tax-facts'],
  /** What can be wrong with any text file, YAML or write, whatever it is about: docs/case.md. */
  files: [
    'missing-file',
    'not-a-file',
    'empty-file',
    'binary-file',
    'not-utf8',
    'huge-file',
    'unreadable',
    'leads-out',
    'yaml-syntax',
    'tab',
    'duplicate-key',
    'too-deep',
    'too-many-aliases',
    'unknown-key',
    'missing-key',
    'wrong-type',
    'unknown-word',
    'bad-name',
    'out-of-range',
    'ambiguous-amount',
    'no-permission',
    'disk-full',
    'already-there',
    'not-written',
  ],
  /** A folder in which guides are looked for. */
  folder: ['closed-folder'],
  /** What reading a guide finds, its audit, and what only several guides show: docs/audit.md. */
  guide: [
    'not-a-guide',
    'unread-block',
    'hopeless-line',
    'damaged-cell',
    'damaged-front-matter',
    'grant-counted-whole',
    'total-against-parts',
    'total-out-of-line',
    'grant-without-period',
    'mixed-currencies',
    'range-upside-down',
    'anchor-outside-band',
    'accept-outside-band',
    'walk-away-outside-band',
    'table-may-be-base',
    'outside-first-region',
    'strategy-out-of-order',
    'strategy-total',
    'region-not-in-table',
    'no-floor',
    'impossible-rate',
    'implied-rate',
    'percent-without-base',
    'share-against-band',
    'loss-called-prevention',
    'rates-contradict',
    'downtime-recomputed',
    'offer-not-yours',
    'leftover-placeholder',
    'source-without-link',
    'source-without-year',
    'source-is-site-root',
    'stale',
    'identical-regions',
    'front-matter-against-title',
    'front-matter-against-table',
    'component-left-out',
    'front-matter-regions',
    'levels-in-one-range',
    'updated-ahead',
    'review-overdue',
    'quality-overstated',
    'table-of-another-company',
    'table-of-another-role',
  ],
  /** Equations of levels that each look right: docs/market.md. */
  market: ['levels-contradict', 'level-inflation'],
  /** A table of wages or its mapping: docs/wages.md. */
  wages: [
    'missing-file',
    'unreadable',
    'empty-file',
    'not-a-table',
    'missing-columns',
    'broken-line',
    'long-line',
    'not-utf8',
    'torn-file',
    'too-large',
    'bad-mapping',
    'unknown-role',
    'no-rows',
  ],
  /** A record: docs/record.md. */
  record: [
    /** A file that is missing, torn or not of its format. Ends the reading of that file. */
    'unreadable-file',
    /** A row with a value missing or of the wrong type. An error, unless bad rows are to be skipped. */
    'bad-row',
    /** An end before its start. */
    'ends-before-start',
    /** A year or month that does not fit the row's other times. */
    'typed-wrong-time',
    /** The same id twice with different contents. */
    'duplicate-id',
    /** A time without a zone where none is said, or an hour that the zone skips or repeats. */
    'unclear-time',
    /** A name that no system of record.yaml has. */
    'unknown-system',
    /** Two sources that disagree about the same stretch. */
    'contradiction',
    /** A stretch that nothing covers. */
    'gap',
    /** An incident that is still open: its length is a lower bound. */
    'open-interval',
    /** Something that the tool wrote over: a run that was tried again hides how it ended the first time. */
    'rewritten',
    /** Something that record.yaml says and that does not fit the rest. */
    'record-file',
  ],
  /** What may stand in the way of judging a record: docs/impact.md, as are the lists below. */
  operations: [
    /** A service that delivery names and no deployment has. */
    'unknown-service',
    /** A scope that costs names and no row has. */
    'unknown-scope',
    /** A calendar that there is none of, or that does not reach the record. */
    'calendar',
    /** A record of which nothing can be said. */
    'nothing-to-price',
  ],
  /** A figure before and after a change, of deployments or of costs. */
  change: [
    /** The change was made after a bad stretch, or may have been: part of what followed would have come by itself. */
    'regression-to-mean',
    /** The date of the change was picked because the series moves there. */
    'date-from-data',
    /** What else changed at the same time is in the figure. */
    'no-control',
    /** The interval holds no change at all. */
    'no-change-shown',
    /** Errors so persistent that the series says little about its own level. */
    'persistent',
    /** Treated and control drifted apart before the change. */
    'not-parallel',
  ],
  /** Figures of delivery, or why one of them is not there. */
  delivery: [
    /** Nothing in the period to compute a figure from. */
    'nothing-to-count',
    /** So few values that the interval asked for does not exist, or hardly holds. */
    'few-values',
    /** The tool tells only the last commit of a deployment: its lead time is a lower bound. */
    'last-commit',
    /** Deployments without an end, counted to their start. */
    'no-finish',
    /** Times that run backwards, or take no time: left out of a median. */
    'not-after',
    /** No deployment says what it caused, so that a rate of failure would be made up. */
    'no-declared-cause',
    /** A deployment names an incident that the record does not have. */
    'unknown-incident',
    /** Outages that last still: their lengths are lower bounds. */
    'open-incident',
  ],
  /** Costs before and after, or why one of the figures is not there. */
  costs: [
    /** So few months that nothing is compared. */
    'few-months',
    /** Months left out: not known, known in part, or of the move itself. */
    'months-left-out',
    /** A scope that begins or ends within the record: beyond its ends it counts as nothing. */
    'comes-and-goes',
    /** A month without cost has no logarithm, and is no share of anything. */
    'no-cost',
    /** An amount whose currency has no rate. */
    'no-rate',
    /** What was paid has the prices in it and how much was used, beside what was done. */
    'prices-and-use',
  ],
  /** Figures of capacity, or why one of them is not there. */
  capacity: [
    /** Loads without what could have been carried. */
    'no-capacity',
    /** Loads that stop at the capacity, as utilisation does. */
    'saturated',
    /** Too few peaks over the threshold to say how high they reach. */
    'few-peaks',
    /** A return level for longer than the record is long: it is the model's, not the record's. */
    'beyond-record',
    /** Sessions with too few samples to say what they carried: left out. */
    'thin-session',
    /** No session ever reached the volume that is claimed. */
    'never-reached',
    /** The system was down in a session of that volume. */
    'was-down',
    /** Of some of that time nobody knows. */
    'unknown-state',
    /** What is shorter than the probes' step cannot be seen. */
    'between-probes',
  ],
  /** What may stand in the way of a figure in money, or make it doubtful. */
  impact: [
    /** A pod that depends on a system, and of which no PnL is known. */
    'pod-without-pnl',
    /** A pod that depends on no system of the record: it loses nothing. */
    'pod-without-exposure',
    /** A pod that lost money on average: by the formula an outage would have saved some. */
    'negative-pnl',
    /** Pods of which so few days are known that their mean, and its interval, say little. */
    'few-days',
    /** An amount whose currency has no rate into that of the report. */
    'no-rate',
    /** A year's PnL beyond what any fund has made. */
    'beyond-record-year',
    /** An outage that lasts still: what it cost is a lower bound. */
    'open-outage',
    /** A period in which an exchange is never open. */
    'no-session',
    /** Costs are asked about, and the record has none of them. */
    'no-costs',
    /** A baseline that cannot be worked out. */
    'no-baseline',
    /** A baseline that was watched and hardly had an outage: its interval may be too narrow. */
    'few-outages',
  ],
  /** Where a case and its guide do not fit together. */
  strategy: [
    'no-guide',
    'region-not-in-guide',
    'level-not-in-guide',
    'other-company',
    'other-currency',
    'unlikely-pay',
    'no-strategy',
  ],
  /** A case folder, or writing into one: docs/case.md. */
  case: [
    'no-folder',
    'ignored-file',
    'unknown-version',
    'unknown-currency',
    'unknown-unit',
    'impossible-date',
    'date-order',
    'deadline-passed',
    'offer-expired',
    'negative-pay',
    'unknown-fact',
    'unsafe-ratio',
    'idle-rule',
    'ruled-out-case',
    'not-measured',
    'money-told',
    'repeated-id',
    'repeated-term',
    'missing-guide',
    'torn-line',
    'idle-undo',
    'broken-move',
  ],
} as const;

/** The rules of one room, or of some. */
export type RuleOf<Room extends keyof typeof RULES> = (typeof RULES)[Room][number];
export type Rule = RuleOf<keyof typeof RULES>;
