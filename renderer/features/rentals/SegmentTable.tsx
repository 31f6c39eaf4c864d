import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { type ClipboardEvent, useRef, useState } from "react";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { DecimalInput } from "../../components/inputs/DecimalInput.tsx";
import { addChange, parsePasted, type SegmentDraft } from "./segmentDraft.ts";

type Props = Readonly<{
  drafts: readonly SegmentDraft[];
  unitName: string;
  /** Where a change usually begins. */
  nextFrom: IsoDate;
  onChange: (drafts: readonly SegmentDraft[]) => void;
}>;

/** One line a segment; rows copied from a worksheet replace them all. */
export function SegmentTable({ drafts, unitName, nextFrom, onChange }: Props) {
  const made = useRef(0);
  /** The line that was just begun is where one goes on writing. */
  const [begun, setBegun] = useState<string | null>(null);
  const newKey = () => {
    made.current += 1;
    return `new ${made.current}`;
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!text.includes("\t")) return;
    const pasted = parsePasted(text, newKey);
    if (pasted.length === 0) return;
    event.preventDefault();
    onChange(pasted);
  };
  return (
    <div onPaste={paste}>
      <table className="jf-segments">
        <thead>
          <tr>
            <th>启用日期</th>
            <th>停用日期</th>
            <th className="jf-right">数量{unitName === "" ? "" : `（${unitName}）`}</th>
            <th className="jf-right">单价（元/月）</th>
            <th>免租</th>
            <th>说明</th>
            <th aria-label="删除" />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, index) => (
            <SegmentLine
              key={draft.key}
              draft={draft}
              autoFocus={draft.key === begun}
              onChange={(changes) => onChange(drafts.with(index, { ...draft, ...changes }))}
              onRemove={() => onChange(drafts.toSpliced(index, 1))}
            />
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          const key = newKey();
          setBegun(key);
          onChange(addChange(drafts, key, nextFrom));
        }}
      >
        从某日起变化
      </Button>
    </div>
  );
}

type LineProps = Readonly<{
  draft: SegmentDraft;
  autoFocus: boolean;
  onChange: (changes: Partial<SegmentDraft>) => void;
  onRemove: () => void;
}>;

function SegmentLine({ draft, autoFocus, onChange, onRemove }: LineProps) {
  return (
    <tr>
      <td>
        <DateInput
          aria-label="启用日期"
          autoFocus={autoFocus}
          value={draft.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
      </td>
      <td>
        <DateInput
          aria-label="停用日期"
          placeholder="不限"
          value={draft.validTo}
          onChange={(validTo) => onChange({ validTo })}
        />
      </td>
      <td>
        <DecimalInput
          aria-label="数量"
          value={draft.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
      </td>
      <td>
        <DecimalInput
          aria-label="单价"
          value={draft.unitPrice}
          onChange={(unitPrice) => onChange({ unitPrice })}
        />
      </td>
      <td className="jf-center">
        <Checkbox
          aria-label="免租"
          checked={draft.free}
          onChange={(event) => onChange({ free: event.target.checked })}
        />
      </td>
      <td>
        <Input
          aria-label="说明"
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </td>
      <td>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label="删除这一段"
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}
