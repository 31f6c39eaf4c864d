import type { ElectronApplication } from "playwright-core";

/** Lets the next dialogs of the system answer at once, as an officer would: with these paths, or by cancelling. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: Readonly<{ open?: string; save?: string }>,
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = async () => ({
      canceled: open === undefined,
      filePaths: open === undefined ? [] : [open],
    });
    dialog.showSaveDialog = async () => ({ canceled: save === undefined, filePath: save ?? "" });
  }, answers);
}
