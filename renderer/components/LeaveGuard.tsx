import { Button, Modal } from "antd";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { type BlockerFunction, useBlocker } from "react-router";
import { useFocusOf } from "./useFirstFocus.ts";

type Guard = Readonly<{
  /** Something would be lost. */
  active: boolean;
  title: string;
  text: string;
  /** Moving within the page, such as opening a detail, loses nothing. */
  withinPage?: boolean;
}>;

/** Each as it is at the moment; the latest came over the others. */
type Guards = Set<Readonly<{ current: Guard }>>;

const GuardsContext = createContext<Guards | null>(null);

const blocking = (guards: Guards, samePage: boolean): Guard | undefined =>
  [...guards]
    .map(({ current }) => current)
    .findLast(({ active, withinPage = false }) => active && !(withinPage && samePage));

/** Around all pages: a router can be held by one hand only, whatever number of forms is open. */
export function LeaveGuards({ children }: Readonly<{ children: ReactNode }>) {
  const [guards] = useState<Guards>(() => new Set());
  const [asked, setAsked] = useState<Guard>();
  const shouldBlock = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => {
      const found = blocking(guards, currentLocation.pathname === nextLocation.pathname);
      if (found !== undefined) setAsked(found);
      return found !== undefined;
    },
    [guards],
  );
  const blocker = useBlocker(shouldBlock);
  return (
    <GuardsContext value={guards}>
      {children}
      {blocker.state === "blocked" && asked !== undefined ? (
        <LossQuestion
          title={asked.title}
          text={asked.text}
          leave="离开"
          stay="留在此页"
          onLeave={() => blocker.proceed()}
          onStay={() => blocker.reset()}
        />
      ) : null}
    </GuardsContext>
  );
}

type LossProps = Readonly<{
  title: string;
  text: string;
  leave: string;
  stay: string;
  onLeave: () => void;
  onStay: () => void;
}>;

/** Something would be lost; Enter and Escape both keep it. */
export function LossQuestion({ title, text, leave, stay, onLeave, onStay }: LossProps) {
  const safe = useRef<HTMLButtonElement>(null);
  useFocusOf(safe);
  const [before] = useState(() => document.activeElement);
  const goOn = () => {
    onStay();
    // Once this one is gone, the keys are where they were.
    setTimeout(() => before instanceof HTMLElement && before.focus(), 0);
  };
  return (
    <Modal
      open
      title={title}
      width={420}
      footer={[
        <Button key="stay" ref={safe} onClick={goOn}>
          {stay}
        </Button>,
        <Button key="leave" type="primary" danger onClick={onLeave}>
          {leave}
        </Button>,
      ]}
      onCancel={goOn}
    >
      {text}
    </Modal>
  );
}

/** Asks before the page is left while something on it would be lost. The answer lets go without asking: what was there has been saved. */
export function useLeaveGuard(guard: Guard): () => void {
  const guards = useContext(GuardsContext);
  const latest = useRef(guard);
  useEffect(() => {
    latest.current = guard;
  });
  useEffect(() => {
    guards?.add(latest);
    return () => void guards?.delete(latest);
  }, [guards]);
  return useCallback(() => {
    guards?.delete(latest);
  }, [guards]);
}
