import { AutoComplete } from "antd";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import type { MissingPaper } from "#shared/api/papers.ts";
import { readQr } from "#shared/invoices/qr.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";
import { type Answer, type Found, isBeyondMissing, ownerOf, problemOf } from "./owner.ts";

/** Whose paper it is. */
export type Owner = Readonly<{
  number: string;
  /** Null while the ledger does not have it. */
  invoiceId: Id | null;
}>;

type Props = Readonly<{
  fileName: string;
  /** Why it has to be said by hand. */
  why: string;
  /** A guess, to be confirmed. */
  start?: string;
  /** A number the ledger does not have will do too: the paper waits for it. */
  mayWait: boolean;
  pending: boolean;
  extra?: ReactNode;
  onSubmit: (owner: Owner) => void;
  onClose: () => void;
}>;

/** Asks whose paper a file is: of an invoice that lacks one, or of any other, which is asked once more. */
export function OwnerDialog({
  fileName,
  why,
  start = "",
  mayWait,
  pending,
  extra,
  onSubmit,
  onClose,
}: Props) {
  const [typed, setTyped] = useState(start);
  const missing = useApi("invoices.missingPapers", { fiscalYear: null });
  const read = readQr(typed);
  // The code on the paper in one's hand says the number too.
  const number = "fault" in read ? typed.trim() : read.number;
  const found = useOwner(number, "fault" in read, missing);
  const isReady = number !== "" && (found.kind !== "absent" || mayWait);
  // Saving may be asked for while the ledger is still looking for this number: what it answers is asked about, or done.
  const [asked, setAsked] = useState<string | null>(null);
  const submit = () => {
    if (found.kind === "unknown") setAsked(number);
    else if (found.kind !== "failed") onSubmit({ number, invoiceId: found.invoiceId });
  };
  const answered = useEffectEvent(() => {
    setAsked(null);
    if (asked === number && isReady && found.kind !== "hasPaper") submit();
  });
  useEffect(() => {
    if (found.kind !== "unknown") answered();
  }, [found.kind]);
  const fitting = (missing.data ?? []).filter((invoice) => textOf(invoice).includes(number)).slice(0, 50);
  return (
    <FormDialog
      title={`“${fileName}”是哪张发票的原件`}
      width={620}
      okText={found.kind === "hasPaper" ? "再存一份" : "存为它的原件"}
      pending={pending || asked === number}
      ready={isReady}
      changed={false}
      problem={problemOf(found, mayWait || number === "")}
      extra={extra}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="jf-soft jf-place-why">{why}</p>
      <Field
        label="发票号码"
        needed
        wide
        note={`按号码、销方或金额查找还没有原件的发票；已有原件的，输入完整号码。${mayWait ? "账本里还没有的号码，原件会等着它。" : ""}`}
        caution={found.kind === "failed" ? undefined : found.told}
      >
        {(id) => (
          <AutoComplete
            id={id}
            value={typed}
            options={fitting.map((invoice) => ({ value: invoice.number, label: textOf(invoice) }))}
            onChange={(text: string) => {
              setTyped(text);
              setAsked(null);
            }}
            placeholder="20 位号码，或代码加号码"
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** The invoice of a number, among those that lack a paper or any other of the ledger. */
function useOwner(number: string, isNone: boolean, missing: Answer<readonly MissingPaper[]>): Found {
  const isAsked = !isNone && isBeyondMissing(number, missing);
  const scan = useApi("invoices.scan", { text: number }, { enabled: isAsked });
  return ownerOf(number, missing, isAsked ? scan : null);
}

const textOf = ({ number, sellerName, issueDate, grossCents }: MissingPaper): string =>
  `${number}　${sellerName}　${issueDate}　${formatYuan(grossCents)}`;
