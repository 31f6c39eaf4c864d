import type { Random } from "./random.ts";

/** A change to the text of one part. */
type Change = (xml: string, random: Random) => string;

/** Puts `make` of one of the matches in its place. */
const atOne =
  (pattern: RegExp, make: (match: string, random: Random) => string): Change =>
  (xml, random) => {
    const found = [...xml.matchAll(pattern)];
    const match = found[random.int(found.length)];
    if (match === undefined) return xml;
    return xml.slice(0, match.index) + make(match[0], random) + xml.slice(match.index + match[0].length);
  };

const oneOf =
  (...texts: readonly string[]) =>
  (_: string, random: Random) =>
    random.pick(texts);

const longText = "长".repeat(40_000);
const deep = `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}`;
const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
const formula = `<f>cmd|'/c calc'!A0</f>`;

/** What no program would write, each at one place of a sheet or another part. */
export const changes: readonly Change[] = [
  // Places that are wrong, doubled or beyond the sheet.
  atOne(/ r="[A-Z]+\d+"/g, oneOf(' r="XFD1"', ' r="ZZZZ9"', ' r=""', ' r="A1"', ' r="1"', ' r="a1"', "")),
  atOne(
    /<row /g,
    oneOf('<row r="0" ', '<row r="-1" ', '<row r="1e9" ', '<row r="1048577" ', '<row r="x" ', '<row r="2" '),
  ),
  atOne(/<row .*?<\/row>/gs, (row) => row + row),
  atOne(/<row .*?<\/row>/gs, (row, random) => row.repeat(2 + random.int(30))),
  atOne(/<row .*?<\/row>/gs, () => ""),
  atOne(/<c .*?<\/c>/gs, (cell) => cell + cell),
  atOne(/<c .*?<\/c>/gs, () => ""),
  atOne(
    /<dimension ref="[^"]*"/g,
    oneOf('<dimension ref="A1:XFD1048576"', '<dimension ref="B2"', '<dimension ref="::"'),
  ),
  // Types that do not fit, shared texts and styles out of range.
  atOne(
    / t="\w+"/g,
    oneOf(' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="inlineStr"', ' t="x"', ""),
  ),
  atOne(/<c /g, oneOf('<c s="99999" ', '<c s="-1" ', '<c s="1e9" ', '<c s="x" ', '<c t="s" ', '<c t="b" ')),
  atOne(
    /<v>[^<]*<\/v>/g,
    oneOf("<v>-1</v>", "<v>99999999</v>", "<v>1e400</v>", "<v>NaN</v>", "<v/>", "<v>1.5</v>", "<v></v>"),
  ),
  atOne(
    /<v>[^<]*<\/v>/g,
    oneOf("<v>9007199254740993</v>", "<v>22312000000000000017</v>", "<v>2.2312E+19</v>", "<v>-0</v>"),
  ),
  atOne(/<v>[^<]*<\/v>/g, (value) => value + value),
  atOne(/<v>[^<]*<\/v>/g, (value) => formula + value),
  atOne(/<v>[^<]*<\/v>/g, () => formula),
  atOne(
    /<t[^>]*>[^<]*<\/t>/g,
    oneOf("<t>=cmd|'/c calc'!A0</t>", "<t/>", "<t>@SUM(1)</t>", "<t>-1</t>", "<t>_x0000__xFFFF_</t>"),
  ),
  atOne(/<t[^>]*>[^<]*<\/t>/g, () => `<t>${longText}</t>`),
  atOne(/<t[^>]*>[^<]*<\/t>/g, (text) => `<r>${text}</r><rPh>${text}</rPh><r>${text}</r>`),
  atOne(/<si>/g, (text) => `<si/>${text}`),
  atOne(/<\/si>/g, () => ""),
  // Merged ranges.
  atOne(/<\/sheetData>/g, (end) => `${end}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
  atOne(
    /<\/sheetData>/g,
    (end) => `${end}<mergeCells>${'<mergeCell ref="A2:B9"/>'.repeat(500)}</mergeCells>`,
  ),
  atOne(
    /<\/sheetData>/g,
    (end) => `${end}<mergeCells><mergeCell ref="C9:A1"/><mergeCell ref="x"/></mergeCells>`,
  ),
  atOne(/<\/sheetData>/g, (end) => `${'<row s="1"><c s="1"/></row>'.repeat(3000)}${end}`),
  // Entities, depth, and marks of XML at wrong places.
  (xml) => xml.replace("?>", `?>${entities}`),
  (xml) => xml.replace(/>([^<]+)<\/t>/, ">&a;&b;&c;&#99999999;&#x0;</t>"),
  atOne(/<row /g, (row) => `${deep}${row}`),
  atOne(/<row /g, (row) => `${"<row>".repeat(5_000)}${row}`),
  atOne(/<[a-z]+[ >]/g, (open) => `<!-- --${open}`),
  atOne(/<[a-z]+[ >]/g, (open) => `<![CDATA[<c><v>1</v></c>]]><?x y?>${open}`),
  atOne(/<\/\w+>/g, () => ""),
  atOne(/<\/?\w+/g, oneOf("<x", "</", "<", "<x:row", "<sheetData")),
  atOne(/"/g, oneOf("", "'", '""')),
  (xml) => `\ufeff${xml}`,
  (xml) => `${xml}${xml}`,
  (xml) => xml.slice(0, xml.length / 2),
  () => "",
  // Numbers, dates and words of the list itself.
  atOne(
    />\d{20}</g,
    oneOf(">2231200000000000000<", ">2.23E+19<", ">00000000000000000000<", ">22312000000000000001<", "><"),
  ),
  atOne(
    />-?[\d,]+\.\d\d</g,
    oneOf(">1e308<", ">99999999999999.99<", ">-0.00<", ">0.001<", ">¥<", ">１２．５０<", ">--<"),
  ),
  atOne(
    />20\d\d-\d\d-\d\d[^<]*</g,
    oneOf(">2022-02-30<", ">1899-12-31<", ">9999-12-31<", ">0<", ">60<", ">2958466<"),
  ),
  atOne(
    />[^<]*(号码|日期|合计|名称)[^<]*</g,
    oneOf("><", ">发票号码<", ">价税合计<", ">合计<", ">__proto__<", ">constructor<"),
  ),
  // Relations and the list of sheets.
  atOne(
    /Target="[^"]*"/g,
    oneOf(
      'Target="../../../../etc/passwd"',
      'Target="workbook.xml"',
      'Target="sharedStrings.xml"',
      'Target=""',
    ),
  ),
  atOne(/Id="[^"]*"/g, oneOf('Id="rId1"', 'Id="rId2"', 'Id=""')),
  atOne(/<sheet [^>]*>/g, (sheet, random) => sheet.repeat(2 + random.int(20))),
  atOne(/<sheet [^>]*>/g, oneOf("<sheet/>", '<sheet name="一" state="veryHidden" r:id="rId1"/>', "")),
  atOne(/<workbookPr/g, oneOf('<workbookPr date1904="1"', '<workbookPr date1904="x"')),
  atOne(/<cellXfs[^>]*>/g, (open) => `${open}${'<xf numFmtId="14"/>'.repeat(20_000)}`),
  atOne(
    /formatCode="[^"]*"/g,
    oneOf('formatCode="yyyy"', `formatCode="${"[h]".repeat(9_000)}"`, 'formatCode=""'),
  ),
];

/** One to four such changes of a part. */
export function mutateXml(xml: string, random: Random): string {
  let mutant = xml;
  for (let left = 1 + random.int(4); left > 0; left -= 1) mutant = random.pick(changes)(mutant, random);
  return mutant;
}
