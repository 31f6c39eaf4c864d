import { Button, Drawer, Modal } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useLeaveGuard } from "./LeaveGuard.tsx";
import "./formDialog.css";

type Props = Readonly<{
  title: ReactNode;
  width: number;
  /** A sheet from the side for long forms. */
  as?: "modal" | "drawer";
  okText?: string;
  pending: boolean;
  /** False while there is nothing that could be saved. */
  ready?: boolean;
  /** Something was chosen that would be lost; what was typed is noticed here. */
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
 * A form over the page. Enter saves from any field of one line, Ctrl+Enter from everywhere; Escape closes, and like every
 * other way out asks first when something half filled would be lost.
 */
export function FormDialog(props: Props) {
  const { title, width, as = "modal", okText = "保存", pending, ready = true, problem = "", extra } = props;
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  const isDirty = props.changed || typed;
  const guard = useLeaveGuard({ active: isDirty && !pending, ...lost });
  const fields = useRef<HTMLDivElement>(null);
  const submit = useRef(props.onSubmit);
  useEffect(() => {
    submit.current = () => {
      if (!ready || pending) return;
      // What cannot be read was not taken over: saving now would silently keep the old value.
      const wrong = fields.current?.querySelector<HTMLInputElement>("[aria-invalid=true]");
      if (wrong === null || wrong === undefined) props.onSubmit();
      else wrong.focus();
    };
  });
  const close = () => (isDirty && !pending ? setAsking(true) : props.onClose());
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmit(event)) return;
    // A dialog over this one has an Enter of its own, and its events come by here.
    if (!(event.target instanceof Node && fields.current?.contains(event.target))) return;
    event.preventDefault();
    // A typed field hands over its value on this very key; whether and what can be saved is what it then is.
    setTimeout(() => submit.current(), 0);
  };
  const foot = (
    <div className="jf-dialog-foot">
      <span className="jf-field-problem" role="status">
        {problem}
      </span>
      {extra}
      <Button onClick={close}>取消</Button>
      <Button type="primary" loading={pending} disabled={!ready} onClick={() => submit.current()}>
        {okText}
      </Button>
    </div>
  );
  const body = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside
    <div ref={fields} onKeyDown={onKeyDown} onInput={() => setTyped(true)}>
      {props.children}
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
      <Modal
        open={asking}
        title={lost.title}
        width={420}
        okText="放弃"
        cancelText="继续填写"
        okButtonProps={{ danger: true }}
        cancelButtonProps={{ autoFocus: true }}
        onOk={props.onClose}
        onCancel={() => setAsking(false)}
      >
        {lost.text}
      </Modal>
      {guard.question}
    </>
  );
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
