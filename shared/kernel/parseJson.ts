/** What a stored text says; `undefined` where it is no JSON: a ledger written by hand may hold anything. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
