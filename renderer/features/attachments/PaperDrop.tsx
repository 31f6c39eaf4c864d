import { type DragEvent, type ReactNode, useState } from "react";
import "./attachments.css";

type Props = Readonly<{ hint: string; onDrop: (files: readonly File[]) => void; children: ReactNode }>;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** A part of a page that takes dropped files. It keeps them from the page around it, which may read invoices. */
export function PaperDrop({ hint, onDrop, children }: Props) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={over ? "jf-drop jf-paper-drop jf-drop-over" : "jf-drop jf-paper-drop"}
      data-hint={hint}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
