import { Button, Modal } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { SortedFile, TakenPaper } from "#shared/api/papers.ts";
import type { PickedFile } from "#shared/api/shell.ts";
import { request } from "../../../app/client.ts";
import { pathTo } from "../../../app/paths.ts";
import { useLongWork } from "../../../app/useLongWork.ts";
import { ProgressPanel } from "../../../components/ProgressPanel.tsx";
import { useFocusOf } from "../../../components/useFirstFocus.ts";
import { IntakePlan } from "./IntakePlan.tsx";
import { IntakeResults } from "./IntakeResults.tsx";
import { PlaceDialog } from "./PlaceDialog.tsx";
import "./papers.css";

type Props = Readonly<{
  files: readonly SortedFile[];
  onImport: (list: PickedFile) => void;
  onClose: () => void;
}>;

const isPaper = ({ is }: SortedFile): boolean => is === "papers" || is === "eInvoices";
const samePaper = (one: TakenPaper, other: TakenPaper): boolean =>
  one.file === other.file && one.part === other.part;

/** What would happen to the files, then what became of each. */
export function IntakeDialog({ files, onImport, onClose }: Props) {
  const work = useLongWork();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<readonly TakenPaper[] | null>(null);
  const [placing, setPlacing] = useState<TakenPaper | null>(null);
  const papers = files.filter(isPaper);
  const lists = files.filter(({ is }) => is === "list");
  const busy = work.running !== null;
  const take = async () => {
    const answer = await work.run(
      "正在收发票原件",
      (options) => request("papers.take", { files: papers.map(({ file }) => file) }, options),
      true,
    );
    if (answer !== undefined) setTaken(answer);
  };
  const close = () => {
    work.cancel();
    onClose();
  };
  const [list] = lists;
  const importFirst = () => list !== undefined && onImport({ file: list.file, name: list.fileName });
  const goOn =
    taken === null && papers.length > 0 ? (
      <MainButton key="take" text="开始收" busy={busy} onClick={() => void take()} />
    ) : list === undefined ? (
      <MainButton key="close" text={taken === null ? "知道了" : "完成"} busy={false} onClick={close} />
    ) : (
      <MainButton key="import" text="接着导入清单" busy={false} onClick={importFirst} />
    );
  return (
    <Modal
      open
      title={taken === null ? "放进来的文件" : "收发票原件的结果"}
      width={960}
      mask={{ closable: false }}
      keyboard={placing === null}
      onCancel={close}
      footer={
        <div className="jf-dialog-foot">
          <span className="jf-spacer" />
          {list !== undefined || taken === null ? (
            <Button onClick={close}>{taken === null ? "取消" : "关闭"}</Button>
          ) : null}
          {goOn}
        </div>
      }
    >
      <ProgressPanel work={work} />
      {taken === null ? (
        <IntakePlan files={files} />
      ) : (
        <IntakeResults
          taken={taken}
          others={files.filter((file) => !isPaper(file))}
          onPlace={setPlacing}
          onImport={onImport}
          onOpen={(invoiceId) => {
            onClose();
            void navigate(pathTo("invoice", invoiceId));
          }}
        />
      )}
      {placing === null ? null : (
        <PlaceDialog
          paper={placing}
          onPlaced={(placed) => {
            setTaken((rows) => rows?.map((row) => (samePaper(row, placed) ? placed : row)) ?? null);
            setPlacing(null);
          }}
          onClose={() => setPlacing(null)}
        />
      )}
    </Modal>
  );
}

type MainProps = Readonly<{ text: string; busy: boolean; onClick: () => void }>;

/** What is done next: the keys are on it as soon as it is there. */
function MainButton({ text, busy, onClick }: MainProps) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusOf(button);
  return (
    <Button ref={button} type="primary" loading={busy} onClick={onClick}>
      {text}
    </Button>
  );
}
