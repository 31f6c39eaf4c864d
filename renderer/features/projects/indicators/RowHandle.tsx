import { HolderOutlined } from "@ant-design/icons";
import type { DragEvent } from "react";

/** Rows of the grid that are dragged; files and other things that come over it are not for it. */
const kind = "application/x-jingfei-indicator";

/** What a row is dragged by. */
export const RowHandle = ({ id, name }: Readonly<{ id: string; name: string }>) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the mouse has it; Alt with an arrow does the same
  <span
    className="jf-row-handle"
    draggable
    title={`拖动“${name}”改变次序，拖到别的分级下就改到那一级（Alt+↑、Alt+↓；换分级再按住 Shift）`}
    onDragStart={(event) => {
      event.dataTransfer.setData(kind, id);
      event.dataTransfer.effectAllowed = "move";
      const row = event.currentTarget.closest("tr");
      if (row !== null) event.dataTransfer.setDragImage(row, 0, 0);
    }}
  >
    <HolderOutlined />
  </span>
);

const isRow = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(kind);
const mark = ({ currentTarget }: DragEvent<HTMLElement>, isOver: boolean) =>
  currentTarget.classList.toggle("jf-row-over", isOver);

/** What lets other rows be dropped on one. */
export const takesRows = (onDropped: (id: string) => void) => ({
  onDragOver: (event: DragEvent<HTMLElement>) => {
    if (!isRow(event)) return;
    event.preventDefault();
    mark(event, true);
  },
  onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, false),
  onDrop: (event: DragEvent<HTMLElement>) => {
    if (!isRow(event)) return;
    event.preventDefault();
    event.stopPropagation();
    mark(event, false);
    onDropped(event.dataTransfer.getData(kind));
  },
});
