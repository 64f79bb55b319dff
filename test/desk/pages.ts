/** A figure as a page prints it, with the number of its note. */
interface Mark {
  readonly text: string;
  readonly note: number;
  /** The id of its mark: `ref-3-1`. */
  readonly ref: string;
}

/** A note as a page prints it. */
export interface PrintedNote {
  readonly number: number;
  readonly tier: string;
  /** `guide.md:62:574`; null where it leads to no place. */
  readonly where: string | null;
  /** Its words, marks aside. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The id that it leads back to. */
  readonly back: string;
}

export interface Page {
  /** Without its notes. */
  readonly body: string;
  readonly marks: readonly Mark[];
  readonly notes: readonly PrintedNote[];
}

const FIGURE =
  /<data class="figure">([^<]*)<\/data>(?:<\/(?:b|span|a)>)*<sup><a href="#note-(\d+)" id="(ref-\d+-\d+)" aria-label="footnote \d+">(\d+)<\/a><\/sup>/g;
const NOTE =
  /\n<li id="note-(\d+)"><b>([^<]*)<\/b>(.*?) <a href="#(ref-\d+-\d+)" aria-label="back to where footnote (\d+) is first used">↩<\/a><\/li>/g;
const WHERE = / <span class="where">([^<]*)<\/span>$/;

/** A printed page, its figures and notes read from its text. Throws where one of them is not as all are. */
export function pageOf(html: string): Page {
  const [before = '', list = '', after = '', ...more] = html.split(
    /<ol class="notes">|<\/ol>(?=\n<\/section>\n<\/main>)/,
  );
  if (more.length > 0 || !/<section id="evidence"[^]*$/.test(before))
    throw new Error('the notes stand not at the end of the evidence');
  const notes = [...list.matchAll(NOTE)].map(
    ([, number = '', tier = '', said = '', back = '', again = '']) => {
      if (number !== again || !back.startsWith(`ref-${number}-`))
        throw new Error(`note ${number} leads back from ${again}`);
      const where = WHERE.exec(said)?.[1];
      const words = said.replace(WHERE, '');
      return {
        number: Number(number),
        tier,
        where: where === undefined ? null : plain(where),
        text: plain(words.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]*>/g, '')).trim(),
        marks: marksIn(words),
        back,
      };
    },
  );
  if (notes.length !== (list.match(/<li/g) ?? []).length) throw new Error('a note is not as all notes are');
  return {body: before + after, marks: marksIn(before + after), notes};
}

function marksIn(html: string): readonly Mark[] {
  const marks = [...html.matchAll(FIGURE)].map(([, text = '', note = '', ref = '', said = '']) => {
    if (said !== note || !ref.startsWith(`ref-${note}-`))
      throw new Error(`mark ${said} leads to note ${note}`);
    return {text: plain(text), note: Number(note), ref};
  });
  if (marks.length !== (html.match(/<data/g) ?? []).length) throw new Error('a figure without its mark');
  return marks;
}

/** The text behind its entities. */
function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
