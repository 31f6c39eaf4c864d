/** A stretch of text that both have, or only the later, or only the earlier. */
export type TextPart = Readonly<{ kind: "same" | "added" | "removed"; text: string }>;

type Hunk = Readonly<{ same: true; text: string }> | Readonly<{ same: false; before: string; after: string }>;

/** More comparisons than this are not worth the reader's time: what differs is then shown whole. */
const mostComparisons = 4_000_000;
/** A shorter stretch between two changes would only break up what is read as one. */
const shortestBetween = 2;

/**
 * How one text became another: sentence by sentence, and within the sentences that changed by words, a Chinese
 * character being one. Read in order, `same` and `removed` are the earlier text, `same` and `added` the later.
 */
export function textDifference(before: string, after: string): readonly TextPart[] {
  const hunks = compare(sentences(before), sentences(after)).flatMap((hunk): readonly Hunk[] =>
    hunk.same ? [hunk] : joinShort(compare(words(hunk.before), words(hunk.after))),
  );
  return joined(hunks.flatMap(partsOf));
}

const sentences = (text: string): readonly string[] => text.match(/[^。；\n]+[。；\n]*|[。；\n]+/g) ?? [];
const words = (text: string): readonly string[] => text.match(/[0-9A-Za-z][0-9A-Za-z.,%]*|[\s\S]/gu) ?? [];

const partsOf = (hunk: Hunk): readonly TextPart[] =>
  hunk.same
    ? [{ kind: "same", text: hunk.text }]
    : [
        { kind: "removed", text: hunk.before },
        { kind: "added", text: hunk.after },
      ];

function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const done: TextPart[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (part.text === "") continue;
    if (last?.kind === part.kind) done[done.length - 1] = { kind: part.kind, text: last.text + part.text };
    else done.push(part);
  }
  return done;
}

function joinShort(hunks: readonly Hunk[]): readonly Hunk[] {
  const done: Hunk[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const last = done.at(-1);
    const isBetween = index > 0 && index < hunks.length - 1;
    const changed =
      hunk.same && isBetween && hunk.text.length < shortestBetween
        ? { same: false as const, before: hunk.text, after: hunk.text }
        : hunk;
    if (last === undefined || last.same || changed.same) done.push(changed);
    else
      done[done.length - 1] = {
        same: false,
        before: last.before + changed.before,
        after: last.after + changed.after,
      };
  }
  return done;
}

/** The longest common subsequence, after what both begin and end with is put aside. */
function compare(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  return [
    ...sameHunk(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...sameHunk(before.slice(before.length - tail)),
  ];
}

const sameHunk = (tokens: readonly string[]): readonly Hunk[] =>
  tokens.length === 0 ? [] : [{ same: true, text: tokens.join("") }];

const changedHunk = (before: readonly string[], after: readonly string[]): readonly Hunk[] =>
  before.length === 0 && after.length === 0
    ? []
    : [{ same: false, before: before.join(""), after: after.join("") }];

function middle(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  if (before.length === 0 || after.length === 0) return changedHunk(before, after);
  if (before.length * after.length > mostComparisons) return changedHunk(before, after);
  const lengths = commonLengths(before, after);
  const at = (left: number, right: number) => lengths[left * (after.length + 1) + right] ?? 0;
  const hunks: Hunk[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const fromLeft = left;
    while (left < before.length && right < after.length && before[left] === after[right]) {
      left += 1;
      right += 1;
    }
    hunks.push(...sameHunk(before.slice(fromLeft, left)));
    const [changedLeft, changedRight] = [left, right];
    while (
      (left < before.length || right < after.length) &&
      !(left < before.length && right < after.length && before[left] === after[right])
    ) {
      if (right >= after.length || (left < before.length && at(left + 1, right) >= at(left, right + 1)))
        left += 1;
      else right += 1;
    }
    hunks.push(...changedHunk(before.slice(changedLeft, left), after.slice(changedRight, right)));
  }
  return hunks;
}

/** For each pair of rests how many tokens they have in common, row by row. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      lengths[left * width + right] =
        before[left] === after[right]
          ? (lengths[(left + 1) * width + right + 1] ?? 0) + 1
          : Math.max(lengths[(left + 1) * width + right] ?? 0, lengths[left * width + right + 1] ?? 0);
    }
  }
  return lengths;
}
