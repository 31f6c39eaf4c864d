import { type DragEvent, type ReactNode, useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import { dropped } from "../app/client.ts";
import { useNotify } from "../app/notify.ts";
import { useReportError } from "../app/reportError.ts";
import "./page.css";

type Props = Readonly<{
  /** Said while a file hangs over the page. */
  hint: string;
  onDrop: (file: PickedFile) => void;
  /** Which files are meant for this page; lists when left out. */
  accepts?: RegExp;
  children: ReactNode;
}>;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Other files, such as the papers of invoices, are left to the window around the page. */
const lists = /\.(xls[xm]?|et|csv|tsv|txt)$/i;

/** A page on which a list can be dropped; of several the first is taken, and the others are named. */
export function DropZone({ hint, onDrop, accepts = lists, children }: Props) {
  const [over, setOver] = useState(false);
  const report = useReportError();
  const { warned } = useNotify();
  const take = async (file: File, others: readonly File[]) => {
    onDrop(await dropped(file));
    if (others.length > 0)
      warned(
        `一次只能读一份，先读了“${file.name}”，这些还没有读：`,
        others.map(({ name }) => name),
      );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same by keyboard
    <div
      className={over ? "jf-drop jf-drop-over" : "jf-drop"}
      data-hint={hint}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const [file, ...others] = [...event.dataTransfer.files].filter(({ name }) => accepts.test(name));
        if (file === undefined) return;
        event.preventDefault();
        take(file, others).catch(report);
      }}
    >
      {children}
    </div>
  );
}
