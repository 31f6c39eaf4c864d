import { Modal } from "antd";
import { useCallback, useRef } from "react";
import { type BlockerFunction, useBlocker } from "react-router";

type Props = Readonly<{
  /** Something would be lost. */
  active: boolean;
  title: string;
  text: string;
  /** Moving within the page, such as opening a detail, loses nothing. */
  withinPage?: boolean;
}>;

/** Lets go without asking: what was there has been saved. */
export type Release = () => void;

/** Asks before the page is left while something on it would be lost. Show `question`; call `release` after saving. */
export function useLeaveGuard({ active, title, text, withinPage = false }: Props): Readonly<{
  question: React.ReactNode;
  release: Release;
}> {
  const released = useRef(false);
  const shouldBlock = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) =>
      active && !released.current && !(withinPage && currentLocation.pathname === nextLocation.pathname),
    [active, withinPage],
  );
  const blocker = useBlocker(shouldBlock);
  const release = useCallback(() => {
    released.current = true;
  }, []);
  const question = (
    <Modal
      open={blocker.state === "blocked"}
      title={title}
      width={420}
      okText="离开"
      cancelText="留在此页"
      okButtonProps={{ danger: true }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {text}
    </Modal>
  );
  return { question, release };
}
