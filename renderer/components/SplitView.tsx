import { CloseOutlined } from "@ant-design/icons";
import { Button, Splitter } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import "./page.css";

/** A list at the left and, when something of it is open, its detail at the right. Neither hides the other. */
export function SplitView({
  list,
  detail,
  detailSize = "46%",
}: Readonly<{ list: ReactNode; detail: ReactNode | null; detailSize?: string }>) {
  // The list stays as it is while details come and go, so the splitter cannot be made anew for its first size.
  const [size, setSize] = useState<number | string>(detailSize);
  return (
    <Splitter className="jf-split" onResize={([, next]) => setSize(next ?? detailSize)}>
      <Splitter.Panel min={300}>
        <div className="jf-split-list">{list}</div>
      </Splitter.Panel>
      {detail === null ? null : (
        <Splitter.Panel size={size} min={380} max="75%">
          {detail}
        </Splitter.Panel>
      )}
    </Splitter>
  );
}

type DetailProps = Readonly<{
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  /** It was just made: it takes the keys. */
  isNew?: boolean;
  onClose: () => void;
  children: ReactNode;
}>;

/** The right half of a `SplitView`. Escape closes it. */
export function DetailPane({ title, note, actions, isNew = false, onClose, children }: DetailProps) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) pane.current?.focus({ preventScroll: true });
  }, [isNew]);
  return (
    <aside
      ref={pane}
      className="jf-detail"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        // A dialog over the page has an Escape of its own, and its events come by here.
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="jf-detail-head">
        <div className="jf-detail-title">
          <h2 className="jf-selectable">{title}</h2>
          {note === undefined ? null : <div className="jf-soft">{note}</div>}
        </div>
        {actions}
        <Button
          type="text"
          disabled={false}
          icon={<CloseOutlined />}
          aria-label="关闭（Esc）"
          title="关闭（Esc）"
          onClick={onClose}
        />
      </header>
      <div className="jf-detail-body">{children}</div>
    </aside>
  );
}
