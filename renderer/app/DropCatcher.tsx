import { useEffect, useEffectEvent, useState } from "react";
import { usePaperIntake } from "../features/invoices/papers/intake.ts";
import { dropped } from "./client.ts";
import { useReportError } from "./reportError.ts";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** While a form is open, or an answer is waited for, nothing else begins. */
const isBusy = (): boolean => document.querySelector('[role="dialog"]') !== null;

/**
 * Files dropped anywhere on the window: lists of invoices and their papers find their way by themselves. Parts of a page
 * that take files of their own, such as 附件, come first and mark the event as theirs.
 */
export function DropCatcher() {
  const [over, setOver] = useState(false);
  const offer = usePaperIntake();
  const report = useReportError();
  const onOver = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    if (event.defaultPrevented) return setOver(false);
    // Else the window would open the file in place of the program.
    event.preventDefault();
    const busy = isBusy();
    if (busy && event.dataTransfer !== null) event.dataTransfer.dropEffect = "none";
    setOver(!busy);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    if (isBusy()) return;
    Promise.all([...(event.dataTransfer?.files ?? [])].map(dropped)).then(offer, report);
  });
  useEffect(() => {
    const over = (event: DragEvent) => onOver(event);
    const drop = (event: DragEvent) => onDrop(event);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    window.addEventListener("dragleave", leave);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
      window.removeEventListener("dragleave", leave);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="jf-window-drop" role="status">
      松开鼠标，先看看是什么文件
      <span className="jf-soft">
        发票清单进入导入；发票的 PDF、OFD、XML 按号码对应发票；也可以是文件夹或 zip
      </span>
    </div>
  );
}
