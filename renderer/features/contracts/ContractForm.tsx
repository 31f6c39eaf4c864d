import { Button, Drawer } from "antd";
import { useState } from "react";
import type { ContractDetail, ContractView } from "#shared/api/contracts.ts";
import { contractRoutes } from "#shared/api/contracts.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { noProblems, problemNames, problemsOf } from "../../components/fields/problems.ts";
import { ContractPartyFields } from "./ContractPartyFields.tsx";
import { ContractTermFields } from "./ContractTermFields.tsx";
import { type ContractDraft, draftOf, newContract, termProblem } from "./contractDraft.ts";
import { planMayDiffer } from "./plan/planShape.ts";

type Props = Readonly<{
  /** Null for a new one. */
  contract: ContractView | null;
  onClose: () => void;
  onSaved: (detail: ContractDetail, planMayDiffer: boolean) => void;
}>;

const onlyOne = (projects: readonly ProjectChoice[]): Id | null =>
  projects.length === 1 && projects[0] !== undefined ? asId(projects[0].id) : null;

const schema = contractRoutes["contracts.save"].input;

/** A contract on one sheet; what it lacks is said when it is to be saved. */
export function ContractForm({ contract, onClose, onSaved }: Props) {
  const { scope, fiscalYear, projects } = useScope();
  const { done } = useNotify();
  const [draft, setDraft] = useState<ContractDraft>(() =>
    contract === null ? newContract(scope.projectId ?? onlyOne(projects), fiscalYear) : draftOf(contract),
  );
  const [tried, setTried] = useState(false);
  const parsed = schema.safeParse(draft);
  const wrongTerm = termProblem(draft);
  const own = problemsOf(schema, draft);
  const all = wrongTerm === undefined ? own : new Map([...own, ["endDate", wrongTerm]]);

  const save = useApiMutation("contracts.save", {
    onSuccess: (detail) => {
      done(contract === null ? "合同已登记，付款计划已排好" : "合同已保存");
      onSaved(detail, contract !== null && planMayDiffer(contract, detail.contract));
    },
  });
  const submit = () => {
    setTried(true);
    if (parsed.success && wrongTerm === undefined) save.mutate(parsed.data);
  };
  const fields = {
    draft,
    change: (changes: Partial<ContractDraft>) => setDraft((now) => ({ ...now, ...changes })),
    problems: tried ? all : noProblems,
  };
  return (
    <Drawer
      open
      size={720}
      title={contract === null ? "新建合同" : `修改合同 ${contract.contractNo}`}
      // A click beside the sheet must not lose what was typed.
      mask={{ closable: false }}
      onClose={onClose}
      footer={
        <div className="jf-drawer-foot">
          <span className="jf-field-problem" role="status">
            {tried && all.size > 0 ? `还不能保存：${problemNames(all)}` : ""}
          </span>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.isPending} onClick={submit}>
            保存
          </Button>
        </div>
      }
    >
      <ContractPartyFields {...fields} />
      <ContractTermFields {...fields} />
    </Drawer>
  );
}
