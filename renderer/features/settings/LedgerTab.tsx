import { DownloadOutlined, FolderOpenOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { request } from "../../app/client.ts";
import { useNotify } from "../../app/notify.ts";
import { useReportError } from "../../app/reportError.ts";
import { useStatus, useToday } from "../../app/status.ts";
import { useLedgerCommands } from "../../app/useLedgerCommands.ts";
import { useLongWork } from "../../app/useLongWork.ts";
import { Facts } from "../../components/Facts.tsx";
import { Section } from "../../components/Page.tsx";
import { ProgressPanel } from "../../components/ProgressPanel.tsx";

/** 账本: where it is, and how to take it along. */
export function LedgerTab() {
  const { ledger } = useStatus();
  const today = useToday();
  const commands = useLedgerCommands();
  const work = useLongWork();
  const notify = useNotify();
  const report = useReportError();
  if (ledger === null) return null;

  const dump = async () => {
    const picked = await request("shell.pickSave", {
      purpose: "export",
      suggestedName: `${ledger.name}-${today}`,
      format: "json",
    });
    if (picked === null) return;
    const written = await work.run("正在导出账本", (options) =>
      request("ledger.dump", { file: picked.file }, options),
    );
    if (written !== undefined) notify.exported(written.fileName, picked.file);
  };
  const verify = async () => {
    const verdict = await request("ledger.verify", {});
    if (verdict.problem === null) notify.done(`变更记录共 ${verdict.entries} 条，前后相扣，没有被改动。`);
    else notify.failed({ message: verdict.problem, hint: "请保留这个文件，并从最近的备份核对。" });
  };
  return (
    <div className="jf-settings-narrow">
      <ProgressPanel work={work} />
      <Section title="当前账本">
        <Facts
          columns={1}
          items={[
            { label: "名称", value: ledger.name },
            { label: "位置", value: ledger.path },
            { label: "预算年度", value: ledger.years.join("、") },
            { label: "项目", value: `${ledger.projects.length} 个` },
          ]}
        />
        <p className="jf-settings-buttons">
          <Button icon={<FolderOpenOutlined />} onClick={commands.open}>
            打开其他账本…
          </Button>
          <Button icon={<SafetyCertificateOutlined />} onClick={() => void verify().catch(report)}>
            核验变更记录
          </Button>
          <Button onClick={commands.close}>关闭账本</Button>
        </p>
        <p className="jf-soft">
          账本是这一个文件，每次改动都立即写入。另外保存一份，请先关闭账本再复制文件。
        </p>
      </Section>
      <Section title="导出全部数据">
        <p className="jf-soft">
          把账本里的全部记录写成一个 JSON
          文件，金额以分为单位。可以存档，也可以用命令行（load）装入另一台电脑上的新账本。
        </p>
        <p className="jf-settings-buttons">
          <Button
            icon={<DownloadOutlined />}
            disabled={work.running !== null}
            onClick={() => void dump().catch(report)}
          >
            导出 JSON…
          </Button>
        </p>
      </Section>
    </div>
  );
}
