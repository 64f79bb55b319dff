/** Whether a stream is coloured: on a terminal only, for Node says nothing at all of a file, and never where NO_COLOR is set. */
export function isColoured(
  {isTTY}: {readonly isTTY?: boolean | undefined},
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
