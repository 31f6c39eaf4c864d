import { FolderOpenOutlined, SnippetsOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { PickedFile } from "#shared/api/shell.ts";
import { request } from "../../../../app/client.ts";
import { useReportError } from "../../../../app/reportError.ts";
import { useFirstFocus } from "../../../../components/useFirstFocus.ts";
import type { Taken } from "../useWizard.ts";
import { EarlierImports } from "./EarlierImports.tsx";
import { PasteBox } from "./PasteBox.tsx";
import { RememberedSources } from "./RememberedSources.tsx";
import { usePastedRows } from "./usePastedRows.ts";
import "./file.css";

type Props = Readonly<{
  busy: boolean;
  onTake: (taken: Taken) => void;
  onOpenBatch: (batchId: string) => void;
  /** For invoices that are on no list: one by one. */
  ways: ReactNode;
}>;

/** Where the invoices come from: a file, a folder, or rows that were copied. */
export function FileStep({ busy, onTake, onOpenBatch, ways }: Props) {
  const [pasting, setPasting] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  const report = useReportError();
  const { key } = useLocation();
  // The page takes the keys when one comes from another one, and gives them on to here.
  useFirstFocus(() => first.current?.querySelector("button"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the command to import leads here from here too
  useEffect(() => first.current?.querySelector("button")?.focus(), [key]);
  const takeText = (text: string) => {
    if (!busy) onTake({ source: { text }, name: "粘贴的内容" });
  };
  usePastedRows(takeText);
  const pick = async (ask: () => Promise<PickedFile | null>) => {
    const picked = await ask();
    if (picked !== null) onTake({ source: { file: picked.file }, name: picked.name });
  };
  const button = (word: string, ask: () => Promise<PickedFile | null>, type: "primary" | "default") => (
    <Button
      type={type}
      size="large"
      icon={<FolderOpenOutlined />}
      disabled={busy}
      onClick={() => void pick(ask).catch(report)}
    >
      {word}
    </Button>
  );
  return (
    <div className="jf-file-step">
      <div className="jf-file-drop" ref={first}>
        <p className="jf-file-title">把发票清单拖到这里</p>
        <div className="jf-file-buttons">
          {button("选择文件", () => request("shell.pickFile", { purpose: "invoices" }), "primary")}
          {button("选择文件夹", () => request("shell.pickFolder", {}), "default")}
          <Button
            size="large"
            icon={<SnippetsOutlined />}
            disabled={busy}
            aria-expanded={pasting}
            onClick={() => setPasting(!pasting)}
          >
            从 Excel/WPS 粘贴
          </Button>
        </div>
        {pasting ? (
          <PasteBox busy={busy} onTake={takeText} />
        ) : (
          <p className="jf-soft">
            可读 Excel 工作簿（xlsx）、csv、数电票 XML（单个、整个文件夹或 zip）；在 Excel 或 WPS
            里连同表头复制后，在这一页按 Ctrl+V 也可以。
            <br />
            旧的 .xls：先用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再选它。
          </p>
        )}
        <div className="jf-file-ways">
          <span className="jf-soft">没有清单、只有几张发票的，一张一张登记：</span>
          {ways}
        </div>
      </div>
      <div className="jf-file-lists">
        <EarlierImports onOpen={onOpenBatch} />
        <RememberedSources />
      </div>
    </div>
  );
}
