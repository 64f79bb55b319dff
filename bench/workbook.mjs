import {crc32, deflateRawSync} from 'node:zlib';

/** @typedef {string | number | null} Cell */

// A workbook in its least form, for measurements and tests.
/**
 * The bytes of a workbook with these sheets. Texts are shared, as spreadsheets write them; numbers stand in their cells.
 *
 * @param {Readonly<Record<string, readonly (readonly Cell[])[]>>} sheets
 * @param {{from1904?: boolean}} [days] whether days are counted from 1904
 * @returns {Buffer}
 */
export function workbook(sheets, days = {}) {
  return archive(parts(sheets, days));
}

/**
 * The texts that such a workbook is an archive of, by their names.
 *
 * @param {Readonly<Record<string, readonly (readonly Cell[])[]>>} sheets
 * @param {{from1904?: boolean}} [days] whether days are counted from 1904
 * @returns {[name: string, text: string][]}
 */
export function parts(sheets, {from1904 = false} = {}) {
  /** @type {Map<string, number>} */
  const shared = new Map();
  /** @param {string} text */
  const index = text => {
    const at = shared.get(text) ?? shared.size;
    shared.set(text, at);
    return at;
  };
  /**
   * @param {Cell} value
   * @param {number} column
   * @param {number} row
   */
  const cell = (value, column, row) => {
    const at = `${letters(column)}${row}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${at}" s="1"><v>${value}</v></c>`;
    return `<c r="${at}" t="s"><v>${index(value)}</v></c>`;
  };
  const names = Object.keys(sheets);
  const pages = names.map(name => {
    const rows = (sheets[name] ?? []).map((cells, row) => {
      const inner = cells.map((value, column) => cell(value, column, row + 1)).join('');
      return inner === '' ? `<row r="${row + 1}"/>` : `<row r="${row + 1}" spans="1:9">${inner}</row>`;
    });
    return `${HEAD}<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const texts = [...shared.keys()]
    .map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
    .join('');
  const ids = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const links = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook>${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${ids.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships>${links.join('')}</Relationships>`],
    ['xl/sharedStrings.xml', `${HEAD}<sst>${texts}</sst>`],
    ...pages.map((page, at) => /** @type {[string, string]} */ ([`xl/worksheets/sheet${at + 1}.xml`, page])),
  ];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * @param {number} column
 * @returns {string}
 */
function letters(column) {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/**
 * A zip archive of texts.
 *
 * @param {readonly (readonly [name: string, text: string])[]} files
 * @returns {Buffer}
 */
export function archive(files) {
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
