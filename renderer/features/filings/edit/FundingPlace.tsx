import type { ProjectDetail } from "#shared/api/projects.ts";
import { formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { fundingFields, fundingPlaces, fundingRows, fundingSum } from "../../projects/basics/funding.ts";
import { Place } from "./Place.tsx";

const scopes = [
  { scope: "annual", title: "年度资金申请总额" },
  { scope: "total", title: "项目资金总额" },
] as const;

/** The money of the project: its parts are filled in, the totals follow. */
export function FundingPlace({ detail: { project, funding } }: Readonly<{ detail: ProjectDetail }>) {
  const save = useApiMutation("projects.saveFunding", { quiet: true });
  const form = useAutoSave(fundingFields(funding), (fields) =>
    save.mutateAsync({ projectId: project.id, sources: [...fundingRows(fields)] }),
  );
  return scopes.map(({ scope, title }) => (
    <Place key={scope} name={`${scope}.sum`}>
      <p className="jf-edit-sum">
        <span>{title}（元）</span>
        <b className="jf-num">{formatYuan(fundingSum(form.values, scope))}</b>
      </p>
      {fundingPlaces
        .filter((place) => place.scope === scope)
        .map(({ key, kind, label }) => (
          <Place key={key} name={`${scope}.${kind}`}>
            <SavedField form={form} name={key} label={label}>
              {(control, { choose }) => (
                <MoneyInput {...control} onChange={(value) => choose(value ?? zeroCents)} />
              )}
            </SavedField>
          </Place>
        ))}
    </Place>
  ));
}
