import { RequestError } from "./client.ts";

/** What is said of an error, wherever it is shown. */
export type ErrorText = Readonly<{ message: string; hint: string | undefined }>;

/** The sentence and the advice of a refusal; anything else is a fault of ours and says so. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof RequestError) return { message: error.message, hint: error.hint };
  const words = error instanceof Error ? error.message : String(error);
  return {
    message: "程序出现意外，刚才的操作没有完成。",
    hint: `账本没有损坏，请再试一次；仍然不行时，请把这句话告诉维护人员：${words}`,
  };
}
