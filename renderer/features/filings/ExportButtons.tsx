import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { FormSubject } from "#shared/api/filings.ts";
import { type FilingFormat, type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { request } from "../../app/client.ts";
import { useSaveExport } from "../../components/useSaveExport.ts";

type Props = Readonly<{
  form: FormId;
  subject: FormSubject;
  /** The suggested file name. */
  name: string;
  asOf?: IsoDate | null;
}>;

const looks: Readonly<Record<FilingFormat, Readonly<{ label: string; icon: ReactNode }>>> = {
  xlsx: { label: "导出 Excel", icon: <FileExcelOutlined /> },
  pdf: { label: "导出 PDF", icon: <FilePdfOutlined /> },
  docx: { label: "导出 Word", icon: <FileWordOutlined /> },
};

/** Writes the paper where the officer says, and then offers the file and its folder. */
export function ExportButtons({ form, subject, name, asOf = null }: Props) {
  const exporting = useSaveExport();
  return (
    <>
      {formKindOf(form).formats.map((format, index) => (
        <Button
          key={format}
          type={index === 0 ? "primary" : "default"}
          icon={looks[format].icon}
          disabled={exporting.busy}
          onClick={() =>
            exporting.start(name, format, (file, as, options, allowMissing) =>
              request("filings.export", { form, subject, asOf, format: as, file, allowMissing }, options),
            )
          }
        >
          {looks[format].label}
        </Button>
      ))}
    </>
  );
}
