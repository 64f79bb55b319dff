import type {ChangePicture, PictureValues, TimelinePicture, WeeksPicture} from '../impact/index.ts';
import {
  type Depicting,
  type Figure,
  type Guarded,
  isKnown,
  matcherOf,
  redact,
  secretsIn,
  type Subject,
  textOf,
} from '../figure/index.ts';
import type {Claim, Fact} from './types.ts';

/** A picture that may lie on the table, with the ids of the claims that it shows. */
export interface SealedPicture extends Guarded, Depicting {
  readonly claims: readonly string[];
  readonly picture: Exclude<PictureValues, WeeksPicture>;
}

/** The confidential numbers of the facts, and the subjects that the case keeps out of every script. */
interface Kept {
  readonly secrets: readonly number[];
  readonly neverSay: readonly string[];
}

/** A fact's picture, and its claim in the ledger. */
interface Open {
  readonly name: string;
  readonly claim: string;
  readonly subject: Subject | undefined;
  readonly figure: Figure;
  readonly picture: PictureValues;
}

/**
 * The pictures of facts that the ledger tells openly. One that holds a figure which is confidential elsewhere is left out
 * whole, and a system whose name the case rules out has a number instead. Two stretches of weeks make one picture where
 * the reader's own claim holds one against the other; alone they are none, nor beside a change that has all their weeks.
 */
export function sealedPictures(
  facts: readonly Fact[],
  claims: readonly Claim[],
  neverSay: readonly string[],
): readonly SealedPicture[] {
  const ruledOut = matcherOf(neverSay.map(words => ({words, subjects: []})));
  const kept: Kept = {secrets: secretsIn(facts.map(({figure}) => figure)), neverSay};
  const open = facts.flatMap(({name, figure, picture}): readonly Open[] => {
    const found = claims.find(one => one.kind === 'fact' && one.facts.includes(name));
    if (picture === undefined || found === undefined || found.disclosure === 'confidential') return [];
    if (!isKnown(figure) || ruledOut.speaks(textOf(found.says)) || tellsSecret(picture, kept.secrets))
      return [];
    return [{name, claim: found.id, subject: figure.subject, figure, picture: unnamed(picture, kept)}];
  });
  const drawn = open.flatMap(({claim, subject, figure, picture}): SealedPicture[] =>
    picture.kind === 'weeks' ? [] : [{...aboutOf([subject]), claims: [claim], depicts: figure, picture}],
  );
  const whole = drawn.map(({picture}) => picture);
  return [
    ...once(drawn),
    ...pairs(open, claims).filter(({picture}) => !whole.some(one => holds(one, picture))),
  ];
}

function aboutOf(subjects: readonly (Subject | undefined)[]): Guarded {
  const known = [...new Set(subjects.filter(subject => subject !== undefined))];
  return known.length === 0 ? {} : {about: known};
}

/** Two facts that look alike, such as an uptime and the minutes down, share a picture. */
function once(pictures: readonly SealedPicture[]): readonly SealedPicture[] {
  const found = new Map<string, SealedPicture>();
  for (const one of pictures) {
    const key = JSON.stringify(one.picture);
    const before = found.get(key);
    const about = [...new Set([...(before?.about ?? []), ...(one.about ?? [])])];
    const claims = [...(before?.claims ?? []), ...one.claims];
    found.set(key, {...one, ...(about.length === 0 ? {} : {about}), claims});
  }
  return [...found.values()];
}

/** Whether a picture has the weeks of another one and those between them. */
function holds(whole: PictureValues, part: PictureValues): boolean {
  if (whole.kind !== 'change' || part.kind !== 'change') return false;
  if (whole.what !== part.what || whole.at !== part.at) return false;
  const [first, last] = [part.before?.from ?? '', part.after?.to ?? ''];
  return (whole.before?.from ?? '9') <= first && last <= (whole.after?.to ?? '');
}

