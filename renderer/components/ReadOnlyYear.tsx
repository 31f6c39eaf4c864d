import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { useClosedYear } from "../app/closedYear.ts";

/** Fields and buttons that change something of the year at the top: in a closed year they can be read and not used. */
export function ReadOnlyYear({ children }: Readonly<{ children: ReactNode }>) {
  const closed = useClosedYear();
  return (
    <ConfigProvider {...(closed === null ? {} : { componentDisabled: true })}>{children}</ConfigProvider>
  );
}
