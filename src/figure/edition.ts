/**
 * Who may see a report. `desk`: mine alone, everything. `call`: mine, open while I talk: nothing confidential, nothing
 * ruled out. `share`: anybody's: my own position is not in it either.
 */
export const EDITIONS = ['share', 'call', 'desk'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Whether what reaches as far as `reach` stands in `edition`: what is for the desk alone stands in no other. */
export function reaches(reach: Edition | undefined, edition: Edition): boolean {
  return reach === undefined || EDITIONS.indexOf(edition) >= EDITIONS.indexOf(reach);
}
