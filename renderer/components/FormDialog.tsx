import { Button, Drawer, Modal } from "antd";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { firstFault, firstField, firstMissing, isUnread, textOfMissing, textOfUnread } from "./formFields.ts";
import { LossQuestion, useLeaveGuard } from "./LeaveGuard.tsx";
import { useFirstFocus } from "./useFirstFocus.ts";
import "./formDialog.css";

type Props = Readonly<{
  title: ReactNode;
  width: number;
  /** A sheet from the side for long forms. */
  as?: "modal" | "drawer";
  okText?: string;
  /** What it does ends something, such as voiding. */
  danger?: boolean;
  cancelText?: string;
  pending: boolean;
  /** False while there is nothing that could be saved. */
  ready?: boolean;
  /** Something was chosen that would be lost; what was typed is noticed here, until this turns false again. */
  changed: boolean;
  /** What still keeps it from being saved. */
  problem?: string;
  /** Further buttons, before those that save and cancel. */
  extra?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}>;

/**
 * A form over the page; the keys begin in its first field. Enter saves from any field of one line, Ctrl+Enter from everywhere; what is refused puts the keys
 * into the first field that is wrong. Escape closes, and like every other way out asks first when something half filled
 * would be lost.
 */
export function FormDialog(props: Props) {
  const { title, width, as = "modal", okText = "保存", danger = false, cancelText = "取消" } = props;
  const { pending, ready = true, problem = "", extra, changed } = props;
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState("");
  const [tries, setTries] = useState(0);
  const isDirty = changed || typed;
  useLeaveGuard({ active: isDirty && !pending, ...lost });
  const fields = useRef<HTMLDivElement>(null);
  const ok = useRef<HTMLButtonElement>(null);
  const submit = useRef(() => {});
  /** The field that asked for the keys. */
  const asked = useRef<HTMLElement>(null);
  useFirstFocus(() => {
    const inside = fields.current?.contains(document.activeElement) === true;
    return inside ? null : (asked.current ?? firstField(fields.current) ?? ok.current);
  });
  // Before the first field has the keys: whoever presses Ctrl+Enter at once is told, too, what lacks and where.
  useLayoutEffect(() => {
    submit.current = () => {
      if (pending) return;
      // What cannot be read was not taken over: saving now would silently keep the old value.
      const fault = firstFault(fields.current);
      const stuck = fault !== null && isUnread(fault) ? fault : null;
      const missing = stuck === null && !ready ? firstMissing(fields.current) : null;
      setTold(stuck !== null ? textOfUnread(stuck) : missing !== null ? textOfMissing(missing) : "");
      missing?.focus();
      if (stuck === null && !ready) return;
      if (stuck === null) props.onSubmit();
      setTries((now) => now + 1);
    };
  });
  useEffect(() => {
    if (!changed) setTyped(false);
  }, [changed]);
  const close = (event?: { defaultPrevented: boolean }) => {
    // A field gave up by Escape what was typed into it, and the form goes on.
    if (event?.defaultPrevented === true) return;
    if (isDirty && !pending) setAsking(true);
    else props.onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmit(event)) return;
    // A dialog over this one has an Enter of its own, and its events come by here.
    if (!(event.target instanceof Node && fields.current?.contains(event.target))) return;
    event.preventDefault();
    // A typed field hands over its value on this very key; whether and what can be saved is what it then is.
    if (!event.repeat) setTimeout(() => submit.current(), 0);
  };
  const foot = (
    <div className="jf-dialog-foot">
      <span className="jf-field-problem" role="status">
        {told === "" ? problem : told}
      </span>
      {extra}
      <Button onClick={() => close()}>{cancelText}</Button>
      <Button
        type="primary"
        danger={danger}
        loading={pending}
        disabled={!ready}
        ref={ok}
        title="Ctrl+Enter"
        onClick={() => submit.current()}
      >
        {okText}
      </Button>
    </div>
  );
  const body = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside
    <div
      ref={fields}
      className={as === "modal" ? "jf-dialog-body" : undefined}
      onFocus={({ target }) => {
        asked.current ??= target;
      }}
      onKeyDown={onKeyDown}
      onInput={() => {
        setTyped(true);
        setTold("");
      }}
    >
      {props.children}
      <FaultSeeker tries={tries} form={fields} />
    </div>
  );
  return (
    <>
      {as === "drawer" ? (
        <Drawer
          open
          size={width}
          title={title}
          keyboard={!asking}
          mask={{ closable: false }}
          footer={foot}
          onClose={close}
        >
          {body}
        </Drawer>
      ) : (
        <Modal
          open
          title={title}
          width={width}
          keyboard={!asking}
          mask={{ closable: false }}
          footer={foot}
          onCancel={close}
        >
          {body}
        </Modal>
      )}
      {asking ? (
        <LossQuestion
          {...lost}
          leave="放弃"
          stay="继续填写"
          onLeave={props.onClose}
          onStay={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

/**
 * Puts the keys into the first wrong field after each try. It stands among the fields because a dialog that is still
 * opening draws them late: what looked from outside would look before anything is marked.
 */
function FaultSeeker({ tries, form }: Readonly<{ tries: number; form: RefObject<HTMLElement | null> }>) {
  useEffect(() => {
    if (tries > 0) firstFault(form.current)?.focus();
  }, [tries, form]);
  return null;
}

const lost = { title: "还没有保存", text: "离开后，刚才填写的内容会丢失。" } as const;

/** Enter in a field of one line; in a list that is open, a text of several lines or an input method it means another thing. */
function isSubmit(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  const { target } = event;
  return (
    target instanceof HTMLInputElement && target.type !== "checkbox" && target.closest(".ant-select") === null
  );
}