function pairs(open: readonly Open[], claims: readonly Claim[]): readonly SealedPicture[] {
  const found = new Map<string, SealedPicture>();
  for (const {id, kind, facts, disclosure, stated} of claims) {
    if (kind !== 'own' || disclosure === 'confidential') continue;
    const sides = facts.flatMap(name => {
      const side = open.find(one => one.name === name);
      return side?.picture.kind === 'weeks' ? [{...side, picture: side.picture}] : [];
    });
    const [before, after, more] = sides.toSorted((a, b) => a.picture.from.localeCompare(b.picture.from));
    if (before === undefined || after === undefined || more !== undefined) continue;
    const picture = compared(before.picture, after.picture);
    if (picture === null) continue;
    const key = `${before.name} ${after.name}`;
    const behind = [before.claim, after.claim];
    const about = aboutOf([before.subject, after.subject]);
    const depicts = stated.quantityOf;
    found.set(key, {...about, claims: [id, ...(found.get(key)?.claims ?? behind)], depicts, picture});
  }
  return [...found.values()];
}

/** Null where they overlap, or tell of different times. */
function compared(before: WeeksPicture, after: WeeksPicture): ChangePicture | null {
  const {what, at} = before;
  if (before.to >= after.from || what !== after.what || at !== after.at) return null;
  const level = ({from, to, minutes, n}: WeeksPicture) => ({from, to, minutes, n});
  return {
    kind: 'change',
    what,
    at,
    day: null,
    weeks: [...before.weeks, ...after.weeks],
    control: [],
    shift: null,
    before: level(before),
    after: level(after),
    fitted: null,
  };
}

/** A name that the case rules out, or that tells a secret, is a number in the order of the rows. */
function unnamed(picture: PictureValues, {secrets, neverSay}: Kept): PictureValues {
  if (picture.kind !== 'timeline') return picture;
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  const kept = neverSay.map(plain).filter(subject => subject.trim() !== '');
  const systems = picture.systems.map((row, at) => {
    const name = plain(row.name);
    const hidden =
      redact(row.name, secrets) !== row.name ||
      kept.some(subject => name.includes(subject) || subject.includes(name));
    return hidden ? {...row, name: `system ${at + 1}`} : row;
  });
  return {...picture, systems};
}

/** Whether any figure of a picture, or a sum that it shows, is a confidential one. */
function tellsSecret(picture: PictureValues, secrets: readonly number[]): boolean {
  const figures = figuresOf(picture).flatMap(one => [one, Number(one.toPrecision(3))]);
  // A year of days holds the same few minutes again and again.
  const told = [...new Set(figures)].join('; ');
  return redact(told, secrets) !== told;
}

function figuresOf(picture: PictureValues): readonly number[] {
  switch (picture.kind) {
    case 'timeline':
      return minutesOf(picture);
    case 'exceedance': {
      const {mean, curve, oneIn, laws} = picture;
      return [mean, ...[...curve, ...oneIn, ...laws.flatMap(law => law.curve)].map(({loss}) => loss)];
    }
    case 'weeks':
      return [picture.minutes, ...picture.weeks.map(({minutes}) => minutes)];
    case 'change': {
      const {before, after, weeks, control, shift} = picture;
      const minutes = [before, after, ...weeks, ...control].flatMap(one =>
        one === null ? [] : [one.minutes],
      );
      return shift === null ? minutes : [...minutes, shift.low, shift.mid, shift.high].map(Math.abs);
    }
  }
}

function minutesOf({systems}: TimelinePicture): readonly number[] {
  const states = ['down', 'degraded', 'unknown'] as const;
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
  const rows = states.map(state => systems.map(({days}) => days.map(day => day[state])));
  return rows
    .flatMap(of => [...of.flat(), ...of.map(sum), sum(of.flat())])
    .concat(systems.map(({longest}) => longest))
    .filter(minutes => minutes > 0);
}
