/** A text of XML whose tags have their names alone: `<x:c>` is `<c>`. */
export function withoutPrefixes(text: string): string {
  return text.replace(/(<\/?)[\w.-]+:(?=\w)/g, '$1');
}

const SIGNS: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** A text of XML as it reads: `&amp;` is `&`. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return SIGNS[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The tags of one name in a small text, in their order; values in quotes may hold `>`. */
export function tagsOf(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}\\b(?:[^>"]|"[^"]*")*>`, 'g'))].map(([tag]) => tag);
}

/** What a tag says under a name, with or without a prefix: `id` finds `r:id="rId1"`. */
export function attributeOf(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s(?:[\\w.-]+:)?${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : unescapeXml(value);
}
