import type { ComparedLine } from "#shared/invoices/compareSides.ts";
import { Amount } from "../../../../components/Amount.tsx";

type Props = Readonly<{
  ledger: readonly ComparedLine[];
  file: readonly ComparedLine[];
  /** The ledger has the invoice too. */
  isKnown: boolean;
}>;

/** The lines of both sides; those that only one side has stand out. One table where both are the same. */
export function ComparedLines({ ledger, file, isKnown }: Props) {
  const differs = isKnown && [...ledger, ...file].some((line) => line.differs);
  if (!differs) return <Lines lines={file.length > 0 ? file : ledger} />;
  return (
    <>
      <Lines title="账本中" lines={ledger} />
      <Lines title="文件中" lines={file} />
    </>
  );
}

function Lines({ title, lines }: Readonly<{ title?: string; lines: readonly ComparedLine[] }>) {
  return (
    <table className="jf-compare jf-compare-lines jf-selectable">
      <thead>
        <tr>
          <th>{title === undefined ? "货物或服务" : `${title}：货物或服务`}</th>
          <th className="jf-right">数量</th>
          <th className="jf-right">金额</th>
          <th className="jf-right">税率</th>
          <th className="jf-right">税额</th>
        </tr>
      </thead>
      <tbody>
        {lines.length === 0 ? (
          <tr>
            <td colSpan={5} className="jf-faint">
              没有明细
            </td>
          </tr>
        ) : (
          lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an invoice may be equal
            <tr key={index} data-differs={line.differs}>
              <td>
                {[line.goodsName, line.spec].filter(Boolean).join(" ")}
                {line.differs ? <span className="jf-compare-mark">不同</span> : null}
              </td>
              <td className="jf-right">
                {line.quantity}
                {line.unitName}
              </td>
              <td className="jf-right">
                <Amount value={line.netCents} />
              </td>
              <td className="jf-right">{line.taxRate}</td>
              <td className="jf-right">
                <Amount value={line.taxCents} />
              </td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}
