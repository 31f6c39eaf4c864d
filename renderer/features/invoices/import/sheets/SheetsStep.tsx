import { Checkbox } from "antd";
import { useEffect, useRef, useState } from "react";
import type { FileInspection, SheetInspection } from "#shared/invoices/inspection.ts";
import type { Said } from "#shared/invoices/said.ts";
import { StatusTag } from "../../../../components/StatusTag.tsx";
import { obstacle, sayHeader, sayUse, wantedSheets } from "../wizard.ts";
import { HeaderChoice } from "./HeaderChoice.tsx";
import { HeadSheet } from "./HeadSheet.tsx";
import "./sheets.css";

type Props = Readonly<{ inspection: FileInspection; said: Said; onSay: (said: Said) => void }>;

/** Which sheets invoices are taken from, and where their header is: shown as the sheet begins. */
export function SheetsStep({ inspection, said, onSay }: Props) {
  const { sheets } = inspection;
  const [name, setName] = useState(() => (wantedSheets(inspection, said)[0] ?? sheets[0])?.name);
  const open = sheets.find((sheet) => sheet.name === name) ?? sheets[0];
  const wanted = wantedSheets(inspection, said);
  const lacking = obstacle(inspection, said);
  const look = useRef<HTMLDivElement>(null);
  useEffect(() => look.current?.querySelector<HTMLElement>("[role='grid']")?.focus(), []);
  return (
    <>
      <p className="jf-step-lead" role="status">
        {wanted.length > 0
          ? "从打勾的工作表取发票。表头认错的，点右边表里正确的那一行。"
          : `${lacking}请在左边勾选，再点右边表里的表头行。`}
      </p>
      <div className="jf-sheets-step">
        <ul className="jf-sheet-list" aria-label="工作表">
          {sheets.map((sheet) => (
            <SheetItem
              key={sheet.name}
              sheet={sheet}
              isWanted={wanted.includes(sheet)}
              isOpen={sheet.name === open?.name}
              onOpen={() => setName(sheet.name)}
              onUse={(use) => {
                setName(sheet.name);
                onSay(sayUse(said, sheet.name, use));
              }}
            />
          ))}
        </ul>
        {open === undefined ? null : (
          <div ref={look} className="jf-sheet-look">
            <HeaderChoice sheet={open} onHeader={(header) => onSay(sayHeader(said, open.name, header))} />
            <HeadSheet
              key={open.name}
              sheet={open}
              onHeaderRow={(headerRow) =>
                onSay(sayHeader(said, open.name, { headerRow, headerRows: open.headerRows }))
              }
            />
          </div>
        )}
      </div>
    </>
  );
}

type ItemProps = Readonly<{
  sheet: SheetInspection;
  isWanted: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onUse: (use: boolean) => void;
}>;

const SheetItem = ({ sheet, isWanted, isOpen, onOpen, onUse }: ItemProps) => (
  <li data-open={isOpen}>
    <Checkbox
      checked={isWanted}
      aria-label={`从工作表“${sheet.name}”取发票`}
      onChange={(event) => onUse(event.target.checked)}
    />
    <button type="button" className="jf-plain jf-sheet-name" aria-pressed={isOpen} onClick={onOpen}>
      <span className={isWanted ? "jf-strong" : ""}>{sheet.name}</span>
      {sheet.hidden ? <StatusTag tone="plain">隐藏的工作表</StatusTag> : null}
      <span className="jf-soft">{sheet.why}</span>
    </button>
  </li>
);
