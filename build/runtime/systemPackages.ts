import { existsSync } from "node:fs";
import path from "node:path";
import { outputOf, run } from "./run.ts";
import { SetupError, say } from "./say.ts";

/** Something the operating system has to bring, and the Debian packages that bring it. */
export type SystemNeed = Readonly<{ missing: readonly string[]; packages: readonly string[] }>;

const onLinux = process.platform === "linux";

export function windowNeed(executable: string): SystemNeed {
  const listed = onLinux ? (outputOf("ldd", [executable]) ?? "") : "";
  return {
    missing: [...listed.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? ""),
    packages: [
      "libgtk-3-0",
      "libnss3",
      "libasound2",
      "libgbm1",
      "libxss1",
      "libatk-bridge2.0-0",
      "libcups2",
      "libdrm2",
    ],
  };
}

export function chineseFontNeed(): SystemNeed {
  const has = !onLinux || (outputOf("fc-list", [":lang=zh", "family"]) ?? "").trim() !== "";
  return { missing: has ? [] : ["中文字体"], packages: ["fontconfig", "fonts-noto-cjk"] };
}

export const virtualDisplayNeed = (): SystemNeed => programsNeed(["Xvfb"], ["xvfb"]);

const pdfReaderNeed = (): SystemNeed => programsNeed(["pdftotext", "pdftoppm"], ["poppler-utils"]);

/** Another program reads the PDF files our tests write. Without it those tests say so; the others are worth running. */
export async function preparePdfReader(): Promise<void> {
  try {
    await ensureSystem([pdfReaderNeed()]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
  }
}

export const compilerNeed = (): SystemNeed =>
  programsNeed(["python3", "make", "g++"], ["python3", "make", "g++"]);

function programsNeed(programs: readonly string[], packages: readonly string[]): SystemNeed {
  return { missing: onLinux ? programs.filter((program) => !isOnPath(program)) : [], packages };
}

function isOnPath(program: string): boolean {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** Installs what is missing when we may, else says with which command to do it. */
export async function ensureSystem(needs: readonly SystemNeed[]): Promise<void> {
  const unmet = needs.filter((need) => need.missing.length > 0);
  if (unmet.length === 0) return;
  const missing = unmet.flatMap((need) => need.missing).join("、");
  const debian = existsSync("/etc/debian_version");
  if (!debian) throw new SetupError(`系统里缺少：${missing}。请用系统的软件包管理器安装后重试。`);

  const packages = unmet.flatMap((need) => need.packages).map(nameHere);
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
  const command = `sudo apt-get update && sudo ${install.join(" ")}`;
  if (process.getuid?.() !== 0) throw new SetupError(`系统里缺少：${missing}。请先运行：\n  ${command}`);

  say(`系统里缺少：${missing}。正在安装 ${packages.join(" ")} ……`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const attempt = async () => (await run("env", install, { env, quiet: true })) === 0;
  // The lists of a fresh machine are empty or old.
  const refresh = async () => (await run("apt-get", ["update"], { quiet: true })) === 0;
  const done = (await attempt()) || ((await refresh()) && (await attempt()));
  if (!done) throw new SetupError(`系统软件包没有装好。请手动运行：\n  ${command}`);
}

/** Newer Debian renamed the libraries whose time type grew. */
function nameHere(name: string): string {
  const renamed = `${name}t64`;
  return name.startsWith("lib") && outputOf("apt-cache", ["show", renamed]) ? renamed : name;
}
