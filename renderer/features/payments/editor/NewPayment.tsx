import { Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { BackButton } from "./BackButton.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";
import type { Source } from "./paymentForm.ts";
import { SourcePick } from "./SourcePick.tsx";

type Props = Readonly<{
  source: Source;
  onPick: (source: Source) => void;
  onSaved: (paymentId: string) => void;
  onCancel: () => void;
}>;

/** A new payment: from an invoice, from an instalment, or from nothing. */
export function NewPayment({ source, onPick, onSaved, onCancel }: Props) {
  const { scope, projects } = useScope();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const only = projects.length === 1 ? (projects[0]?.id ?? null) : null;
  const projectId = scope.projectId ?? chosen ?? only;
  const isPicked = isEmpty || source.invoiceId !== null || source.instalmentId !== null;
  const projectPick =
    scope.projectId !== null || projects.length < 2 ? null : (
      <Select
        aria-label="项目"
        placeholder="选择项目"
        style={{ minWidth: 220 }}
        value={projectId}
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
    );

  if (projectId !== null && isPicked)
    return <Proposed projectId={projectId} source={source} onSaved={onSaved} onCancel={onCancel} />;
  return (
    <Page>
      <PageHeader before={<BackButton onClick={onCancel} />} title="新建付款" actions={projectPick} />
      {projects.length === 0 ? (
        <EmptyState title="本年度还没有项目">
          请先在<Link to="/projects">项目</Link>中登记项目和预算明细，再申请付款。
        </EmptyState>
      ) : projectId === null ? (
        <EmptyState title="请先选择付款所属的项目">
          在右上角选择项目；也可以在窗口顶部选定一个项目。
        </EmptyState>
      ) : (
        <SourcePick onPick={onPick} onEmpty={() => setEmpty(true)} />
      )}
    </Page>
  );
}

type ProposedProps = Readonly<{
  projectId: string;
  source: Source;
  onSaved: (paymentId: string) => void;
  onCancel: () => void;
}>;

function Proposed({ projectId, source, onSaved, onCancel }: ProposedProps) {
  const { invoiceId, instalmentId } = source;
  const proposal = useApi("payments.propose", { projectId, invoiceId, instalmentId });
  return (
    <Loaded query={proposal}>
      {({ draft, suggestions, findings }) => (
        <PaymentEditor
          key={`${invoiceId} ${instalmentId}`}
          title="新建付款"
          form={draft.payment}
          allocations={draft.allocations}
          first={{ suggestions, findings }}
          projectId={asId(projectId)}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      )}
    </Loaded>
  );
}
