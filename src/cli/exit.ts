/** How a command ends. `input` covers files that cannot be read and files that cannot be written; 70 is sysexits' own. */
export const EXIT = {done: 0, findings: 1, usage: 2, input: 3, fault: 70} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
