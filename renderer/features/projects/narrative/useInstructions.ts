import { useApi } from "../../../app/useApi.ts";

/** What the official form says is to be written under a heading of 情况说明; empty for a heading of the office's own. */
export function useInstructions(templateId: string): (heading: string) => string {
  const templates = useApi("templates.list", {}).data ?? [];
  const { template } = templates.find((known) => known.template.id === templateId) ?? templates[0] ?? {};
  return (heading) =>
    template?.narrative.headings.find((known) => known.heading === heading)?.instruction ?? "";
}
