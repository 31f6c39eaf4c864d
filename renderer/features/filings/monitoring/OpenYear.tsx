import { ConfigProvider } from "antd";
import type { ReactNode } from "react";

/** What came of a year is written down when the year is closed too. */
export const OpenYear = ({ children }: Readonly<{ children: ReactNode }>) => (
  <ConfigProvider componentDisabled={false}>
    <div className="jf-entry">{children}</div>
  </ConfigProvider>
);

export const Figure = ({ label, value }: Readonly<{ label: string; value: string }>) => (
  <div>
    <span className="jf-soft">{label}</span>
    <b className="jf-num">{value}</b>
  </div>
);
