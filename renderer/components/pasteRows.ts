/** What a spreadsheet puts on the clipboard, as rows of cells; `undefined` when it is a single cell. */
export function pasteRows(text: string): readonly (readonly string[])[] | undefined {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(plain)) return undefined;
  return splitQuoted(plain);
}

/** Cells with line ends in them come in quotes, with quotes doubled. */
function splitQuoted(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows[rows.length - 1]?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === "\t") endCell();
    else if (char === "\n") {
      endCell();
      rows.push([]);
    } else cell += char;
  }
  endCell();
  return rows;
}
