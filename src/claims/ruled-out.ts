/** Whether a text speaks of one of the subjects: all the words of the subject stand in it. */
export function ruledOutBy(subjects: readonly string[]): (text: string) => boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = subjects.map(words).filter(list => list.length > 0);
  return text => {
    const told = new Set(words(text));
    return all.some(list => list.every(word => told.has(word)));
  };
}
