/** Every command in a line, in the order of the help. */
export const BRIEFS = {
  init: 'Make a case folder, by questions or by flags',
  guide: 'Read and audit guides',
  market: 'Bands of many guides, levels across companies, where an offer stands',
  plan: 'Where the offers stand, what to ask, what to say, what not to say',
  move: 'Log a move of the negotiation, or list them',
  wages: 'What public wage tables say of a company, a role, a place',
  value: 'What offers say, what each year of them pays, what leaving your job costs',
  backtest: 'What the terms of an offer would have paid on your record',
  tax: 'What is left of wages after tax, in New York, Miami or London',
  calendar: 'When exchanges are open: sessions, minutes, short days, closures',
  record: 'What your systems did, in market hours, from the exports of your tools',
  impact: 'Your record in money: at risk, lost and protected, per pod',
} as const;
