/** What is no text of its own on a page: how it looks, and the numbers that the page gives to its notes and sections. */
const ASIDE =
  /<style[^>]*>[^]*?<\/style>|<meta name="(?:viewport|color-scheme)"[^>]*>|<sup[^>]*>[^]*?<\/sup>|<span class="no">[^<]*<\/span>|<a href="#ref-[^>]*>|(?<=<a href="#[^"]*">)<span>\d+<\/span>/g;
/** Attributes that are read aloud, or shown by whoever lists the page. */
const ALOUD = /(?:aria-label|aria-description|title|alt|content|data-head)="([^"]*)"/g;

/** Every text of a finished page or picture by itself: of its nodes, and what is read aloud. */
export function textsOfPage(page: string): readonly string[] {
  const bare = page.replace(ASIDE, '');
  const found: string[] = [];
  let isDrawn = false;
  for (const [all, tag, text] of bare.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (text !== undefined) {
      const shown = plain(text).trim();
      if (shown !== '' && !(isDrawn && isTick(shown))) found.push(shown);
    }
    if (tag === undefined) continue;
    if (/^<\/?svg\b/.test(all)) isDrawn = all[1] !== '/';
    for (const [, read = ''] of all.matchAll(ALOUD)) found.push(plain(read));
  }
  return found;
}

/** A tick of an axis: a number of few digits that nobody wrote. */
function isTick(text: string): boolean {
  return /^\D{0,4}[\d.,]+\D{0,3}$/.test(text) && text.replace(/\D/g, '').replace(/0+$/, '').length <= 3;
}

/** Every stretch of a finished text for a terminal, without marks of notes and numbers of sections and claims: `C4 99.997%`. */
export function textsOfTerminal(text: string): readonly string[] {
  return text
    .replace(/\x1b\[[\d;]*m|\[\d+\]|(?<=━━ )\d+ /g, '')
    .split(/\n|\s{2,}|[\u2500-\u257f]+/)
    .map(line => line.trim().replace(/^(?:C\d{1,3}|\d{1,2})\s+/, ''))
    .filter(line => line !== '');
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0'};

function plain(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    },
  );
}
