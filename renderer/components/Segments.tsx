import { Segmented, type SegmentedProps } from "antd";

type Props<Value extends string> = Readonly<{
  /** What is chosen here, for who cannot see it. */
  label: string;
  value: Value;
  options: readonly Readonly<{ value: Value; label: string }>[];
  onChange: (value: Value) => void;
}> &
  Pick<SegmentedProps<Value>, "size" | "disabled">;

/** A few choices side by side: one stop of Tab, arrows within. */
export function Segments<Value extends string>({ label, options, ...rest }: Props<Value>) {
  // The frame would be a stop of its own before the choice in it.
  return <Segmented<Value> {...rest} aria-label={label} tabIndex={-1} options={[...options]} />;
}
