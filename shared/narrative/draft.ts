/** What the ledger can write under a heading, and on what that rests. */
export type Draft = Readonly<{
  /** Paragraphs are parted by line ends. */
  text: string;
  /** Where it was taken from, as screens call it. */
  from: readonly string[];
  /** What should be put right before it is used. */
  doubts: readonly string[];
}>;

/** 社区综合治理 is 社区综合治理项目; one that is called so already is not called so twice. */
export const calledProject = (name: string): string =>
  name.trim().endsWith("项目") ? name.trim() : `${name.trim()}项目`;
