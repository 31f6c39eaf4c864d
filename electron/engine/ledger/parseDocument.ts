import type { z } from "zod";
import { UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf } from "#shared/model/labels.ts";
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

/** So many faults are named; the rest is counted. */
const namedFaults = 5;

/**
 * Reads the text of a document. Fails with `bad-file`: no JSON, another kind of document, a newer version, rows that do
 * not fit their shape (table, row and field are named), a change log that was tampered with.
 */
export function parseDocument(text: string): LedgerDocument {
  const raw = parseJson(text);
  refuseOtherKinds(raw);
  const parsed = ledgerDocument.safeParse(raw, { error: chineseIssues });
  if (!parsed.success) throw faulty(parsed.error.issues);
  // As written and not as parsed: a load changes nothing, not even a space.
  const document = raw as LedgerDocument;
  verifyLog(document.tables.changeLog);
  return document;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw badFile(
      "文件不是完整的 JSON 文档，无法载入。",
      "请确认选择的是由“导出账本”（dump）得到的文件，并且没有被截断。",
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}

function refuseOtherKinds(raw: unknown): void {
  const document = typeof raw === "object" && raw !== null ? raw : {};
  if (!("format" in document) || document.format !== "jingfei-ledger") {
    throw badFile("这不是经费工作台的账本文档。", "请选择由“导出账本”（dump）得到的文件。");
  }
  const version = "version" in document ? document.version : undefined;
  if (typeof version === "number" && version > documentVersion) {
    throw badFile(
      `账本文档由更新版本的经费工作台导出（格式 ${version}，本程序只认识到 ${documentVersion}）。`,
      "请升级经费工作台后再载入。",
      { version },
    );
  }
}

function faulty(issues: readonly z.core.$ZodIssue[]): UserError {
  const named = issues.slice(0, namedFaults).map(describe);
  const more = issues.length > named.length ? `；另有 ${issues.length - named.length} 处` : "";
  const [first] = issues;
  const [, table, row, field] = first?.path ?? [];
  return badFile(`账本文档有 ${issues.length} 处不对：${named.join("；")}${more}。`, "请改正后再载入。", {
    ...(typeof table === "string" ? { table } : {}),
    ...(typeof row === "number" ? { row } : {}),
    ...(typeof field === "string" ? { field } : {}),
  });
}

function describe({ path, message }: z.core.$ZodIssue): string {
  const [, table, row, field] = path;
  if (!isTable(table)) return `${path.join(".") || "文档"}${message}`;
  if (typeof row !== "number") return `表 ${table} ${message}`;
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

const badFile = (
  message: string,
  hint: string,
  details?: Readonly<Record<string, string | number>>,
): UserError =>
  new UserError({ code: "bad-file", message, hint, ...(details === undefined ? {} : { details }) });
