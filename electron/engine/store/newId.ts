import { randomUUID } from "node:crypto";
import { asId, type Id } from "#shared/kernel/id.ts";

/** Makes ids that sort by the time they were made (UUID version 7). */
export function newId(): Id {
  const time = Date.now().toString(16).padStart(12, "0");
  // Random parts come from a ready version 4: Node keeps a store of those, and imports need 200,000.
  return asId(`${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`);
}
