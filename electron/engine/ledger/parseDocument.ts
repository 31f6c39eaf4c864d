import { createHash } from "node:crypto";
import type { z } from "zod";
import { UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf, labelOf } from "#shared/model/labels.ts";
import {
  documentVersion,
  type LedgerDocument,
  ledgerDocument,
  type TableName,
  tableNames,
} from "#shared/model/ledger.ts";
import { entryHash } from "../store/chain.ts";
import { chineseIssues } from "../store/chineseIssues.ts";
import { placeOf } from "../store/fillTables.ts";
import { upgradeDocument } from "./upgradeDocument.ts";

const readableVersions: readonly number[] = [1, 2, documentVersion];

/** So many faults are named; the rest is counted. */
const namedFaults = 5;

const exportAgain = "请选择由“导出 JSON”（命令 dump）得到的文件。";
const mend = "请改正后再载入；没有人改过这个文件的，请重新导出一份。";

/**
 * Reads the text of a document. Fails with `bad-file`: no JSON, another kind of document, another version, rows that do
 * not fit their shape (table, row and field are named), a change log or an attachment that was tampered with.
 */
export function parseDocument(text: string): LedgerDocument {
  const raw = parseJson(text);
  refuseOtherKinds(raw);
  upgradeDocument(raw);
  const parsed = ledgerDocument.safeParse(raw, { error: chineseIssues });
  if (!parsed.success) throw faulty(parsed.error.issues);
  // As written and not as parsed: a load changes nothing, not even a space.
  const document = raw as LedgerDocument;
  verifyLog(document.tables.changeLog);
  verifyContents(document.tables.attachmentContent);
  return document;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw badFile("不是完整的 JSON，可能没有复制完，或选错了文件。", exportAgain, {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

function refuseOtherKinds(raw: unknown): void {
  const document = typeof raw === "object" && raw !== null ? raw : {};
  if (!("format" in document) || document.format !== "jingfei-ledger") {
    throw badFile("不是经费工作台导出的账本。", exportAgain);
  }
  const version = "version" in document ? document.version : undefined;
  if (typeof version === "number" && readableVersions.includes(version)) return;
  if (typeof version === "number" && version > documentVersion) {
    throw badFile(
      `由更新版本的经费工作台导出（格式 ${version}，本程序只认识到 ${documentVersion}）。`,
      "请升级经费工作台后再载入。",
      { version },
    );
  }
  throw badFile(
    version === undefined
      ? "没有写明格式（version）。"
      : `格式（version）应为 1 到 ${documentVersion}，写的是 ${JSON.stringify(version)}。`,
    exportAgain,
  );
}

function faulty(issues: readonly z.core.$ZodIssue[]): UserError {
  const named = issues.slice(0, namedFaults).map(describe);
  const more = issues.length > named.length ? `；另有 ${issues.length - named.length} 处` : "";
  const [first] = issues;
  const [, table, row, field] = first?.path ?? [];
  return badFile(`有 ${issues.length} 处不对：${named.join("；")}${more}。`, mend, {
    ...(typeof table === "string" ? { table } : {}),
    ...(typeof row === "number" ? { row } : {}),
    ...(typeof field === "string" ? { field } : {}),
  });
}

function describe({ path, message }: z.core.$ZodIssue): string {
  const [, table, row, field] = path;
  if (!isTable(table)) return `${path.length === 0 ? "文件" : `“${path.join(".")}”`}${message}`;
  if (typeof row !== "number") return `表 ${table}（${labelOf(table)}）${message}`;
  if (typeof field !== "string") return `${placeOf(table, row)}${message}`;
  return `${placeOf(table, row)}的“${columnLabelOf(field)}”（${field}）${message}`;
}

const isTable = (name: unknown): name is TableName => tableNames.some((table) => table === name);

function verifyLog(entries: LedgerDocument["tables"]["changeLog"]): void {
  const index = entries.findIndex((entry) => entry.hash !== entryHash(entry));
  if (index < 0) return;
  throw badFile(
    `${placeOf("changeLog", index)}与它的校验值不符：变更记录导出后被改动过。`,
    "请使用未经改动的文件；变更记录不能手工修改。",
    { table: "changeLog", row: index },
  );
}

function verifyContents(contents: LedgerDocument["tables"]["attachmentContent"]): void {
  const index = contents.findIndex(
    ({ base64, sha256 }) =>
      createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex") !== sha256,
  );
  if (index < 0) return;
  throw badFile(
    `${placeOf("attachmentContent", index)}与它的校验值不符：附件导出后被改动过，或没有复制完。`,
    "请使用未经改动的文件。",
    { table: "attachmentContent", row: index },
  );
}

const badFile = (
  message: string,
  hint: string,
  details?: Readonly<Record<string, string | number>>,
): UserError =>
  new UserError({ code: "bad-file", message, hint, ...(details === undefined ? {} : { details }) });
