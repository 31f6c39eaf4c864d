/** A function that works out each answer once: for questions that come again and again in one run of a rule. */
export function remembering<Key, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Readonly<{ is: Answer }>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.is;
    const is = work(key);
    answers.set(key, { is });
    return is;
  };
}
