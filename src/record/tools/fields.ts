import {columnParts} from '../../intake/index.ts';

/** A JSON object, or the fields of a table by their headings. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What stands in a column: of `Date + Time` both cells as one text. For one that alone is blank stands a sign that no time
 * holds (`2025-05-06 ?`), or an end without its clock would be taken for midnight.
 */
export function cellOf(fields: Fields, column: string): unknown {
  if (Object.hasOwn(fields, column) || !column.includes(' + ')) return fields[column];
  const cells = columnParts(column).map(part => {
    const cell = fields[part];
    return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
  });
  return cells.every(cell => cell === '') ? '' : cells.map(cell => cell || '?').join(' ');
}
