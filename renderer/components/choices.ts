/** Choices for a `Select` out of the words of a column. */
export const choices = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));
