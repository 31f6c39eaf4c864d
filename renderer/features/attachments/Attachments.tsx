import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import type { AttachmentOwner } from "#shared/api/attachments.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import { attachmentWords } from "#shared/words/words.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { Loaded, Section } from "../../components/Page.tsx";
import { ProgressPanel } from "../../components/ProgressPanel.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { attachmentColumns } from "./attachmentColumns.tsx";
import { kindsOf } from "./attachmentWords.ts";
import { PaperDrop } from "./PaperDrop.tsx";
import { useAttachments } from "./useAttachments.ts";
import "./attachments.css";

type Kind = Attachment["kind"];

type Props = Readonly<{
  /** The record that the papers prove, for example `{ contractId }`. */
  owner: AttachmentOwner;
  /** What they usually are; the first is what is added unless the officer says otherwise. */
  kinds?: readonly Kind[];
  title?: string;
  /** What it proves was just entered: papers come next. */
  autoFocus?: boolean;
}>;

/** 附件: the papers behind a record, chosen or dropped, kept inside the ledger. */
export function Attachments({ owner, kinds = kindsOf(owner), title = "附件", autoFocus }: Props) {
  const [chosen, setChosen] = useState<Kind>();
  const kind = chosen ?? kinds[0] ?? "other";
  const desk = useAttachments(owner);
  const [voiding, setVoiding] = useState<Attachment | null>(null);
  const change = useApiMutation("attachments.change");
  const columns = attachmentColumns({
    kinds,
    changeKind: ({ id, note }, next) => change.mutate({ id, kind: next, note }),
    saveAs: desk.saveAs,
    askVoid: setVoiding,
  });
  return (
    <PaperDrop hint={`松开鼠标，添加为${attachmentWords[kind]}`} onDrop={(files) => desk.drop(files, kind)}>
      <Section
        title={title}
        note="保存在账本里，可以把文件拖到这里"
        actions={
          <span className="jf-paper-tools">
            <Select
              size="small"
              aria-label="添加的类别"
              popupMatchSelectWidth={false}
              value={kind}
              options={kinds.map((value) => ({ value, label: attachmentWords[value] }))}
              onChange={setChosen}
            />
            <Button
              size="small"
              icon={<PaperClipOutlined />}
              autoFocus={autoFocus ?? false}
              disabled={desk.work.running !== null}
              onClick={() => desk.pick(kind)}
            >
              添加文件
            </Button>
          </span>
        }
      >
        <ProgressPanel work={desk.work} />
        <Loaded query={desk.query}>
          {(rows) => (
            <DataTable
              title={title}
              bare
              followNew
              fit
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              onOpen={desk.open}
              empty={<p className="jf-soft">还没有附件。</p>}
            />
          )}
        </Loaded>
      </Section>
      {voiding === null ? null : (
        <VoidDialog
          route="attachments.void"
          id={voiding.id}
          name={`附件“${voiding.fileName}”`}
          text="它不再作为附件；内容仍留在账本里，变更记录可查。"
          onClose={() => setVoiding(null)}
        />
      )}
    </PaperDrop>
  );
}
