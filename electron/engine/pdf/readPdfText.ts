import { Worker } from "node:worker_threads";
import { UserError } from "#shared/kernel/errors.ts";
import type { RuledPage } from "#shared/text/ruledPage.ts";
import { badFile } from "../files/openFile.ts";
import type { ReadAnswer, ReadFault, ReadRequest } from "./readMessages.ts";

/** What can be read of a PDF: the lines of each page from top to bottom, an empty text for a page that is a picture. */
export type PdfText = Readonly<{
  pages: readonly string[];
  /** The same pages with where everything stands; empty unless it was asked for. */
  placed: readonly RuledPage[];
  /** How many pages it has; more than were read when it is longer than the limits. */
  pageCount: number;
}>;

export type PdfLimits = Readonly<{
  pages: number;
  characters: number;
  milliseconds: number;
  /** By which the process may grow meanwhile. */
  megabytes: number;
}>;

export const pdfLimits: PdfLimits = {
  pages: 200,
  characters: 2_000_000,
  milliseconds: 20_000,
  megabytes: 384,
};

/** Reads one PDF after another on a thread that is kept for the next one; `close` ends it. */
export type PdfReader = Readonly<{
  /**
   * Throws `bad-file` for what is no PDF, is locked with a password, has no pages, or takes too much time or memory;
   * `cancelled` when the signal says so.
   */
  read: (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<PdfText>;
  close: () => Promise<void>;
}>;

/** The text of one PDF. For several use `openPdfReader`: starting the thread takes longer than reading an invoice. */
export async function readPdfText(
  fileName: string,
  bytes: Uint8Array,
  options: Readonly<{ limits?: Partial<PdfLimits>; placed?: boolean; signal?: AbortSignal }> = {},
): Promise<PdfText> {
  const reader = openPdfReader(options.limits, options.placed);
  try {
    return await reader.read(fileName, bytes, options.signal);
  } finally {
    await reader.close();
  }
}

export function openPdfReader(given: Partial<PdfLimits> = {}, placed = false): PdfReader {
  const limits = { ...pdfLimits, ...given };
  let worker: Worker | undefined;
  let lastId = 0;
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  return {
    read: async (fileName, bytes, signal) => {
      worker ??= startWorker();
      lastId += 1;
      const { pages, characters } = limits;
      // A copy, because what is handed over to a thread is gone here.
      const request: ReadRequest = { id: lastId, bytes: Uint8Array.from(bytes), pages, characters, placed };
      const outcome = await ask(worker, request, limits, signal);
      if (typeof outcome === "string") {
        await end();
        throw refusal(fileName, outcome, limits);
      }
      if ("fault" in outcome) throw refusal(fileName, outcome.fault, limits);
      return { pages: outcome.pages, placed: outcome.placed, pageCount: outcome.pageCount };
    },
    close: end,
  };
}

/** Beside this file lies the thread's: as source, or made into a script with the rest of the program. */
function startWorker(): Worker {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./readWorker.${ending}`, import.meta.url), {
    // What PDF.js remarks on odd files is for its developers.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  worker.unref();
  return worker;
}

/** A word when the thread had to be stopped, or died. */
type Stopped = "time" | "large" | "cancelled";

const watchPause = 50;

function ask(
  worker: Worker,
  request: ReadRequest,
  { milliseconds, megabytes }: PdfLimits,
  signal: AbortSignal | undefined,
): Promise<ReadAnswer | Stopped> {
  const before = process.memoryUsage.rss();
  return new Promise((resolve, reject) => {
    const settle = (outcome: ReadAnswer | Stopped): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off("message", hear).off("error", fail);
      signal?.removeEventListener("abort", cancel);
      resolve(outcome);
    };
    const hear = (answer: ReadAnswer): void => {
      if (answer.id === request.id) settle(answer);
    };
    const fail = (error: Error): void => {
      if (!("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")) reject(error);
      settle("large");
    };
    const cancel = (): void => settle("cancelled");
    const timer = setTimeout(() => settle("time"), milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > megabytes * 1_048_576) settle("large");
    }, watchPause);
    worker.on("message", hear).on("error", fail);
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted) cancel();
    else worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
  });
}

function refusal(fileName: string, why: Stopped | ReadFault, { milliseconds }: PdfLimits): UserError {
  switch (why) {
    case "password":
      return badFile(
        fileName,
        "设了打开密码（已加密），读不出内容",
        "请取得没有密码的文件，或用“打印为 PDF”另存一份后再试。",
      );
    case "damaged":
      return badFile(fileName, "已损坏，或者不是 PDF", "请重新下载或重新复制这个文件，能打开后再试。");
    case "empty":
      return badFile(fileName, "里一页也没有", "请重新下载或重新复制这个文件，能打开后再试。");
    case "time":
      return badFile(
        fileName,
        `在 ${milliseconds / 1_000} 秒内没有读完`,
        "它不像一份普通的文件，请核实来源；确需使用时，用“打印为 PDF”另存一份后再试。",
      );
    case "large":
      return badFile(
        fileName,
        "解开后大得不正常，没有读完",
        "它不像一份普通的文件，请核实来源；确需使用时，用“打印为 PDF”另存一份后再试。",
      );
    case "cancelled":
      return new UserError({ code: "cancelled", message: "已取消。" });
    default:
      return why satisfies never;
  }
}
