import { Input, InputNumber } from "antd";
import type { KeyboardEvent } from "react";
import type { Items } from "#shared/forms/templates/edit/blocks.ts";
import type { ItemPlace } from "#shared/forms/templates/edit/changeItems.ts";
import { type Draft, textAt } from "#shared/forms/templates/edit/draft.ts";
import { BlockProblem } from "./BlockProblem.tsx";
import { OrderButtons } from "./OrderButtons.tsx";

type Props = Readonly<{
  block: Items;
  item: Draft;
  place: ItemPlace;
  /** What it is, whatever the office calls it. */
  name: string;
  builtIn: Draft | undefined;
  isFirstOfRow: boolean;
  problem: string | undefined;
  canMove: (step: -1 | 1) => boolean;
  onChange: (properties: Draft) => void;
  onMove: (step: -1 | 1, column: string) => void;
  onRemove: () => void;
}>;

/** One column or field: Alt with an arrow moves it from wherever the keys are in it. */
export function ItemRow(props: Props) {
  const { block, item, place, name, builtIn, isFirstOfRow, problem, canMove, onChange, onMove } = props;
  const text = textAt(item, [block.text]);
  const told = builtIn === undefined ? text : textAt(builtIn, [block.text]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const column = event.target instanceof HTMLElement ? (event.target.dataset.column ?? "text") : "text";
    onMove(event.key === "ArrowUp" ? -1 : 1, column);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside
    <div
      className={`jf-template-item${block.size === undefined ? "" : " jf-template-item-wide"}`}
      data-item={`${place.row} ${place.at}`}
      onKeyDown={onKeyDown}
    >
      {isFirstOfRow ? <span className="jf-template-row jf-faint">第 {place.row + 1} 行</span> : null}
      <span className="jf-soft jf-template-name" title={told === text ? undefined : `内置：${told}`}>
        {name}
        {told === text ? null : <span className="jf-faint">（已改）</span>}
      </span>
      <Input.TextArea
        autoSize
        data-column="text"
        aria-label={`${name}：栏名`}
        value={text}
        onChange={({ target }) => onChange({ [block.text]: target.value })}
      />
      {block.over ? (
        <Input
          data-column="over"
          aria-label={`${name}：上一级栏名`}
          placeholder="上一级"
          value={textAt(item, ["over"])}
          onChange={({ target }) => onChange({ over: target.value === "" ? undefined : target.value })}
        />
      ) : null}
      {block.size === "width" ? (
        <InputNumber
          data-column="width"
          style={{ width: "100%" }}
          controls={false}
          aria-label={`${name}：宽度`}
          value={Number(item.width)}
          onChange={(width) => onChange({ width: width ?? 0 })}
        />
      ) : null}
      <OrderButtons name={name} canMove={canMove} onMove={onMove} onRemove={props.onRemove} byAlt />
      <BlockProblem text={problem} />
    </div>
  );
}
