import { Link } from "react-router";
import type { BatchObstacle } from "#shared/api/invoiceLife.ts";
import { pathTo } from "../../../app/paths.ts";
import "./batches.css";

const shown = 200;

/** Why a batch cannot be undone, each with the way to what has to be settled first. */
export function UndoObstacles({ obstacles }: Readonly<{ obstacles: readonly BatchObstacle[] }>) {
  return (
    <div className="jf-obstacles" role="alert">
      <p>账本没有改动。先处理下面 {obstacles.length} 处，再回来撤销：</p>
      <ul>
        {obstacles.slice(0, shown).map((obstacle) => (
          <li key={`${obstacle.kind} ${obstacle.invoiceId}`}>
            <Link className="jf-num" to={pathTo("invoice", obstacle.invoiceId)}>
              {obstacle.number}
            </Link>{" "}
            <Why obstacle={obstacle} />
          </li>
        ))}
        {obstacles.length > shown ? <li className="jf-faint">另有 {obstacles.length - shown} 处</li> : null}
      </ul>
    </div>
  );
}

function Why({ obstacle: { kind, use, batchId, fileName } }: Readonly<{ obstacle: BatchObstacle }>) {
  switch (kind) {
    case "used":
      return use === null ? (
        "已用于付款"
      ) : (
        <>
          已用于付款 <Link to={pathTo("payment", use.paymentId)}>{use.paymentNo}</Link>
          ：请先作废这笔付款，或在付款单上换成别的发票
        </>
      );
    case "laterBatch":
      return batchId === null ? (
        "后来又导入过"
      ) : (
        <>
          后来的 <Link to={pathTo("importBatch", batchId)}>{fileName ?? "一批"}</Link> 又改过：请先撤销那一批
        </>
      );
    case "changed":
      return "导入后又手工改过或作废";
    default:
      return kind satisfies never;
  }
}
