import { Button, Progress } from "antd";
import type { LongWork } from "../app/useLongWork.ts";
import "./page.css";

/** How far long work is, with the button that stops it. Nothing while nothing runs. */
export function ProgressPanel({ work }: Readonly<{ work: LongWork }>) {
  const { running } = work;
  if (running === null) return null;
  const { progress } = running;
  const percent = progress?.total ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <div className="jf-progress" role="status" aria-live="polite">
      <div className="jf-progress-text">
        <span className="jf-strong">{running.label}</span>
        <span className="jf-soft jf-num">{progress?.note ?? "正在准备……"}</span>
      </div>
      <Progress percent={percent} showInfo={false} size="small" />
      <Button onClick={work.cancel} disabled={running.cancelling}>
        {running.cancelling ? "正在停止……" : "停止"}
      </Button>
    </div>
  );
}
