import { ConfigProvider } from "antd";
import type { ReactNode, RefObject } from "react";

type Props = Readonly<{ room: RefObject<HTMLDivElement | null>; children: ReactNode }>;

/** What came of a year is written down when the year is closed too. */
export const OpenYear = ({ room, children }: Props) => (
  <ConfigProvider componentDisabled={false}>
    <div className="jf-entry" ref={room}>
      {children}
    </div>
  </ConfigProvider>
);

export const Figure = ({ label, value }: Readonly<{ label: string; value: string }>) => (
  <div>
    <span className="jf-soft">{label}</span>
    <b className="jf-num">{value}</b>
  </div>
);
