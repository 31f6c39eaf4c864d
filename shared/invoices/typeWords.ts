/** What the words for a kind of invoice say, apart: sources leave out one or the other. */
type Facets = Readonly<{ form: string; kind: string }>;

const forms: readonly (readonly [RegExp, string])[] = [
  [/(数电|全电).*纸质|纸质.*(数电|全电)/, "digitalPaper"],
  [/数电|全电|全面数字化|^电子发票/, "digital"],
  [/卷/, "roll"],
  [/电子/, "electronic"],
  // Bookkeepers write 增值税普通发票 of digital ones too.
  [/纸质/, "paper"],
];
const kinds: readonly (readonly [RegExp, string])[] = [
  [/铁路|火车/, "rail"],
  [/航空|行程单/, "air"],
  [/通行费/, "toll"],
  [/二手车/, "usedCar"],
  [/机动车/, "vehicle"],
  [/专用|专票/, "special"],
  [/普通|普票|卷票/, "general"],
];

const first = (text: string, words: typeof forms): string =>
  words.find(([word]) => word.test(text))?.[1] ?? "";

function facetsOf(type: string): Facets {
  const plain = type.normalize("NFKC").replace(/\s/g, "");
  return { form: first(plain, forms), kind: first(plain, kinds) };
}

/** Whether one name for the kind of an invoice says nothing that another does not: 普票 beside 数电票（普通发票）. */
export function addsNothing(after: string, known: string): boolean {
  if (after === known) return true;
  const [said, had] = [facetsOf(after), facetsOf(known)];
  const isTold = said.form !== "" || said.kind !== "";
  return (
    isTold && (["form", "kind"] as const).every((facet) => said[facet] === "" || said[facet] === had[facet])
  );
}
