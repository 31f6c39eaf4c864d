import { FolderOpenOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { request } from "../../../app/client.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { usePaperIntake } from "./intake.ts";
import { MissingPapers } from "./MissingPapers.tsx";
import "./papers.css";
import { WaitingPapers } from "./WaitingPapers.tsx";

type Part = "missing" | "waiting";
type Props = Readonly<{ url: UrlState; allYears: boolean }>;

/** 原件: which invoices have none, and which papers wait for their invoice. */
export function PapersView({ url, allYears }: Props) {
  const { fiscalYear } = useScope();
  const missing = useApi("invoices.missingPapers", { fiscalYear: allYears ? null : fiscalYear });
  const waiting = useApi("papers.waiting", {});
  const part: Part = url.get("papers") === "waiting" ? "waiting" : "missing";
  const title = allYears ? "缺原件的发票" : `缺原件的发票 ${fiscalYear}`;
  const toolbar = (
    <Segments<Part>
      label="原件"
      value={part}
      options={[
        { value: "missing", label: `缺原件的发票 ${missing.data?.length ?? ""}` },
        { value: "waiting", label: `等发票的原件 ${waiting.data?.length ?? ""}` },
      ]}
      onChange={(next) => url.set({ papers: next === "waiting" ? next : null })}
    />
  );
  return part === "missing" ? (
    <Loaded query={missing}>{(rows) => <MissingPapers rows={rows} title={title} toolbar={toolbar} />}</Loaded>
  ) : (
    <Loaded query={waiting}>{(rows) => <WaitingPapers rows={rows} toolbar={toolbar} />}</Loaded>
  );
}

/** Chooses papers, or a folder of them; `take` in the address does so at once, for the palette. */
export function TakeButtons({ url }: Readonly<{ url: UrlState }>): ReactNode {
  const offer = usePaperIntake();
  const report = useReportError();
  const files = () => void request("shell.pickPapers", {}).then(offer, report);
  const folder = () =>
    void request("shell.pickFolder", {}).then((picked) => picked !== null && offer([picked]), report);
  const asked = url.get("take") !== null;
  const pick = useEffectEvent(() => {
    url.set({ take: null });
    files();
  });
  useEffect(() => {
    if (asked) pick();
  }, [asked]);
  return (
    <>
      <Button icon={<FolderOpenOutlined />} onClick={folder}>
        收一个文件夹
      </Button>
      <Button type="primary" icon={<PaperClipOutlined />} onClick={files}>
        收发票原件
      </Button>
    </>
  );
}
