import { Button, Modal } from "antd";
import { type RefObject, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { SortedFile, TakenPaper } from "#shared/api/papers.ts";
import type { PickedFile } from "#shared/api/shell.ts";
import { request } from "../../../app/client.ts";
import { pathTo } from "../../../app/paths.ts";
import { useLongWork } from "../../../app/useLongWork.ts";
import { ProgressPanel } from "../../../components/ProgressPanel.tsx";
import { useFirstFocus } from "../../../components/useFirstFocus.ts";
import { IntakePlan } from "./IntakePlan.tsx";
import { IntakeResults } from "./IntakeResults.tsx";
import { PlaceDialog } from "./PlaceDialog.tsx";
import "./papers.css";

type Props = Readonly<{
  files: readonly SortedFile[];
  /** Lists, to be imported one after another. */
  onImport: (lists: readonly PickedFile[]) => void;
  onClose: () => void;
}>;

const isPaper = ({ is }: SortedFile): boolean => is === "papers" || is === "eInvoices";
const samePaper = (one: TakenPaper, other: TakenPaper): boolean =>
  one.file === other.file && one.part === other.part;

const picked = ({ file, fileName }: SortedFile): PickedFile => ({ file, name: fileName });

/** A list, or 数电票 XML whose invoices are not in the ledger yet. */
const isToImport = ({ is, file }: SortedFile, taken: readonly TakenPaper[]): boolean =>
  is === "list" || (is === "eInvoices" && taken.some((row) => row.file === file && row.result === "waiting"));

function nextWords(lists: readonly SortedFile[]): string {
  if (lists.length > 1) return `接着导入这 ${lists.length} 份，一次一份`;
  return lists[0]?.is === "list" ? "接着导入清单" : "接着导入这些发票";
}

/** What would happen to the files, then what became of each. */
export function IntakeDialog({ files, onImport, onClose }: Props) {
  const work = useLongWork();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<readonly TakenPaper[] | null>(null);
  const [placing, setPlacing] = useState<TakenPaper | null>(null);
  const papers = files.filter(isPaper);
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
  const lists = files.filter((file) => isToImport(file, taken ?? []));
  const importAll = () => onImport(lists.map(picked));
  const importFirst = (first: PickedFile) =>
    onImport([first, ...lists.map(picked).filter(({ file }) => file !== first.file)]);
  const body = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const unsettled = taken?.filter(({ result }) => result === "unreadable").length ?? 0;
  const [goOnText, goOn] =
    taken === null && papers.length > 0
      ? (["开始收", () => void take()] as const)
      : lists.length === 0
        ? ([taken === null ? "知道了" : "完成", close] as const)
        : ([nextWords(lists), importAll] as const);
  const closes = goOn === close;
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
          <span className="jf-soft" role="status">
            {leftText(unsettled, taken === null ? 0 : lists.length)}
          </span>
          {closes ? null : <Button onClick={close}>{taken === null ? "取消" : "关闭"}</Button>}
          <Button ref={main} type="primary" loading={busy} onClick={goOn}>
            {goOnText}
          </Button>
        </div>
      }
    >
      {placing === null ? (
        <FocusNext key={taken === null ? "plan" : unsettled} body={body} main={main} />
      ) : null}
      <ProgressPanel work={work} />
      <div ref={body}>
        {taken === null ? (
          <IntakePlan files={files} />
        ) : (
          <IntakeResults
            taken={taken}
            others={files.filter((file) => !isPaper(file))}
            onPlace={setPlacing}
            onImport={importFirst}
            onOpen={(invoiceId) => {
              onClose();
              void navigate(pathTo("invoice", invoiceId));
            }}
          />
        )}
      </div>
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

function leftText(unsettled: number, lists: number): string {
  const left = [
    ...(unsettled === 0 ? [] : [`${unsettled} 份待指定，没有收下`]),
    ...(lists === 0 ? [] : [`${lists} 份没有导入`]),
  ];
  return left.length === 0 ? "" : `还有 ${left.join("，")}；关闭后需要重新放进来。`;
}

type FocusProps = Readonly<{ body: RefObject<HTMLElement | null>; main: RefObject<HTMLElement | null> }>;

/** The keys are on the first paper that asks whose it is, else on what is done next; anew whenever one was settled. */
function FocusNext({ body, main }: FocusProps) {
  useFirstFocus(
    () => body.current?.querySelector<HTMLElement>('button[aria-label^="指定发票"]') ?? main.current,
  );
  return null;
}
