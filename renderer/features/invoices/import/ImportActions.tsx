import { Button } from "antd";
import { formatCount } from "../../../components/inputs/readDecimal.ts";
import { isFinished } from "./check/nothingToTake.ts";
import type { Wizard } from "./useWizard.ts";
import { obstacle, type Step, wantedSheets } from "./wizard.ts";

type Props = Readonly<{
  wizard: Wizard;
  /** How many invoices would be written. */
  taken: number;
  onClose: () => void;
}>;

/** What comes next, and the way out. */
export function ImportActions({ wizard, taken, onClose }: Props) {
  const { step, inspection, preview, work, checkedWith, fixes } = wizard;
  const busy = work.running !== null;
  const lacking = inspection === null ? "" : obstacle(inspection, wizard.said);
  const next = (to: Step, word: string, disabled: boolean) => (
    <Button
      type="primary"
      className="jf-import-next"
      disabled={busy || disabled}
      title={disabled ? lacking : undefined}
      onClick={() => wizard.go(to)}
    >
      {word}
    </Button>
  );
  return (
    <>
      <Button disabled={busy} onClick={onClose}>
        {step === "done" ? "关闭" : step === "file" ? "返回" : "放弃"}
      </Button>
      {step === "sheets"
        ? next(
            "columns",
            "下一步：列对应",
            inspection === null || wantedSheets(inspection, wizard.said).length === 0,
          )
        : null}
      {step === "columns" ? next("check", "下一步：核对", lacking !== "") : null}
      {step === "check" && preview !== null && isFinished(preview) ? (
        <Button type="primary" className="jf-import-go" disabled={busy} onClick={() => wizard.go("file")}>
          换一份清单
        </Button>
      ) : null}
      {step === "check" && preview !== null && !isFinished(preview) ? (
        <Button
          type="primary"
          className="jf-import-go"
          disabled={preview.isBlocked || taken === 0 || checkedWith?.fixes !== fixes}
          title={checkedWith?.fixes === fixes ? undefined : "改过的格子还没有重新核对"}
          loading={busy}
          onClick={wizard.commit}
        >
          {taken === 0 ? "没有可导入的发票" : `导入 ${formatCount(taken)} 张`}
        </Button>
      ) : null}
    </>
  );
}
