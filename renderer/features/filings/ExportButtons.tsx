import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { type FilingFormat, type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../app/client.ts";
import { useNotify } from "../../app/notify.ts";
import { useReportError } from "../../app/reportError.ts";
import { useLongWork } from "../../app/useLongWork.ts";

type Props = Readonly<{ form: FormId; project: ProjectChoice }>;

const looks: Readonly<Record<FilingFormat, Readonly<{ label: string; icon: ReactNode }>>> = {
  xlsx: { label: "导出 Excel", icon: <FileExcelOutlined /> },
  pdf: { label: "导出 PDF", icon: <FilePdfOutlined /> },
  docx: { label: "导出 Word", icon: <FileWordOutlined /> },
};

/** Writes the paper where the officer says, and then offers the file and its folder. */
export function ExportButtons({ form, project }: Props) {
  const work = useLongWork();
  const notify = useNotify();
  const report = useReportError();
  const { title, formats } = formKindOf(form);

  const save = async (format: FilingFormat) => {
    const picked = await request("shell.pickSave", {
      purpose: "export",
      suggestedName: `${project.name}${project.fiscalYear}年度${title}`,
      format,
    });
    if (picked === null) return;
    const input = { form, subject: { projectId: asId(project.id) }, format, file: picked.file };
    const written = await work.run(`正在导出 ${picked.name}`, (options) =>
      request("filings.export", input, options),
    );
    if (written !== undefined) notify.exported(written.fileName, picked.file, written.warnings);
  };
  const busy = work.running !== null;
  return (
    <>
      {formats.map((format, index) => (
        <Button
          key={format}
          type={index === 0 ? "primary" : "default"}
          icon={looks[format].icon}
          disabled={busy}
          onClick={() => void save(format).catch(report)}
        >
          {looks[format].label}
        </Button>
      ))}
    </>
  );
}
