import { Button } from "antd";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { cents, formatYuan, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import type { FundingSource } from "#shared/model/project.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { type AutoSave, useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Section } from "../../../components/Page.tsx";
import { FundUse } from "./FundUse.tsx";
import {
  type FundingFields,
  fundingFields,
  fundingPlaces,
  fundingRows,
  fundingSum,
  statedSum,
} from "./funding.ts";
import "./funding.css";

/** 资金来源: the parts are filled in, the sums follow, and the budget lines must come to the year's. */
export function FundingSection({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const { project, funding, budgetLines } = detail;
  const save = useApiMutation("projects.saveFunding", { quiet: true });
  const store = (fields: FundingFields) =>
    save.mutateAsync({ projectId: project.id, sources: [...fundingRows(fields)] });
  const form = useAutoSave(fundingFields(funding), store);
  const annual = fundingSum(form.values, "annual");
  const lines = sumCents(budgetLines.map((line) => line.amountCents));
  return (
    <Section title="资金来源" note="单位：元">
      <FundingBlock form={form} scope="annual" title="年度资金申请总额" />
      <FundUse project={project} />
      <SumMismatch funding={funding} form={form} scope="annual" onMend={() => void store(form.values)} />
      {lines === annual ? null : (
        <p className="jf-funding-off">
          预算明细（原预算）合计 {formatYuan(lines)}，与年度资金申请总额相差{" "}
          {formatYuan(cents(Math.abs(annual - lines)))}。
        </p>
      )}
      <FundingBlock form={form} scope="total" title="项目资金总额" />
      <SumMismatch funding={funding} form={form} scope="total" onMend={() => void store(form.values)} />
      <p className="jf-faint">一年期项目两个总额相等；跨年度项目的总额是整个项目周期的金额。</p>
    </Section>
  );
}

type BlockProps = Readonly<{
  form: AutoSave<FundingFields>;
  scope: FundingSource["scope"];
  title: string;
}>;

function FundingBlock({ form, scope, title }: BlockProps) {
  return (
    <div className="jf-funding">
      <div className="jf-funding-sum">
        <span>{title}</span>
        <span className="jf-amount">{formatYuan(fundingSum(form.values, scope))}</span>
      </div>
      {fundingPlaces
        .filter((place) => place.scope === scope)
        .map(({ key, label }) => (
          <SavedField key={key} form={form} name={key} label={label}>
            {(control, { choose }) => (
              <MoneyInput {...control} onChange={(value) => choose(value ?? zeroCents)} />
            )}
          </SavedField>
        ))}
    </div>
  );
}

type MismatchProps = Readonly<{
  funding: readonly FundingSource[];
  form: AutoSave<FundingFields>;
  scope: FundingSource["scope"];
  onMend: () => void;
}>;

/** A paper that was taken over may state a sum its parts do not come to. */
function SumMismatch({ funding, form, scope, onMend }: MismatchProps) {
  const stated = statedSum(funding, scope);
  const sum = fundingSum(form.values, scope);
  if (stated === undefined || stated === sum || form.dirty || form.saving) return null;
  return (
    <p className="jf-funding-off">
      原填总额 {formatYuan(stated)}，与各项合计 {formatYuan(sum)} 不符。
      <Button size="small" onClick={onMend}>
        改为合计
      </Button>
    </p>
  );
}
