import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { useClosedYear } from "../app/closedYear.ts";
import { palette } from "../app/palette.ts";

/** What cannot be changed is still to be read. */
const readOnly = { componentDisabled: true, theme: { token: { colorTextDisabled: palette.inkSoft } } };

/**
 * Fields and buttons that change something of the year at the top: in a closed year they can be seen and not used. What
 * only looks, such as a filter or the way back, says `disabled={false}` and stays in use.
 */
export function ReadOnlyYear({ children }: Readonly<{ children: ReactNode }>) {
  const closed = useClosedYear();
  return <ConfigProvider {...(closed === null ? {} : readOnly)}>{children}</ConfigProvider>;
}
