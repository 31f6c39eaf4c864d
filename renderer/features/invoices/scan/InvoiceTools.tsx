import { BarcodeOutlined, EditOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ScanDraft } from "#shared/api/invoiceLife.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { useFirstFocus } from "../../../components/useFirstFocus.ts";
import type { UrlState } from "../../../components/useUrlState.ts";
import { ManualDialog } from "../manual/ManualDialog.tsx";
import { newManual, stillMissing } from "../manual/manualDraft.ts";
import { useScanner } from "./useScanner.ts";
import "./scan.css";

type Entering = Readonly<{ scanned: ScanDraft | null; missing: readonly string[] }>;

/** A scanner, or a number typed, finds an invoice; what is not there yet is entered by hand. */
export function InvoiceTools({ url }: Readonly<{ url: UrlState }>) {
  const [entering, setEntering] = useState<Entering | null>(null);
  const [typed, setTyped] = useState("");
  const box = useRef<InputRef>(null);
  const unit = useApi("office.get", {}).data?.units[0];
  const show = (id: string, text: string | null) => {
    setEntering(null);
    const over = { import: null, enter: null, view: null, batch: null };
    url.set({ ...over, invoice: id, number: null, scanned: text });
  };
  const scan = useApiMutation("invoices.scan", {
    changes: false,
    onSuccess: (found, { text }) => {
      setTyped("");
      if (found.kind === "found") show(found.invoice.id, text);
      else setEntering({ scanned: found.draft, missing: found.missing });
    },
  });
  useScanner((text) => scan.mutate({ text }));
  const asked = url.get("enter") !== null ? { scanned: null, missing: [] } : null;
  const open = entering ?? asked;
  const start = open === null ? null : newManual(unit, open.scanned);
  const close = () => {
    setEntering(null);
    url.set({ enter: null });
  };
  return (
    <>
      {url.get("scan") === null ? null : <BoxFocus box={box} onGoneOn={() => url.set({ scan: null })} />}
      <Input
        ref={box}
        className="jf-scan-box"
        aria-label="扫码或输入发票号码"
        placeholder="扫码或输入号码"
        title="用扫码枪扫发票左上角的二维码，或输入完整的发票号码，按 Enter"
        prefix={<BarcodeOutlined />}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => (typed.trim() === "" ? undefined : scan.mutate({ text: typed }))}
      />
      <Button icon={<EditOutlined />} onClick={() => setEntering({ scanned: null, missing: [] })}>
        手工登记
      </Button>
      {open === null || start === null ? null : (
        <ManualDialog
          key={open.scanned?.number ?? "new"}
          start={start}
          missing={stillMissing(open.missing, start)}
          onClose={close}
          onSaved={({ invoice }) => show(invoice.id, null)}
          onOpenDouble={(id) => show(id, null)}
        />
      )}
    </>
  );
}

/**
 * The box has the keys until a key or a click says otherwise: what asked for it, such as the list of commands, gives them
 * back to the page once it has faded away. Who asks once more gets them once more.
 */
function BoxFocus({ box, onGoneOn }: Readonly<{ box: RefObject<InputRef | null>; onGoneOn: () => void }>) {
  useFirstFocus(() => box.current?.input);
  const goneOn = useEffectEvent(onGoneOn);
  useEffect(() => {
    const listener = () => goneOn();
    const back = ({ target }: FocusEvent) => {
      if (target !== box.current?.input) setTimeout(() => box.current?.focus(), 0);
    };
    document.addEventListener("focusin", back);
    window.addEventListener("keydown", listener, { capture: true });
    window.addEventListener("pointerdown", listener, { capture: true });
    return () => {
      document.removeEventListener("focusin", back);
      window.removeEventListener("keydown", listener, { capture: true });
      window.removeEventListener("pointerdown", listener, { capture: true });
    };
  }, [box]);
  return null;
}
