const context = 6;
const longest = 60;

const shorten = (letters: readonly string[]): string =>
  letters.length <= longest ? letters.join("") : `${letters.slice(0, longest).join("")}…`;

/** Where two texts differ, with some letters around it, so that a long text shows its one slip. */
export function changedPart(before: string, after: string): Readonly<{ from: string; to: string }> {
  const [left, right] = [[...before], [...after]];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const from = Math.max(0, start - context);
  const cut = (letters: readonly string[]): string => {
    const to = Math.min(letters.length, letters.length - end + context);
    return `${from > 0 ? "…" : ""}${shorten(letters.slice(from, to))}${to < letters.length ? "…" : ""}`;
  };
  return { from: cut(left), to: cut(right) };
}
