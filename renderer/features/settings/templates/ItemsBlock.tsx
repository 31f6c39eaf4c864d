import { Select } from "antd";
import { useEffect, useRef } from "react";
import {
  type ItemPlace,
  itemRows,
  leftOut,
  movedItem,
  withItem,
  withItemRows,
  withNewItem,
  withoutItem,
} from "#shared/forms/templates/edit/changeItems.ts";
import type { Draft } from "#shared/forms/templates/edit/draft.ts";
import { FieldGroup } from "../../../components/fields/Field.tsx";
import { BlockProblem, type BlockProps } from "./BlockProblem.tsx";
import { ItemRow } from "./ItemRow.tsx";
import { faultAt, faultIn } from "./useTemplateDraft.ts";

/** Which columns or fields a paper has, in which order, what they are called and how wide they are. */
export function ItemsBlock({ part, block, edit }: BlockProps<"items">) {
  const { draft, base } = edit;
  const rows = itemRows(draft, block);
  const list = useRef<HTMLDivElement>(null);
  /** Where the keys go once what was moved stands at its new place. */
  const after = useRef<Readonly<{ place: ItemPlace; column: string }> | null>(null);
  useEffect(() => {
    if (after.current === null) return;
    const { place, column } = after.current;
    after.current = null;
    list.current
      ?.querySelector<HTMLElement>(`[data-item="${place.row} ${place.at}"] [data-column="${column}"]`)
      ?.focus();
  });
  const reshape = (changed: typeof rows) => edit.shape(part, (now) => withItemRows(now, block, changed));
  const change = (place: ItemPlace, properties: Draft) =>
    edit.put(block.path, listOf(block.rows === true, withItem(rows, place, properties)));
  const move = (place: ItemPlace, step: -1 | 1, column: string) => {
    const moved = movedItem(rows, block, place, step);
    if (moved === null) return;
    after.current = { place: moved.place, column };
    reshape(moved.rows);
  };
  const names = new Map(block.choices.map(({ value, label }) => [value, label]));
  const built = itemRows(base, block).flat();
  const open = leftOut(rows, block);
  return (
    <FieldGroup title={block.title} columns={1}>
      <div ref={list} className="jf-template-items">
        {rows.map((row, rowIndex) =>
          row.map((item, at) => {
            const place = { row: rowIndex, at };
            const key = item[block.keyName];
            const path = [...block.path, ...(block.rows ? [rowIndex] : []), at];
            return (
              <ItemRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a thing is its place; the same may stand twice
                key={`${rowIndex} ${at}`}
                block={block}
                item={item}
                place={place}
                name={names.get(typeof key === "string" ? key : null) ?? String(key)}
                builtIn={built.find((other) => other[block.keyName] === key)}
                isFirstOfRow={block.rows === true && at === 0}
                problem={faultIn(edit, path)}
                canMove={(step) => movedItem(rows, block, place, step) !== null}
                onChange={(properties) => change(place, properties)}
                onMove={(step, column) => move(place, step, column)}
                onRemove={() => {
                  after.current = { place: { row: rowIndex, at: Math.max(0, at - 1) }, column: "text" };
                  reshape(withoutItem(rows, place));
                }}
              />
            );
          }),
        )}
      </div>
      {open.length === 0 ? null : (
        <Select<string | null>
          aria-label={`${block.title}：增加`}
          placeholder="增加…"
          value={null}
          options={open.map(({ value, label }) => ({ value: String(value), label }))}
          onChange={(chosen) => {
            const choice = open.find(({ value }) => String(value) === chosen);
            if (choice !== undefined) reshape(withNewItem(rows, block, choice));
          }}
        />
      )}
      <BlockProblem text={faultAt(edit, block.path)} />
    </FieldGroup>
  );
}

const listOf = (hasRows: boolean, rows: ReturnType<typeof itemRows>): unknown =>
  hasRows ? rows : (rows[0] ?? []);
