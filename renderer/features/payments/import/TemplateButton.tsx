import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { request } from "../../../app/client.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";

/** Saves the empty list that the import reads. */
export function TemplateButton() {
  const report = useReportError();
  const { exported } = useNotify();
  const save = async () => {
    const place = { purpose: "export", suggestedName: "付款登记表", format: "xlsx" } as const;
    const picked = await request("shell.pickSave", place);
    if (picked === null) return;
    const { fileName } = await request("paymentImport.template", { file: picked.file });
    exported(fileName, picked.file);
  };
  return (
    <Button icon={<DownloadOutlined />} onClick={() => void save().catch(report)}>
      下载模板
    </Button>
  );
}
