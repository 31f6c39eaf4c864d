import { Input, Select } from "antd";
import { asId } from "#shared/kernel/id.ts";
import { contractStateWords } from "#shared/words/words.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { choices, clearable } from "../../components/choices.ts";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import type { Problems } from "../../components/fields/problems.ts";
import type { ContractDraft } from "./contractDraft.ts";
import { VendorPick } from "./VendorPick.tsx";

export type ContractFieldsProps = Readonly<{
  draft: ContractDraft;
  change: (changes: Partial<ContractDraft>) => void;
  problems: Problems;
}>;

/** What it is called, whose it is, and from which money it is paid. */
export function ContractPartyFields({ draft, change, problems }: ContractFieldsProps) {
  const { projects } = useScope();
  const project = useApi(
    "projects.get",
    { id: draft.projectId ?? asId("none") },
    { enabled: draft.projectId !== null },
  );
  const units = useApi("office.get", {});
  return (
    <>
      <FieldGroup title="合同">
        <Field label="合同编号" needed problem={problems.get("contractNo")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.contractNo ?? ""}
              onChange={(event) => change({ contractNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="状态">
          {(id) => (
            <Select
              id={id}
              value={draft.state}
              options={choices(contractStateWords)}
              onChange={(state) => change({ state })}
            />
          )}
        </Field>
        <Field label="合同名称" needed wide problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              value={draft.name ?? ""}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="合同标的" note="例如：巡查记录仪租赁">
          {(id) => (
            <Input
              id={id}
              value={draft.subject ?? ""}
              onChange={(event) => change({ subject: event.target.value })}
            />
          )}
        </Field>
        <Field label="采购方式" note="例如：比选、竞争性磋商">
          {(id) => (
            <Input
              id={id}
              value={draft.procurementMethod ?? ""}
              onChange={(event) => change({ procurementMethod: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
      <FieldGroup title="双方和资金">
        <Field label="供应商" needed problem={problems.get("vendorId")}>
          {(id) => (
            <VendorPick id={id} value={draft.vendorId} onChange={(vendorId) => change({ vendorId })} />
          )}
        </Field>
        <Field label="甲方（本单位）">
          {(id) => (
            <Select
              id={id}
              allowClear={clearable}
              value={draft.ownUnitId}
              options={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.currentName }))}
              onChange={(ownUnitId) => change({ ownUnitId: ownUnitId ?? null })}
            />
          )}
        </Field>
        <Field label="项目" needed problem={problems.get("projectId")}>
          {(id) => (
            <Select
              id={id}
              value={draft.projectId}
              options={projects.map((item) => ({ value: asId(item.id), label: item.name }))}
              onChange={(projectId) => change({ projectId, budgetLineId: null })}
            />
          )}
        </Field>
        <Field
          label="预算明细"
          needed
          problem={problems.get("budgetLineId")}
          note={draft.projectId === null ? "请先选择项目。" : undefined}
        >
          {(id) => (
            <Select
              id={id}
              disabled={draft.projectId === null}
              value={draft.budgetLineId}
              options={(project.data?.budgetLines ?? []).map((line) => ({
                value: line.id,
                label: line.name,
              }))}
              onChange={(budgetLineId) => change({ budgetLineId })}
            />
          )}
        </Field>
      </FieldGroup>
    </>
  );
}
