import { Button, Tabs } from "antd";
import { useState } from "react";
import type { NeedDetail } from "#shared/api/needs.ts";
import { asId } from "#shared/kernel/id.ts";
import { useClosedYear } from "../../app/closedYear.ts";
import { useApi } from "../../app/useApi.ts";
import { MoreMenu } from "../../components/MoreMenu.tsx";
import { Loaded } from "../../components/Page.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { IssueTab } from "./IssueTab.tsx";
import { NeedFacts } from "./NeedFacts.tsx";
import { NeedForm } from "./NeedForm.tsx";
import { sizeColumns } from "./needColumns.ts";
import { PaymentTab } from "./PaymentTab.tsx";
import { PeopleTab } from "./PeopleTab.tsx";

type Props = Readonly<{ needId: string; onClose: () => void }>;

/** One need: what it comes to, who is due, what was handed out and what paid for it. */
export function NeedDetailPane({ needId, onClose }: Props) {
  const query = useApi("needs.get", { id: asId(needId) });
  const { data } = query;
  return (
    <DetailPane
      title={data?.need.name ?? "需求"}
      note={
        data === undefined
          ? undefined
          : [data.need.projectName, data.need.budgetLineName].filter(Boolean).join("　")
      }
      actions={data === undefined ? undefined : <Actions detail={data} onVoided={onClose} />}
      onClose={onClose}
    >
      <Loaded query={query}>
        {(detail) => (
          <div className="jf-need">
            <NeedFacts detail={detail} />
            <DetailTabs detail={detail} />
          </div>
        )}
      </Loaded>
    </DetailPane>
  );
}

function DetailTabs({ detail }: Readonly<{ detail: NeedDetail }>) {
  const { need, people, sizes, issues, payments } = detail;
  const byPerson = need.perPerson !== null;
  const [chosen, setChosen] = useState<string | null>(null);
  const tabs = [
    ...(byPerson
      ? [
          { key: "people", label: `应发名单 ${need.dueCount ?? 0}/${people.length}` },
          { key: "sizes", label: "按尺码" },
        ]
      : []),
    { key: "issues", label: `发放记录 ${issues.length}` },
    { key: "payments", label: `付款 ${payments.length}` },
  ];
  const tab = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  return (
    <>
      <Tabs size="small" activeKey={tab?.key ?? "issues"} onChange={setChosen} items={tabs} />
      <div className="jf-need-tab">{contentOf(tab?.key)}</div>
    </>
  );

  function contentOf(key: string | undefined) {
    switch (key) {
      case "people":
        return <PeopleTab detail={detail} />;
      case "sizes":
        return (
          <DataTable
            title={`${need.name} 按尺码`}
            columns={sizeColumns}
            rows={sizes}
            rowKey={(row) => row.size}
            empty={<p className="jf-soft">没有应发的人员。</p>}
          />
        );
      case "payments":
        return <PaymentTab detail={detail} />;
      default:
        return <IssueTab detail={detail} />;
    }
  }
}

type Dialog = "issue" | "edit" | "void" | null;

function Actions({ detail, onVoided }: Readonly<{ detail: NeedDetail; onVoided: () => void }>) {
  const { need } = detail;
  const closed = useClosedYear();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Button
        type="primary"
        disabled={need.perPerson !== null && need.dueCount === 0}
        onClick={() => setDialog("issue")}
      >
        {need.perPerson === null ? "登记发放……" : `发给 ${need.dueCount} 人……`}
      </Button>
      <MoreMenu
        // What was bought is handed out when it is needed; what was planned to be bought is over with its year.
        disabled={closed !== null}
        menu={{
          items: [
            { key: "edit", label: "修改……" },
            { key: "void", label: "作废……", danger: true },
          ],
          onClick: ({ key }) => setDialog(key === "edit" ? "edit" : "void"),
        }}
      >
        <WriteButton>更多</WriteButton>
      </MoreMenu>
      {dialog === "issue" ? <IssueDialog detail={detail} people={null} onClose={close} /> : null}
      {dialog === "edit" ? <NeedForm need={need} onClose={close} onSaved={close} /> : null}
      {dialog === "void" ? (
        <VoidDialog
          route="needs.void"
          id={need.id}
          name={need.name}
          text="作废后不再计入计划和名单，记录仍然保留。已有发放记录的不能作废。"
          onVoided={onVoided}
          onClose={close}
        />
      ) : null}
    </>
  );
}
