export * from "#shared/words/words.ts";

/** Choices for a `Select` out of such words. */
export const choices = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
