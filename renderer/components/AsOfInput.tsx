import type { IsoDate } from "#shared/kernel/dates.ts";
import { DateInput } from "./inputs/DateInput.tsx";
import "./page.css";

type Props = Readonly<{ value: IsoDate | null; onChange: (day: IsoDate | null) => void }>;

/** 截至: the day that a page is looked at; emptied, it is today again. */
export const AsOfInput = ({ value, onChange }: Props) => (
  <span className="jf-as-of">
    <span className="jf-soft">截至</span>
    <DateInput aria-label="截至" value={value} onChange={onChange} />
  </span>
);
