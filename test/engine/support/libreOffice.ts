import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Tests that need another office program are reported as skipped where there is none. */
export const hasLibreOffice: boolean = await run("soffice", ["--version"]).then(
  () => true,
  () => false,
);

/** Lets LibreOffice open `file` and save it in `folder` in another format, under the same name. */
export async function convertByLibreOffice(file: string, format: string, folder: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
  await run("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, file], {
    // In a plain environment it would lose the Chinese characters of its file names.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
}

/** Every sheet as tab-separated text in a file of its own. */
export const csvOfEachSheet = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1";
