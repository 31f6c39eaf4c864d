/** GB18030 as far as two bytes go, which is all Chinese in use; the runtime decodes it but cannot write it. */
export function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const code = Buffer.from([high, low]);
      const letter = decoder.decode(code);
      if ([...letter].length === 1) codes.set(letter, code);
    }
  }
  return Buffer.concat(
    [...text].map((letter) => {
      const code = letter < "\x80" ? Buffer.from(letter) : codes.get(letter);
      if (code === undefined) throw new Error(`no two bytes for ${letter}`);
      return code;
    }),
  );
}
