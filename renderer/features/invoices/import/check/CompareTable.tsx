import type { Output } from "../../../../app/client.ts";

type Field = Output<"invoices.compare">["fields"][number];

type Props = Readonly<{
  fields: readonly Field[];
  /** The ledger has it too. */
  isKnown: boolean;
  /** Where it stands in the file. */
  place: string;
}>;

const empty = <span className="jf-faint">空</span>;

/** The invoice in the ledger beside the one in the file; what differs stands first, underlined. */
export function CompareTable({ fields, isKnown, place }: Props) {
  const shown = isKnown
    ? fields.toSorted((a, b) => Number(b.differs) - Number(a.differs))
    : fields.filter(({ file }) => file !== "");
  return (
    <table className="jf-compare jf-selectable">
      <thead>
        <tr>
          <th>项目</th>
          {isKnown ? <th>账本中</th> : null}
          <th>
            文件中 <span className="jf-faint jf-num">{place}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ label, ledger, file, differs }) => (
          <tr key={label} data-differs={differs && isKnown}>
            <th scope="row">
              {label}
              {differs && isKnown ? <span className="jf-compare-mark">不同</span> : null}
            </th>
            {isKnown ? <td>{ledger || empty}</td> : null}
            <td>{file || empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
