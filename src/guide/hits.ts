/** Every hit of a global expression, left to right. `matchAll` makes a copy of the expression each time it is called. */
export function hitsIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const hits: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    hits.push(hit);
    if (hit[0] === '') pattern.lastIndex++;
  }
  return hits;
}
