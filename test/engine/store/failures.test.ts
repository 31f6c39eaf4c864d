import { describe, expect, it } from "vitest";
import { sqliteCodeOf, translateFailure } from "#engine/store/failures.ts";
import { brokenInvariant } from "#engine/store/invariantFailures.ts";
import { UserError } from "#shared/kernel/errors.ts";

const failing = (code: string, message = "it failed"): Error => Object.assign(new Error(message), { code });

describe("translateFailure", () => {
  it.each([
    ["SQLITE_FULL", "disk", "磁盘空间不足，没有写入"],
    ["ENOSPC", "disk", "磁盘空间不足，没有写入"],
    ["SQLITE_READONLY_DIRECTORY", "disk", "没有写入权限：文件或所在文件夹是只读的"],
    ["EACCES", "disk", "没有写入权限：文件或所在文件夹是只读的"],
    ["EROFS", "disk", "没有写入权限：文件或所在文件夹是只读的"],
    ["SQLITE_CANTOPEN", "disk", "打不开文件，或不能在所在文件夹里写入"],
    ["SQLITE_NOTADB", "bad-ledger", "这不是经费工作台的账本"],
    ["SQLITE_CORRUPT_INDEX", "bad-ledger", "账本已损坏"],
    ["SQLITE_BUSY_SNAPSHOT", "ledger-busy", "文件正被其他程序占用"],
    ["EBUSY", "ledger-busy", "文件正被其他程序占用"],
    ["SQLITE_IOERR_WRITE", "disk", "读写磁盘时出错，没有完成"],
    ["ENOENT", "not-found", "找不到文件或文件夹"],
    ["SQLITE_IOERR_SHMSIZE", "disk", "磁盘空间不足，没有写入"],
    ["ENAMETOOLONG", "bad-request", "文件名太长"],
    ["SQLITE_INTERRUPT", "cancelled", "已取消，账本没有改动"],
  ])("%s", (code, expectedCode, message) => {
    const withPath = translateFailure(failing(code), { path: "/数据/账本.jingfei" });
    expect(withPath).toBeInstanceOf(UserError);
    expect(withPath).toMatchObject({
      code: expectedCode,
      message: `${message}：/数据/账本.jingfei`,
      hint: expect.stringMatching(/。$/),
      details: { cause: code },
    });
    expect(translateFailure(failing(code))).toMatchObject({ message: `${message}。` });
  });

  it("takes any other failed system call for a file that cannot be opened", () => {
    const strange = Object.assign(failing("EOVERFLOW"), { syscall: "open" });
    expect(translateFailure(strange)).toMatchObject({
      code: "disk",
      message: "打不开文件，或不能在所在文件夹里写入。",
    });
  });

  it("leaves our own faults and errors that are said already as they are", () => {
    const said = new UserError({ code: "refused", message: "不行。" });
    for (const error of [
      failing("SQLITE_ERROR"),
      new Error("x"),
      new TypeError("y"),
      said,
      "text",
      undefined,
    ]) {
      expect(translateFailure(error)).toBe(error);
    }
  });

  it("leaves a broken constraint that is our fault as it is", () => {
    const error = failing("SQLITE_CONSTRAINT_NOTNULL", "NOT NULL constraint failed: vendor.name");
    expect(translateFailure(error)).toBe(error);
  });

  it("names every column of a key", () => {
    const message = "UNIQUE constraint failed: instalment.contractId, instalment.seq";
    expect(translateFailure(failing("SQLITE_CONSTRAINT_UNIQUE", message))).toMatchObject({
      code: "conflict",
      message: "付款期次的“合同”＋“序号”与已有的一条重复，没有保存。",
      details: { table: "instalment", columns: "contractId,seq" },
    });
  });
});

describe("brokenInvariant", () => {
  it("says without the database what kind of thing it is about", () => {
    expect(brokenInvariant("jingfei:allocationExceedsPayment|p1|120|100", undefined)).toMatchObject({
      code: "refused",
      message: "这条付款的分摊合计 1.20 元，超过付款金额 1.00 元。",
      details: { invariant: "allocationExceedsPayment" },
    });
    expect(brokenInvariant("jingfei:undeletable|payment", undefined)?.message).toBe("付款不能删除。");
    expect(brokenInvariant("jingfei:frozen|filingVersion", undefined)?.message).toBe(
      "申报版本定稿后不能改动。",
    );
  });

  it.each(["something else", "jingfei:unheard|of", ""])("has no sentence for %j", (message) => {
    expect(brokenInvariant(message, undefined)).toBeUndefined();
  });
});

describe("sqliteCodeOf", () => {
  it("finds the code of an error that has one", () => {
    expect([sqliteCodeOf(failing("EEXIST")), sqliteCodeOf(new Error("x")), sqliteCodeOf("x")]).toEqual([
      "EEXIST",
      undefined,
      undefined,
    ]);
  });
});
