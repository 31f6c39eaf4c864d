import { xmlWalker } from "./readXml.ts";

/** Built-in number formats that show a date; 27–36 and 50–58 are those of Chinese Excel. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a date: y, m, d, h or s outside quotes, brackets and escapes. */
export const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").replace(/general|e\+/gi, ""));

/** For each style of a cell (`s`), whether its number is shown as a date. */
export async function readStyles(chunks: AsyncIterable<Buffer>): Promise<readonly boolean[]> {
  const formats = new Map<number, string>();
  const dates: boolean[] = [];
  let inCellFormats = false;
  const walker = xmlWalker({
    open: (name, source) => {
      if (name === "cellXfs") inCellFormats = true;
      else if (name === "numFmt") {
        formats.set(Number(source.attribute("numFmtId")), source.attribute("formatCode") ?? "");
      } else if (name === "xf" && inCellFormats) {
        const id = Number(source.attribute("numFmtId") ?? "0");
        const custom = formats.get(id);
        dates.push(custom === undefined ? isBuiltInDate(id) : isDateFormat(custom));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
    text: () => {},
  });
  for await (const chunk of chunks) walker.push(chunk);
  walker.end();
  return dates;
}
