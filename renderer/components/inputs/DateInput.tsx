import { CalendarOutlined } from "@ant-design/icons";
import { ConfigProvider, Popover } from "antd";
import { useState } from "react";
import { hasDateShape, type IsoDate, parseDate } from "#shared/kernel/dates.ts";
import { MonthGrid } from "./MonthGrid.tsx";
import { type FieldProps, TypedInput } from "./TypedInput.tsx";
import { useTypedText } from "./useTypedText.ts";

type Props = FieldProps &
  Readonly<{
    value?: IsoDate | null;
    onChange?: (value: IsoDate | null) => void;
    /** The month the calendar opens on while there is no date. */
    near?: IsoDate;
  }>;

/** Takes a day as offices write it — 20220105, 2022.1.5, 2022年1月5日 — or from a calendar, and gives ISO text. */
export function DateInput({ value, onChange, near, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const { componentDisabled } = ConfigProvider.useConfig();
  const disabled = rest.disabled ?? componentDisabled ?? false;
  const typed = useTypedText<IsoDate>({ value, onChange, parse: parseDate, format: (date) => date });
  const wrongText = hasDateShape(typed.text) ? `没有“${typed.text.trim()}”这一天` : "日期应写作 2022-01-31";
  const calendar = (
    <Popover
      open={open && !disabled}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <MonthGrid
          value={value ?? null}
          near={near ?? null}
          onPick={(date) => {
            typed.revert();
            setOpen(false);
            onChange?.(date);
          }}
        />
      }
    >
      {/* For the mouse: whoever types the day goes on to the next field, and Enter saves the form. */}
      <button
        type="button"
        tabIndex={-1}
        className="jf-plain jf-calendar-button"
        aria-label="打开日历"
        disabled={disabled}
      >
        <CalendarOutlined />
      </button>
    </Popover>
  );
  return <TypedInput {...rest} typed={typed} suffix={calendar} wrongText={wrongText} />;
}
