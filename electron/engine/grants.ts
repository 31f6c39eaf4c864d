import type { Grant } from "#shared/api/engineControl.ts";
import type { FileToken } from "#shared/api/fields.ts";
import { UserError } from "#shared/kernel/errors.ts";

/** The files the officer chose; the window can name no others. */
export type Grants = Readonly<{
  add: (grant: Grant) => void;
  /** The path behind `token`; throws UserError "refused" when it was not granted for this access. */
  pathOf: (token: FileToken, access: Grant["access"]) => string;
}>;

export function createGrants(): Grants {
  const granted = new Map<FileToken, Grant>();
  return {
    add: (grant) => void granted.set(grant.token, grant),
    pathOf: (token, access) => {
      const grant = granted.get(token);
      if (!grant || (access === "write" && grant.access !== "write")) {
        throw new UserError({
          code: "refused",
          message: access === "write" ? "程序没有得到写这个文件的许可。" : "程序没有得到读这个文件的许可。",
          hint: "请重新选择文件。",
        });
      }
      return grant.path;
    },
  };
}
