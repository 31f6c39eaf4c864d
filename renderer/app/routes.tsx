import type { RouteObject } from "react-router";
import { LeaveGuards } from "../components/LeaveGuard.tsx";
import { MainWindow } from "./MainWindow.tsx";
import { MissingCharactersProvider } from "./MissingCharactersProvider.tsx";
import { NoSuchPage } from "./NoSuchPage.tsx";
import { PageCrash } from "./PageCrash.tsx";
import { YearPages } from "./YearPages.tsx";

/** Pages are loaded when they are first opened, so that the window is there at once. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: (
      <LeaveGuards>
        <MissingCharactersProvider>
          <MainWindow />
        </MissingCharactersProvider>
      </LeaveGuards>
    ),
    errorElement: <PageCrash />,
    hydrateFallbackElement: <div />,
    children: [
      {
        errorElement: <PageCrash />,
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import("../features/workbench/index.tsx")).WorkbenchPage,
            }),
          },
          {
            element: <YearPages />,
            children: [
              {
                path: "projects/:id?",
                lazy: async () => ({
                  Component: (await import("../features/projects/index.tsx")).ProjectsPage,
                }),
              },
              {
                path: "contracts/*",
                lazy: async () => ({
                  Component: (await import("../features/contracts/index.tsx")).ContractsPage,
                }),
              },
              {
                path: "rentals/*",
                lazy: async () => ({
                  Component: (await import("../features/rentals/index.tsx")).RentalsPage,
                }),
              },
              {
                path: "matching",
                lazy: async () => ({
                  Component: (await import("../features/matching/index.tsx")).MatchingPage,
                }),
              },
              {
                path: "payments/*",
                lazy: async () => ({
                  Component: (await import("../features/payments/index.tsx")).PaymentsPage,
                }),
              },
            ],
          },
          {
            path: "due",
            lazy: async () => ({ Component: (await import("../features/due/index.tsx")).DuePage }),
          },
          {
            path: "budget/*",
            lazy: async () => ({ Component: (await import("../features/budget/index.tsx")).BudgetPage }),
          },
          {
            path: "schedule",
            lazy: async () => ({ Component: (await import("../features/schedule/index.tsx")).SchedulePage }),
          },
          {
            path: "needs/*",
            lazy: async () => ({ Component: (await import("../features/needs/index.tsx")).NeedsPage }),
          },
          {
            path: "invoices/*",
            lazy: async () => ({ Component: (await import("../features/invoices/index.tsx")).InvoicesPage }),
          },
          {
            path: "vendors",
            lazy: async () => ({ Component: (await import("../features/vendors/index.tsx")).VendorsPage }),
          },
          {
            path: "checks/*",
            lazy: async () => ({ Component: (await import("../features/checks/index.tsx")).ChecksPage }),
          },
          {
            path: "filings/*",
            lazy: async () => ({ Component: (await import("../features/filings/index.tsx")).FilingsPage }),
          },
          {
            path: "settings/*",
            lazy: async () => ({ Component: (await import("../features/settings/index.tsx")).SettingsPage }),
          },
          { path: "*", element: <NoSuchPage /> },
        ],
      },
    ],
  },
];
