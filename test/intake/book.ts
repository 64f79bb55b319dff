import {archive} from '../../bench/workbook.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook as they stand in its archive; `cells` is what stands within a sheet. */
export interface Book {
  readonly sheets: Readonly<Record<string, string>>;
  readonly shared?: readonly string[];
  /** Format codes by style: the first is style 0. A number is that of a format which is built in. */
  readonly styles?: readonly (string | number)[];
  readonly is1904?: boolean;
  readonly hidden?: readonly string[];
  readonly prefix?: string;
}

/** The bytes of a workbook, as they would be saved. */
export function bookOf({
  sheets,
  shared = [],
  styles = [],
  is1904 = false,
  hidden = [],
  prefix = '',
}: Book): Buffer {
  const names = Object.keys(sheets);
  const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`);
  const codes = styles.flatMap((code, at) => (typeof code === 'string' ? [{code, id: 164 + at}] : []));
  const parts: [string, string][] = [
    [
      'xl/workbook.xml',
      `<workbook><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map(
          (name, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet><numFmts>${codes.map(({code, id}) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles
        .map(
          (code, at) =>
            `<xf numFmtId="${typeof code === 'number' ? code : 164 + at}" xfId="0"><alignment/></xf>`,
        )
        .join('')}</cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst>${shared.join('')}</sst>`],
    ...names.map((name, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    ]),
  ];
  const links = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="http://x/worksheet" Target="/xl/worksheets/sheet${at + 1}.xml"/>`,
  );
  return archive([
    ...parts.map(([name, xml]) => [name, HEAD + prefixed(xml)] as const),
    ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships>${links.join('')}</Relationships>`],
  ]);
}
