import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useState } from "react";
import type { DataRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { NotifyProvider } from "./NotifyProvider.tsx";
import { createQueryClient } from "./queryClient.ts";
import { useReportError } from "./reportError.ts";
import { StatusGate } from "./StatusGate.tsx";
import { appTheme } from "./theme.ts";

/** Everything the screens stand on, from the look to the ledger's status. */
export function Root({ router }: Readonly<{ router: DataRouter }>) {
  return (
    <ConfigProvider theme={appTheme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <App style={{ height: "100%" }} message={{ maxCount: 3 }} notification={{ maxCount: 4 }}>
        <NotifyProvider>
          <Queries>
            <StatusGate>
              <RouterProvider router={router} />
            </StatusGate>
          </Queries>
        </NotifyProvider>
      </App>
    </ConfigProvider>
  );
}

function Queries({ children }: Readonly<{ children: ReactNode }>) {
  const report = useReportError();
  const [client] = useState(() => createQueryClient(report));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
