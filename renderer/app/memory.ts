/** Small things the window remembers between starts: which project was chosen, how a page was laid out. */
export function readMemory<Value>(slot: string, otherwise: Value): Value {
  const text = window.localStorage.getItem(`jingfei:${slot}`);
  if (text === null) return otherwise;
  try {
    // Written by `writeMemory` under the same name; whoever reads it checks that what it names still exists.
    return JSON.parse(text) as Value;
  } catch {
    return otherwise;
  }
}

export function writeMemory<Value>(slot: string, value: Value): void {
  window.localStorage.setItem(`jingfei:${slot}`, JSON.stringify(value));
}
