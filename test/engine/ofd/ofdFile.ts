import { zipBytes } from "#engine/files/writeZip.ts";

type Text = Readonly<{ text: string; x: number; y: number }>;

type Ofd = Readonly<{
  custom?: Readonly<Record<string, string>>;
  template?: readonly Text[];
  pages?: readonly (readonly Text[])[];
  attached?: Readonly<Record<string, string>>;
}>;

const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

const page = (texts: readonly Text[]): string =>
  `${head}<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="1">${texts
    .map(
      ({ text, x, y }, id) =>
        `<ofd:TextObject ID="${id + 2}" Boundary="${x} ${y} 60 5" Font="1" Size="3.5"><ofd:TextCode X="0" Y="3.5" DeltaX="g ${text.length - 1} 3.5">${text}</ofd:TextCode></ofd:TextObject>`,
    )
    .join("")}</ofd:Layer></ofd:Content></ofd:Page>`;

/** An OFD as invoice platforms make them: labels on a template, values on the page, the number also beside them. */
export async function ofdFile({
  custom = {},
  template = [],
  pages = [[]],
  attached = {},
}: Ofd): Promise<Buffer> {
  const data = Object.entries(custom).map(
    ([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`,
  );
  return zipBytes([
    [
      "OFD.xml",
      [
        `${head}<ofd:OFD ${ns} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>${data.join("")}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      ],
    ],
    ["Doc_0/Document.xml", [`${head}<ofd:Document ${ns}/>`]],
    ["Doc_0/Tpls/Tpl_0/Content.xml", [page(template)]],
    ...pages.map((texts, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, [page(texts)]] as const),
    ...Object.entries(attached).map(([name, text]) => [`Doc_0/Attachs/${name}`, [text]] as const),
  ]);
}
