/** The Electron that opens the window during development and tests. What ships is always the pinned one. */
export type Runtime = Readonly<{
  kind: "override" | "official" | "registry";
  version: string;
  /** Starts like the official one: `executable PROJECT_ROOT`. */
  executable: string;
  /** better-sqlite3 built for a runtime older than its ready-made binaries; null when those fit. */
  sqliteBinding: string | null;
}>;

export function describeRuntime(runtime: Runtime): string {
  switch (runtime.kind) {
    case "override":
      return `窗口运行环境：Electron ${runtime.version}（ELECTRON_OVERRIDE_DIST_PATH 指定）`;
    case "official":
      return `窗口运行环境：Electron ${runtime.version}（官方版本）`;
    case "registry":
      return `窗口运行环境：Electron ${runtime.version}（官方版本下载不到，改用软件包源里的版本）`;
  }
}

/** Arguments and environment with which `runtime` opens the app built in `root`. */
export function launchCommand(
  runtime: Runtime,
  root: string,
): Readonly<{ executable: string; args: readonly string[]; env: Readonly<Record<string, string>> }> {
  // Chromium refuses to start as root with its sandbox; this is for build machines, the product never asks for it.
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  return {
    executable: runtime.executable,
    args: asRoot ? ["--no-sandbox", root] : [root],
    env: runtime.sqliteBinding ? { JINGFEI_SQLITE_BINDING: runtime.sqliteBinding } : {},
  };
}
