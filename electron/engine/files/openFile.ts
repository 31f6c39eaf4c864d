import { type FileHandle, open, stat } from "node:fs/promises";
import path from "node:path";
import { type ErrorDetails, UserError } from "#shared/kernel/errors.ts";

export const badFile = (
  fileName: string,
  what: string,
  hint: string,
  details: ErrorDetails = {},
): UserError =>
  new UserError({
    code: "bad-file",
    message: `文件“${fileName}”${what}`,
    hint,
    details: { fileName, ...details },
  });

/**
 * Opens a file to be read. Throws a `UserError` (`bad-file`) when there is none, when it is a folder or a device (whose
 * opening alone may wait for ever), or when the system will not let us.
 */
export async function openFile(file: string): Promise<FileHandle> {
  const fileName = path.basename(file);
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw badFile(fileName, "是一个文件夹", "请选择文件夹里的文件。");
    if (!found.isFile()) throw badFile(fileName, "不是普通文件", "请重新选择文件。");
    return await open(file, "r");
  } catch (error) {
    throw openError(fileName, error);
  }
}

const isOpenElsewhere = "文件可能正在别的程序中打开。请在 Excel 或 WPS 中关闭它后再试。";

/** Why the system would not let us open a file, in the officer's words; anything else is passed on. */
export function openError(fileName: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return badFile(fileName, "不存在", "它可能已被移动、改名或删除。请重新选择文件。");
    case "ENAMETOOLONG":
      return badFile(`${fileName.slice(0, 40)}…`, "的名称太长，打不开", "请给它改一个短一些的名称再试。");
    case "EBUSY":
    case "ETXTBSY":
      return badFile(fileName, "打不开", isOpenElsewhere);
    case "EACCES":
    case "EPERM":
      return badFile(fileName, "没有读取权限", `${isOpenElsewhere}仍不行时，请把文件复制到自己的文件夹。`);
    case "EIO":
    case "ENXIO":
      return badFile(fileName, "读取失败", "磁盘或U盘可能有故障。请把文件复制到本机硬盘后再试。");
    default:
      // Whatever else a system call fails with is no fault of the program.
      return error instanceof Error && "syscall" in error
        ? badFile(fileName, "打不开", "请把文件复制到本机硬盘后再试。", { reason: code })
        : error;
  }
}
