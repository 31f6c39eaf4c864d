/** For `allowClear`: the button that takes the choice away, by its name. */
export const clearable = { label: "清除" } as const;

/** Choices for a `Select` out of the words of a column. */
export const choices = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
