import { useState } from "react";
import type { PlanPreview } from "#shared/api/agreements.ts";
import {
  type ContractDetail,
  type ContractInput,
  type ContractView,
  contractRoutes,
} from "#shared/api/contracts.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { noProblems, problemNames, problemsOf } from "../../components/fields/problems.ts";
import { ContractPartyFields } from "./ContractPartyFields.tsx";
import { ContractTermFields } from "./ContractTermFields.tsx";
import { type ContractDraft, draftOf, newContract, termProblem, withOnlyChoices } from "./contractDraft.ts";
import { hasChanges } from "./plan/planDifference.ts";
import { planMayDiffer } from "./plan/planShape.ts";
import { SavePlanDialog } from "./plan/SavePlanDialog.tsx";

type Props = Readonly<{
  /** Null for a new one. */
  contract: ContractView | null;
  /** What a new one renews or is called off from, with the terms proposed for it. */
  next?: Readonly<{ kind: "renewal" | "callOff"; draft: ContractInput; from: ContractView }>;
  onClose: () => void;
  onSaved: (detail: ContractDetail) => void;
}>;

const onlyOne = (projects: readonly ProjectChoice[]): Id | null =>
  projects.length === 1 && projects[0] !== undefined ? asId(projects[0].id) : null;

const schema = contractRoutes["contracts.save"].input;

const titles = { renewal: "续签", callOff: "按框架下单" } as const;

/** A contract on one sheet; what it lacks, and what it would change in the plan, is said before it is saved. */
export function ContractForm({ contract, next, onClose, onSaved }: Props) {
  const { scope, fiscalYear, projects } = useScope();
  const { done, warned } = useNotify();
  const [first] = useState<ContractDraft>(
    () =>
      next?.draft ??
      (contract === null ? newContract(scope.projectId ?? onlyOne(projects), fiscalYear) : draftOf(contract)),
  );
  const [typed, setDraft] = useState(first);
  const draft = useOnlyChoices(typed, contract === null);
  const [tried, setTried] = useState(false);
  const [preview, setPreview] = useState<PlanPreview | null>(null);
  const parsed = schema.safeParse(draft);
  const wrongTerm = termProblem(draft);
  const own = problemsOf(schema, draft);
  const all = wrongTerm === undefined ? own : new Map([...own, ["endDate", wrongTerm]]);

  const saved = (word: string) => (detail: ContractDetail) => {
    done(word);
    onSaved(detail);
  };
  const save = useApiMutation("contracts.save", {
    onSuccess: (detail) =>
      saved(
        contract !== null
          ? "合同已保存"
          : detail.instalments.length > 0
            ? "合同已登记，付款计划已排好"
            : "合同已登记",
      )(detail),
  });
  const renew = useApiMutation("contracts.renew", {
    onSuccess: (detail) => {
      const { leftBehind } = detail;
      if (leftBehind.length === 0) saved("续签的合同已登记")(detail);
      else {
        warned("续签的合同已登记，有内容没有带入", leftBehind);
        onSaved(detail);
      }
    },
  });
  const saveAndPlan = useApiMutation("contracts.saveAndPlan", {
    onSuccess: saved("合同已保存，付款计划已相应调整"),
  });
  const ask = useApiMutation("contracts.previewSave", {
    changes: false,
    onSuccess: (answer, input) => {
      if (hasChanges(answer.difference) || answer.offCents !== 0) setPreview(answer);
      else save.mutate(input);
    },
  });
  const submit = () => {
    setTried(true);
    if (!parsed.success || wrongTerm !== undefined) return;
    if (next?.kind === "renewal") renew.mutate({ fromId: next.from.id, contract: parsed.data });
    else if (contract !== null && planMayDiffer(contract, parsed.data)) ask.mutate(parsed.data);
    else save.mutate(parsed.data);
  };
  const fields = {
    draft,
    change: (changes: Partial<ContractDraft>) => setDraft((now) => ({ ...now, ...changes })),
    problems: tried ? all : noProblems,
  };
  const pending = save.isPending || renew.isPending || ask.isPending || saveAndPlan.isPending;
  return (
    <FormDialog
      as="drawer"
      width={720}
      title={
        contract !== null
          ? `修改合同 ${contract.contractNo}`
          : next === undefined
            ? "新建合同"
            : `${titles[next.kind]}：${next.from.contractNo}`
      }
      pending={pending}
      changed={typed !== first}
      problem={tried && all.size > 0 ? `还不能保存：${problemNames(all)}` : ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <ContractPartyFields {...fields} />
      <ContractTermFields {...fields} />
      {preview === null || !parsed.success ? null : (
        <SavePlanDialog
          preview={preview}
          pending={pending}
          onSaveAndPlan={() => saveAndPlan.mutate(parsed.data)}
          onSaveOnly={() => save.mutate(parsed.data)}
          onClose={() => setPreview(null)}
        />
      )}
    </FormDialog>
  );
}

/** A new contract need not ask for the one unit and the one budget line there are. */
function useOnlyChoices(draft: ContractDraft, isNew: boolean): ContractDraft {
  const units = useApi("office.get", {}, { enabled: isNew });
  const project = useApi(
    "projects.get",
    { id: draft.projectId ?? asId("none") },
    { enabled: isNew && draft.projectId !== null },
  );
  if (!isNew) return draft;
  return withOnlyChoices(draft, {
    unitIds: (units.data?.units ?? []).map((unit) => unit.id),
    lineIds: (project.data?.budgetLines ?? []).map((line) => line.id),
  });
}
