/** 立项依据 as the ledger keeps it: the title of a document and its number. */
export type ReadPolicy = Readonly<{ title: string; documentNo: string }>;

const documentNo = /[（(]([^（）()]*[〔[［(（]?\d{4}[〕\]］)）]?\d+号)[）)]$/;

/**
 * The documents that “立项依据” lists: "《A》（沪府办〔2020〕89号）、B的通知。" gives A and B. Empty where it names none, which
 * then stays running text.
 */
export function policiesIn(text: string): readonly ReadPolicy[] {
  return itemsOf(text)
    .filter((item) => /[《〔]/.test(item))
    .map((item) => {
      const number = documentNo.exec(item);
      const title = number === null ? item : item.slice(0, number.index);
      return { title: unquoted(title.trim()), documentNo: number?.[1] ?? "" };
    });
}

/** 《A》 alone is A; 关于转发《A》的通知 keeps its marks. */
const unquoted = (title: string): string => /^《([^《》]*)》$/.exec(title)?.[1] ?? title;

/** Parted by 、 and ends of lines, but not inside of 《》, quotes and brackets. */
function itemsOf(text: string): readonly string[] {
  const items: string[] = [];
  let item = "";
  let depth = 0;
  for (const letter of text) {
    if ("《（(“".includes(letter)) depth += 1;
    if ("》）)”".includes(letter)) depth = Math.max(0, depth - 1);
    if (depth === 0 && "、；;。\n".includes(letter)) {
      items.push(item);
      item = "";
    } else item += letter;
  }
  return [...items, item]
    .map((each) => each.trim().replace(/^\d+[.．]\s*/, ""))
    .filter((each) => each !== "");
}
