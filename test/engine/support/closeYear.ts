import { seenOf } from "#shared/api/years.ts";
import type { EngineDesk } from "./engineDesk.ts";

/** 关账, with a reason for whatever stands in its way. */
export async function closeYear({ ask }: Pick<EngineDesk, "ask">, year: number): Promise<void> {
  const { items } = await ask("years.checkClose", { year });
  const accepted = items
    .filter((item) => item.blocking)
    .map((item) => ({ check: item.check, reason: "示例", seen: [...seenOf(item)] }));
  await ask("years.close", { year, reason: "年终关账", accepted });
}
