import type { LabelledPeriod } from "#shared/schedule/periods.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { PercentInput } from "../../../components/fields/PercentInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import type { ShapeDraft } from "./planShape.ts";

type Props = Readonly<{
  periods: readonly LabelledPeriod[];
  draft: ShapeDraft;
  onChange: (draft: ShapeDraft) => void;
}>;

/** A share or an amount for each period. */
export function ShapeFields({ periods, draft, onChange }: Props) {
  if (draft.kind === "equal") return null;
  return (
    <div className="jf-plan-shape">
      <FieldGroup columns={4}>
        {periods.map(({ label, from }, index) => (
          <Field key={from} label={draft.kind === "shares" ? `${label}（%）` : `${label}（元）`}>
            {(id) =>
              draft.kind === "shares" ? (
                <PercentInput
                  id={id}
                  value={draft.sharesBp[index] ?? null}
                  onChange={(bp) => onChange({ ...draft, sharesBp: draft.sharesBp.with(index, bp) })}
                />
              ) : (
                <MoneyInput
                  id={id}
                  value={draft.amountsCents[index] ?? null}
                  onChange={(amount) =>
                    onChange({ ...draft, amountsCents: draft.amountsCents.with(index, amount) })
                  }
                />
              )
            }
          </Field>
        ))}
      </FieldGroup>
    </div>
  );
}
