/** Values in one query: well below what the database takes at once. */
const chunkSize = 10_000;

/** Asks for many values a chunk at a time and brings the answers together. */
export async function inChunks<Value, Found>(
  values: readonly Value[],
  ask: (chunk: readonly Value[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const answers: (readonly Found[])[] = [];
  for (let from = 0; from < values.length; from += chunkSize) {
    answers.push(await ask(values.slice(from, from + chunkSize)));
  }
  return answers.flat();
}
