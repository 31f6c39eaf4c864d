import { Link } from "react-router";
import type { MatchChoice, MatchRow } from "#shared/api/matching.ts";
import { asId } from "#shared/kernel/id.ts";
import { bandWords } from "#shared/words/words.ts";
import { useApi } from "../../app/useApi.ts";
import { Amount } from "../../components/Amount.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Loaded, Section } from "../../components/Page.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import { SuggestedChoice } from "../../components/SuggestedChoice.tsx";
import { vendorText } from "./matchWords.ts";
import type { Parts } from "./ticked.ts";

type Props = Readonly<{
  invoiceId: string;
  /** Missing when it is on another page, or waits no more. */
  row: MatchRow | undefined;
  ticked: Parts | undefined;
  onTake: (parts: Parts) => void;
  onClose: () => void;
}>;

/** One invoice that waits: what it says, and every choice for it with the reasons. */
export function MatchPane({ invoiceId, row, ticked, onTake, onClose }: Props) {
  const choices = useApi("matching.choices", { invoiceId: asId(invoiceId) });
  return (
    <DetailPane
      title={row === undefined ? "发票" : `发票 ${row.number}`}
      note={row?.sellerName}
      actions={
        <>
          <Link to={`/invoices?invoice=${invoiceId}`}>看发票</Link>
          <Link to={`/payments?forInvoice=${invoiceId}&new=1`}>新建付款</Link>
        </>
      }
      onClose={onClose}
    >
      {row === undefined ? null : (
        <Facts
          items={[
            { label: "开票日期", value: row.issueDate },
            { label: "可付", value: <Amount value={row.freeCents} strong /> },
            { label: "内容", value: row.goods || "—" },
            { label: "备注", value: row.remark || "—" },
            { label: "供应商", value: vendorText(row), wide: true },
          ]}
        />
      )}
      {row === undefined ? null : <Suggested row={row} ticked={ticked} onTake={onTake} />}
      <Section title="单看这一张的各种可能" note="采用哪一个，就勾选哪一个；预览之后才生成付款">
        <Loaded query={choices}>
          {(list) => (
            <ul>
              {list.map((choice) => (
                <li key={choice.parts.map(({ instalmentId }) => instalmentId).join("|")}>
                  <SuggestedChoice
                    score={choice.score}
                    parts={choice.parts.map(({ instalmentId, label, amountCents }) => ({
                      key: instalmentId,
                      names: [label],
                      amountCents,
                    }))}
                    reasons={choice.reasons}
                    {...(choice.parts.length > 0 && {
                      take: {
                        isTaken: isTaken(choice, ticked),
                        word: "采用",
                        takenWord: "已采用",
                        onTake: () => onTake(partsOf(choice)),
                      },
                    })}
                  />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </DetailPane>
  );
}

const partsOf = ({ parts }: MatchChoice): Parts =>
  parts.map(({ instalmentId, amountCents }) => ({ instalmentId: asId(instalmentId), amountCents }));

const isTaken = (choice: MatchChoice, ticked: Parts | undefined): boolean =>
  ticked !== undefined && JSON.stringify(ticked) === JSON.stringify(partsOf(choice));

/** The choice among all that wait: what is taken when the row is ticked. */
function Suggested({ row, ticked, onTake }: Readonly<{ row: MatchRow } & Pick<Props, "ticked" | "onTake">>) {
  const hasParts = row.instalmentLabels.length > 0;
  return (
    <Section title={`建议：${bandWords[row.band]}`} note={hasParts ? `${row.score} 分` : undefined}>
      <SuggestedChoice
        score={null}
        parts={
          hasParts
            ? [{ key: "", names: [row.instalmentLabels.join("、")], amountCents: row.amountCents }]
            : []
        }
        reasons={row.reasons}
        {...(hasParts && {
          take: {
            isTaken: ticked === null,
            word: "勾选",
            takenWord: "已勾选",
            onTake: () => onTake(null),
          },
        })}
      />
    </Section>
  );
}
