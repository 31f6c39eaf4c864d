import { FileExcelOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { FileFormat } from "#shared/api/filings.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { type FormId, formKinds } from "#shared/forms/formKinds.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../app/client.ts";
import { useNotify } from "../../app/notify.ts";
import { useReportError } from "../../app/reportError.ts";
import { useLongWork } from "../../app/useLongWork.ts";

type Props = Readonly<{ form: FormId; project: ProjectChoice }>;

/** Writes the sheet where the officer says, and then offers the file and its folder. */
export function ExportButtons({ form, project }: Props) {
  const work = useLongWork();
  const notify = useNotify();
  const report = useReportError();

  const save = async (format: FileFormat) => {
    const picked = await request("shell.pickSave", {
      purpose: "export",
      suggestedName: `${project.name}${project.fiscalYear}年度${formKinds[form].title}`,
      format,
    });
    if (picked === null) return;
    const input = { form, subject: { projectId: asId(project.id) }, format, file: picked.file };
    const written = await work.run(`正在导出 ${picked.name}`, (options) =>
      request("filings.export", input, options),
    );
    if (written !== undefined) notify.exported(written.fileName, picked.file, written.warnings);
  };
  const start = (format: FileFormat) => () => void save(format).catch(report);
  const busy = work.running !== null;
  return (
    <>
      <Button icon={<FileExcelOutlined />} disabled={busy} onClick={start("xlsx")}>
        导出 Excel
      </Button>
      <Button type="primary" icon={<FilePdfOutlined />} loading={busy} onClick={start("pdf")}>
        导出 PDF
      </Button>
    </>
  );
}
