import { Input } from "antd";
import { useState } from "react";
import type { NoticeDay } from "#shared/holidays/notices.ts";
import { readHolidays } from "#shared/holidays/readHolidays.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";

type Props = Readonly<{ year: number; onRead: (days: readonly NoticeDay[]) => void; onClose: () => void }>;

/** Takes the notice as it is worded, or a table of days, and says what it read before anything is saved. */
export function PasteHolidays({ year, onRead, onClose }: Props) {
  const [text, setText] = useState("");
  const { days, unread } = readHolidays(text, year);
  const off = days.filter(({ kind }) => kind === "holiday").length;
  const told =
    text.trim() === ""
      ? undefined
      : days.length === 0
        ? `没有读出 ${year} 年的日期。`
        : `读出 ${year} 年放假 ${off} 天、调休上班 ${days.length - off} 天。`;
  return (
    <FormDialog
      title={`粘贴 ${year} 年的放假通知或表格`}
      width={640}
      okText={days.length === 0 ? "填写" : `填写 ${days.length} 天`}
      pending={false}
      ready={days.length > 0}
      changed={text.trim() !== ""}
      onSubmit={() => onRead(days)}
      onClose={onClose}
    >
      <Field
        label="通知全文，或每行一天：日期、放假或上班、节日"
        note={told}
        problem={unread.length === 0 ? undefined : `${told ?? ""}看不懂：${unread.slice(0, 3).join("；")}`}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            rows={12}
            placeholder={
              "二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。\n或\n2022-01-29\t上班\t春节"
            }
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
