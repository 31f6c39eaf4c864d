/** A day, as tables show it: 2022-01-31. */
export function DateText({ value }: Readonly<{ value: string | null }>) {
  return value === null ? <span className="jf-faint">—</span> : <span className="jf-num">{value}</span>;
}

/** An instant of the change log, in the time of this PC: 2022-01-31 14:03. */
export function InstantText({ value }: Readonly<{ value: string }>) {
  return <span className="jf-num">{instantText(value)}</span>;
}

const two = (value: number): string => value.toString().padStart(2, "0");

export function instantText(value: string): string {
  const at = new Date(value);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
