import { Select } from "antd";
import type { ReactNode } from "react";
import type { Offer } from "#shared/indicators/known/offers.ts";
import type { Indicator } from "#shared/model/project.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import type { AutoSave } from "../../../components/autosave/useAutoSave.ts";
import { ActualInput } from "./ActualInput.tsx";
import { TextCell } from "./TextCell.tsx";
import type { ActualFields } from "./useActualRow.ts";

type Props = Readonly<{
  index: number;
  indicator: Indicator;
  form: AutoSave<ActualFields>;
  offers: readonly Offer[];
  /** Behind the second level, under the name. */
  note?: string;
  /** What the value that was reached is called, and the reason. */
  words: Readonly<{ actual: string; reason: string }>;
  /** What is asked for where the reason is missing; blank where none is. */
  wanted: string;
  /** Cells between the value and the reason. */
  children: ReactNode;
}>;

const columns = 7;

/** One indicator of a sheet: what was promised, what came of it, and why not more. */
export function EntryRow({ index, indicator, form, offers, note = "", words, wanted, children }: Props) {
  return (
    <>
      <tr>
        <th scope="row">
          {indicator.name}
          <small>
            {indicator.level2}
            {note}
          </small>
        </th>
        <td className="jf-grid-figure">{indicator.valueText}</td>
        <td data-cell={`${index} valueText`}>
          <ActualInput form={form} label={`${indicator.name}${words.actual}`} offers={offers} />
        </td>
        {children}
        <td data-cell={`${index} reason`} className={wanted === "" ? "" : "jf-entry-needed"}>
          <TextCell
            form={form}
            name="reason"
            label={`${indicator.name}${words.reason}`}
            placeholder={wanted}
          />
        </td>
      </tr>
      {form.failure === null ? null : (
        <tr className="jf-grid-note">
          <td colSpan={columns}>
            <RecordSign form={form} />
          </td>
        </tr>
      )}
    </>
  );
}

type ChoiceProps = Readonly<{
  place: string;
  form: AutoSave<ActualFields>;
  label: string;
  options: readonly string[];
  placeholder?: string;
  /** False leaves the cell blank. */
  asked?: boolean;
}>;

/** How things stand, in one of the template's words. */
export const OutlookCell = ({ place, form, label, options, placeholder, asked = true }: ChoiceProps) => (
  <td data-cell={place}>
    {asked ? (
      <Select
        variant="borderless"
        aria-label={label}
        allowClear
        placeholder={placeholder}
        popupMatchSelectWidth={false}
        value={form.values.outlook === "" ? null : form.values.outlook}
        options={options.map((word) => ({ value: word, label: word }))}
        onChange={(outlook: string | undefined) => form.choose({ outlook: outlook ?? "" })}
      />
    ) : null}
  </td>
);
