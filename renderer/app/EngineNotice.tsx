import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { bridge } from "./bridge.ts";

type State =
  | Readonly<{ kind: "fine" }>
  | Readonly<{ kind: "restarted" }>
  | Readonly<{ kind: "stopped"; why: string }>;

/** Says that the engine died and was started again, or that it will not start any more. */
export function EngineNotice() {
  const [state, setState] = useState<State>({ kind: "fine" });
  useEffect(() => {
    const stops = [
      bridge().subscribe("engine.restarted", () => setState({ kind: "restarted" })),
      bridge().subscribe("engine.stopped", ({ message }) => setState({ kind: "stopped", why: message })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (state.kind === "fine") return null;
  return (
    <div className={state.kind === "stopped" ? "jf-notice jf-notice-block" : "jf-notice"} role="alert">
      <span>
        {state.kind === "stopped"
          ? `${state.why} 已保存的数据不受影响，请关闭后重新打开本程序。`
          : "后台处理程序意外停止，已自动重新启动。已保存的数据不受影响；刚才没有做完的操作请再做一次。"}
      </span>
      {state.kind === "restarted" ? (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label="知道了"
          onClick={() => setState({ kind: "fine" })}
        />
      ) : null}
    </div>
  );
}
