import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { readAllText, toGbk } from "./readText.ts";

const refusal = (content: Buffer | string) => failureOf(() => readAllText(content));

describe("encodings", () => {
  const text = "发票号码,销方名称\n001,上海示例服务\n";
  const rows = [
    [1, "发票号码", "销方名称"],
    [2, "001", "上海示例服务"],
  ];
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["GBK", toGbk(text)],
    ["UTF-16 as Excel writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("%s", async (_, content) => {
    expect(await readAllText(content)).toEqual(rows);
  });

  it("reads the four bytes that only GB18030 has", async () => {
    const content = Buffer.concat([toGbk("名称,"), Buffer.from("82358f33", "hex"), Buffer.from("\n")]);
    expect(await readAllText(content)).toEqual([[1, "名称", "\u9fa6"]]);
  });

  it("reads a character that lies across two blocks", async () => {
    for (const pad of [262_141, 262_142, 262_143]) {
      const rest = `${",".repeat(3)}发票\n`;
      const lines = "1,2\n".repeat(pad / 4) + "x".repeat(pad % 4) + rest;
      expect((await readAllText(Buffer.from(lines))).at(-1)?.at(-1)).toBe("发票");
      expect((await readAllText(toGbk(lines))).at(-1)?.at(-1)).toBe("发票");
    }
  });
});

describe("what cannot be decoded for sure is refused with line and column", () => {
  const header = "发票号码,销方名称,价税合计\n";
  it.each<readonly [string, Buffer, RegExp]>([
    [
      "GBK put behind UTF-8",
      Buffer.concat([Buffer.from(header), toGbk("1,上海示例\n")]),
      /第2行第2列的文字编码与前面的不同/,
    ],
    [
      "UTF-8 put behind GBK",
      Buffer.concat([toGbk(header), Buffer.from("1,上海示例服务,2\n")]),
      /第2行第1列的文字编码与前面的不同/,
    ],
    [
      "a byte that neither has",
      Buffer.concat([toGbk(`${header}1,2,`), Buffer.from([0xff, 0x0a])]),
      /第2行第3列的文字无法识别/,
    ],
    ["half a character", toGbk(`${header}上`).subarray(0, -1), /第2行第1列的文字无法识别/],
    ["NUL", Buffer.from(`${header}1,2\0,3\n`), /第2行第2列有无法识别的字符/],
    ["a character that was lost before", Buffer.from(`${header}1,上海\ufffd\n`), /第2行第2列有无法识别/],
    ["a character nobody assigned", Buffer.from(`${header}1,\ue000\n`), /第2行第2列有无法识别/],
    ["half of UTF-16", Buffer.from(`\ufeff发票`, "utf16le").subarray(0, -1), /末尾的文字不完整/],
  ])("%s", async (_, content, message) => {
    const error = await refusal(content);
    expect(error).toMatchObject({ code: "bad-file", message: expect.stringMatching(message) });
  });
});

describe("cells", () => {
  it.each([
    ["commas", "a,b,c\n1,2,3\n"],
    ["tabs", "a\tb\tc\n1\t2\t3\n"],
    ["semicolons", "a;b;c\n1;2;3\n"],
    ["a hint for Excel", "sep=|\r\na|b|c\r\n1|2|3\r\n"],
    ["line ends of old Macs", "a,b,c\r1,2,3\r"],
    ["no line end at the end", "a,b,c\r\n1,2,3"],
  ])("parted by %s", async (_, text) => {
    expect((await readAllText(text)).map(([, ...cells]) => cells)).toEqual([
      ["a", "b", "c"],
      ["1", "2", "3"],
    ]);
  });

  it("tabs count before the commas inside amounts, under a title of one cell", async () => {
    const rows = await readAllText("清单\n名称\t金额\t税额\n甲\t1,000.00\t60.00\n乙\t2,000.00\t120.00\n");
    expect(rows.map((row) => row.length)).toEqual([2, 4, 4, 4]);
  });

  it("quoted: delimiters, line breaks, doubled quotes; such a row is one", async () => {
    expect(await readAllText('a,"b,1","c\nd","e""f"\n"",2\n')).toEqual([
      [1, "a", "b,1", "c\nd", 'e"f'],
      [2, "", "2"],
    ]);
  });

  it("rows that hold nothing count and are passed over, cells that hold nothing are missing", async () => {
    expect(await readAllText("a,b\n\n,,,\n1,,\n")).toEqual([
      [1, "a", "b"],
      [4, "1"],
    ]);
  });

  it("takes a long number out of what keeps it in Excel, and an inch sign as it stands", async () => {
    expect(await readAllText('a,b\n"=""22312000000000000001""",24"屏\n')).toEqual([
      [1, "a", "b"],
      [2, "22312000000000000001", '24"屏'],
    ]);
  });

  it.each<readonly [string, string, RegExp]>([
    ["a quote that never closes", 'a,b\n1,"2\n3,4\n', /第2行第2列的引号没有成对/],
    [
      "one that swallows a long list",
      `a,b\n1,"2\n${"3,4\n".repeat(20_000)}`,
      /第2行第2列的内容超过32767个字/,
    ],
    ["words behind a closed quote", 'a,b\n1,"2"号\n', /第2行第2列的引号后面还有文字/],
    ["a space before the quote", 'a,b\n1, "2,3"\n', /第2行第2列的引号前面有多余的空格/],
    ["ten thousand columns", `a,b\n${",".repeat(10_000)}1\n`, /第2行第1025列超出范围/],
  ])("refuses %s", async (_, text, message) => {
    expect((await refusal(text)).message).toMatch(message);
  });

  it("whatever cells are written, they are read again", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", ",", "\t", '"', "\n", ";", "票", "=", " ") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = `"k","k","k"\n${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`;
        const read = await readAllText(`sep=,\n${text}`);
        const expected = rows
          .map((row) => row.map((value) => /^="([^"]*)"$/.exec(value)?.[1] ?? value))
          .map((row, index) => [index + 2, ...row.slice(0, row.findLastIndex((value) => value !== "") + 1)])
          .filter(([, ...cells]) => cells.length > 0);
        expect(read.slice(1)).toEqual(expected);
      }),
      {
        examples: [
          [
            [
              ["", '=""'],
              ["", ""],
            ],
          ],
        ],
      },
    );
  });
});

describe("bounds", () => {
  it("stops where there are too many rows or bytes", async () => {
    const rows = "1,2\n".repeat(101);
    const many = failureOf(() => readAllText(rows, { limits: { rows: 100 } }));
    const large = failureOf(() => readAllText(rows, { limits: { fileBytes: 403 } }));
    expect((await many).message).toContain("超过 100 行");
    expect((await large).code).toBe("bad-file");
  });

  it("can be cancelled, and says how far it is", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const text = "1,2\n".repeat(300_000);
    const reading = readAllText(text, {
      signal: controller.signal,
      onProgress: (part) => {
        seen.push(part);
        if (seen.length === 2) controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "cancelled" });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBeGreaterThan(0);
  });
});
