import { Button } from "antd";
import { type TemplatePart, templatePartIds, templateParts } from "#shared/forms/templates/edit/parts.ts";
import type { TemplateFault } from "#shared/forms/templates/templateFaults.ts";

type Props = Readonly<{ faults: readonly TemplateFault[]; onOpen: (part: TemplatePart) => void }>;

const mostShown = 4;

/** What keeps the template from being kept, each a way to its paper. */
export function FaultList({ faults, onOpen }: Props) {
  if (faults.length === 0) return null;
  return (
    <ul className="jf-template-faults" role="alert">
      {faults.slice(0, mostShown).map(({ path, message }) => {
        const part = templatePartIds.find((id) => id === path[0]) ?? "common";
        return (
          <li key={`${path.join()} ${message}`}>
            <Button type="link" size="small" disabled={false} onClick={() => onOpen(part)}>
              {templateParts[part].title}
            </Button>
            {message}
          </li>
        );
      })}
      {faults.length > mostShown ? <li>还有 {faults.length - mostShown} 处</li> : null}
    </ul>
  );
}
