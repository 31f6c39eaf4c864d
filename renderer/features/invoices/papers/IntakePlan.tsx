import type { FileKind, SortedFile } from "#shared/api/papers.ts";

type Words = Readonly<{ title: string; unit: string; what: string }>;

const kinds: Readonly<Record<FileKind, Words>> = {
  papers: {
    title: "发票原件",
    unit: "份",
    what: "读出票面上的发票号码，存到那张发票名下；账本里还没有的先等着，读不出号码的请您指定。",
  },
  eInvoices: {
    title: "数电票 XML",
    unit: "份",
    what: "存为发票的原件；账本里还没有的发票，收完可以接着导入。",
  },
  list: { title: "发票清单", unit: "个", what: "接着在“导入发票”里导入，一次一份，导完一份接着下一份。" },
  other: { title: "不能收的", unit: "个", what: "" },
};

const order: readonly FileKind[] = ["papers", "eInvoices", "list", "other"];
const mostNames = 4;

/** What each of the files is, and what would happen to it. */
export function IntakePlan({ files }: Readonly<{ files: readonly SortedFile[] }>) {
  return (
    <dl className="jf-intake-plan">
      {order.map((kind) => {
        const found = files.filter(({ is }) => is === kind);
        return found.length === 0 ? null : <Kind key={kind} kind={kind} files={found} />;
      })}
    </dl>
  );
}

function Kind({ kind, files }: Readonly<{ kind: FileKind; files: readonly SortedFile[] }>) {
  const { title, unit, what } = kinds[kind];
  const count = kind === "other" ? files.length : files.reduce((sum, file) => sum + file.count, 0);
  const names = files.slice(0, mostNames).map(({ fileName }) => fileName);
  return (
    <>
      <dt>
        {title}
        <span className="jf-soft jf-num">{` ${count} ${unit}`}</span>
      </dt>
      <dd>
        {what === "" ? null : <p>{what}</p>}
        {kind === "other" ? (
          <ul>
            {files.map(({ file, fileName, message }) => (
              <li key={file}>{message.includes(fileName) ? message : `“${fileName}”${message}`}</li>
            ))}
          </ul>
        ) : (
          <p className="jf-soft">{`${names.join("、")}${files.length > mostNames ? " 等" : ""}`}</p>
        )}
      </dd>
    </>
  );
}
