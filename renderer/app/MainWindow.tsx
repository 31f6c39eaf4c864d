import { useCallback, useState } from "react";
import { Outlet } from "react-router";
import { UndoDialog } from "../features/history/UndoDialog.tsx";
import { PaperIntakeProvider } from "../features/invoices/papers/PaperIntakeProvider.tsx";
import { StartPage } from "../features/start/index.tsx";
import { AboutDialog } from "./AboutDialog.tsx";
import type { DialogName } from "./actions.ts";
import { ClosedYearNotice } from "./ClosedYearNotice.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { DropCatcher } from "./DropCatcher.tsx";
import { EngineNotice } from "./EngineNotice.tsx";
import "./frame.css";
import { NewLedgerDialog } from "./NewLedgerDialog.tsx";
import { ScopeProvider } from "./ScopeProvider.tsx";
import { ShortcutHelp } from "./ShortcutHelp.tsx";
import { SideNav } from "./SideNav.tsx";
import { useStatus } from "./status.ts";
import { TopBar } from "./TopBar.tsx";
import { useActionContext } from "./useActionContext.ts";
import { useCommands } from "./useCommands.ts";
import { useKeptFocus } from "./useKeptFocus.ts";

/** The frame around every screen; without a ledger it is the first page that offers one. */
export function MainWindow() {
  const { ledger } = useStatus();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const close = useCallback(() => setDialog(null), []);
  const context = useActionContext(setDialog);
  useCommands(context);
  const page = useKeptFocus(ledger !== null);

  const dialogs = (
    <>
      <CommandPalette open={dialog === "palette"} onClose={close} context={context} />
      <ShortcutHelp open={dialog === "shortcuts"} onClose={close} />
      <AboutDialog open={dialog === "about"} onClose={close} />
      <NewLedgerDialog open={dialog === "newLedger"} onClose={close} />
    </>
  );

  if (ledger === null)
    return (
      <>
        <EngineNotice />
        <StartPage onNew={() => setDialog("newLedger")} />
        {dialogs}
      </>
    );
  return (
    <ScopeProvider ledger={ledger}>
      <PaperIntakeProvider>
        <div className="jf-frame">
          <TopBar context={context} />
          <SideNav />
          <main ref={page} className="jf-main" tabIndex={-1}>
            <EngineNotice />
            <ClosedYearNotice />
            <div className="jf-main-page">
              <Outlet />
            </div>
          </main>
        </div>
        <DropCatcher />
        {dialogs}
        {dialog === "undo" || dialog === "redo" ? <UndoDialog which={dialog} onDone={close} /> : null}
      </PaperIntakeProvider>
    </ScopeProvider>
  );
}
