import path from "node:path";
import { type ErrorCode, UserError } from "#shared/kernel/errors.ts";

export type FileError = Error & Readonly<{ code: string; syscall?: string }>;

export const isFileError = (error: unknown): error is FileError =>
  error instanceof Error &&
  !(error instanceof UserError) &&
  "code" in error &&
  typeof error.code === "string";

type Trouble = Readonly<{ code: ErrorCode; message: (name: string, folder: string) => string; hint: string }>;

const fullDisk: Trouble = {
  code: "disk",
  message: (name) => `磁盘空间不足，“${name}”没有写成。`,
  hint: "请清理磁盘，或换一个磁盘再导出。原有文件没有改动。",
};

const readOnly: Trouble = {
  code: "disk",
  message: (_name, folder) => `文件夹“${folder}”不允许写入。`,
  hint: "请换一个文件夹，例如“文档”或桌面。",
};

const inUse: Trouble = {
  code: "disk",
  message: (name) => `“${name}”正被其他程序打开，没有写成。`,
  hint: "请在 Excel、WPS 或 PDF 阅读器中关闭这个文件后再试，或换一个文件名。",
};

const troubles: Readonly<Record<string, Trouble>> = {
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  EFBIG: fullDisk,
  EROFS: readOnly,
  EACCES: readOnly,
  EBUSY: inUse,
  ETXTBSY: inUse,
  ENOENT: {
    code: "not-found",
    message: (_name, folder) => `文件夹“${folder}”不存在。`,
    hint: "请先新建这个文件夹，或换一个位置。",
  },
  ENOTDIR: {
    code: "not-found",
    message: (_name, folder) => `“${folder}”不是文件夹。`,
    hint: "请换一个位置。",
  },
  EISDIR: {
    code: "bad-request",
    message: (name) => `“${name}”是一个文件夹，不能写成文件。`,
    hint: "请换一个文件名。",
  },
  ENAMETOOLONG: {
    code: "bad-request",
    message: (name) => `文件名太长：“${name.slice(0, 40)}…”。`,
    hint: "请换一个短一些的文件名。",
  },
};

/**
 * What went wrong with writing `target`, for its reader. Windows says EPERM and EACCES of a file that another program
 * holds as well as of a folder that is closed to the user; the step that failed tells them apart.
 */
export function fileError(error: FileError, target: string): UserError {
  const whileRenaming = error.syscall === "rename";
  const trouble =
    error.code === "EPERM" || error.code === "EACCES"
      ? whileRenaming
        ? inUse
        : readOnly
      : troubles[error.code];
  const [name, folder] = [path.basename(target), path.dirname(path.resolve(target))];
  return new UserError({
    code: trouble?.code ?? "disk",
    message: trouble?.message(name, folder) ?? `“${name}”没有写成：${error.message}。`,
    hint: trouble?.hint ?? "请换一个位置再试。",
    details: { file: target, reason: error.code },
  });
}
