import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import type { ApiInput, ApiOutput, RouteName } from "#shared/api/contract.ts";
import { answerDialogs } from "./answerDialogs.ts";
import { ask } from "./ask.ts";
import { press } from "./keyboard.ts";
import { launchApp, type RunningApp } from "./launchApp.ts";

/** The sample office in the real window, and how one gets about in it without a mouse. */
export type SampleOffice = Readonly<{
  running: RunningApp;
  page: Page;
  folder: string;
  /** What the page complained about. */
  complaints: readonly string[];
  /** The one on top. */
  dialog: () => Locator;
  /** What the ledger holds now. */
  held: <Name extends RouteName>(route: Name, input: ApiInput<Name>) => Promise<ApiOutput<Name>>;
  contractNamed: (contractNo: string) => Promise<ApiOutput<"contracts.get">>;
  /** Its detail has the keys. */
  openContract: (contractNo: string) => Promise<void>;
  /** No dialog is open any more. */
  closed: () => Promise<void>;
  /** The list that has the keys, and the row they are on. */
  activeRow: () => Promise<Readonly<{ list: string; row: string }>>;
  end: () => Promise<void>;
}>;

const scope: ApiInput<"contracts.list"> = { fiscalYear: 2022, projectId: null };

export async function openSampleOffice(): Promise<SampleOffice> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-keys-"));
  const running = await launchApp({ userData: path.join(folder, "program") });
  const { page } = running;
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "warning" || message.type() === "error") complaints.push(message.text());
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: path.join(folder, "示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .press("Enter");
  await page.getByText("430,000.00").first().waitFor();

  const dialog = () => page.getByRole("dialog").filter({ visible: true }).last();
  const held: SampleOffice["held"] = async (route, input) => {
    const answer = await ask(running, route, input);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.data as ApiOutput<typeof route>;
  };
  const contractNamed = async (contractNo: string) => {
    const row = (await held("contracts.list", scope)).find((each) => each.contractNo === contractNo);
    if (row === undefined) throw new Error(`no contract ${contractNo}`);
    return held("contracts.get", { id: row.id });
  };
  const openContract = async (contractNo: string) => {
    const { contract } = await contractNamed(contractNo);
    await press(page, "Control+3");
    await page.getByRole("grid", { name: "合同 2022" }).waitFor();
    await press(page, "Control+f", "Control+a");
    await page.keyboard.type(contractNo);
    await page.getByText(/^1 \/ \d+ 条$/).waitFor();
    await press(page, "ArrowDown", "ArrowDown", "Enter");
    await page.getByRole("heading", { name: contract.name }).waitFor();
    await page.getByRole("heading", { name: "附件", exact: true }).waitFor();
    await press(page, "F6");
  };
  const activeRow = () =>
    page.evaluate(() => {
      const list = document.activeElement;
      const row = document.getElementById(list?.getAttribute("aria-activedescendant") ?? "");
      return { list: list?.getAttribute("aria-label") ?? "", row: row?.textContent ?? "" };
    });
  return {
    ...{ running, page, folder, complaints, dialog, held, contractNamed, openContract, activeRow },
    closed: () => dialog().waitFor({ state: "detached" }),
    end: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
