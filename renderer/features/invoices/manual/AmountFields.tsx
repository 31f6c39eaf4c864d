import { ticketShapes } from "#shared/invoices/ticketKinds.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import type { Problems } from "../../../components/fields/problems.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { completedOf, type ManualDraft } from "./manualDraft.ts";

type Props = Readonly<{
  draft: ManualDraft;
  problems: Problems;
  onChange: (changes: Partial<ManualDraft>) => void;
}>;

/** Two of the three are typed; what they come to stands grey in the third. */
export function AmountFields({ draft, problems, onChange }: Props) {
  const { hasTax } = ticketShapes[draft.kind];
  const completed = completedOf(draft);
  const shown = (which: "net" | "tax" | "gross") =>
    "amounts" in completed ? { placeholder: formatYuan(completed.amounts[which]) } : {};
  return (
    <FieldGroup title={`金额（元）${hasTax ? "，填两项，另一项自动算出" : ""}`} columns={hasTax ? 3 : 1}>
      {hasTax ? (
        <>
          <Field label="不含税金额">
            {(id) => (
              <MoneyInput
                id={id}
                negative
                {...shown("net")}
                value={draft.netCents}
                onChange={(netCents) => onChange({ netCents })}
              />
            )}
          </Field>
          <Field label="税额">
            {(id) => (
              <MoneyInput
                id={id}
                negative
                {...shown("tax")}
                value={draft.taxCents}
                onChange={(taxCents) => onChange({ taxCents })}
              />
            )}
          </Field>
        </>
      ) : null}
      <Field label={hasTax ? "价税合计" : "金额"} needed={!hasTax} problem={problems.get("grossCents")}>
        {(id) => (
          <MoneyInput
            id={id}
            negative
            {...shown("gross")}
            value={draft.grossCents}
            onChange={(grossCents) =>
              onChange(hasTax ? { grossCents } : { grossCents, netCents: null, taxCents: null })
            }
          />
        )}
      </Field>
    </FieldGroup>
  );
}
