import type { FilingPreview } from "#shared/api/filings.ts";
import { isProse } from "#shared/forms/prose.ts";
import { FormPreview } from "../../components/FormPreview.tsx";
import { ProsePreview } from "../../components/ProsePreview.tsx";
import type { PaperPlaces } from "../../components/paperPlaces.tsx";

type Props = Readonly<{
  preview: FilingPreview;
  /** Where places of the paper lead to their fields. */
  places?: PaperPlaces | undefined;
}>;

/** A paper as it will be printed; of a long one its beginning and its total. */
export function PaperPreview({ preview: { form, rowsLeft }, places }: Props) {
  if (isProse(form)) return <ProsePreview prose={form} places={places} />;
  return (
    <div className="jf-paper-preview">
      {rowsLeft === 0 ? null : (
        <p className="jf-soft" role="status">
          这张表很长，预览略去了中间 {rowsLeft.toLocaleString("zh-CN")} 行；导出的文件是完整的。
        </p>
      )}
      <FormPreview form={form} places={places} />
    </div>
  );
}
