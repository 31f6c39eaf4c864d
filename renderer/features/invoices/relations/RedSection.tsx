import { Button, Input } from "antd";
import { useState } from "react";
import type { InvoiceDetail } from "#shared/api/invoices.ts";
import type { InvoiceBrief } from "#shared/invoices/relation.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Section } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { InvoiceLinks } from "../../contracts/timeline/InstalmentPapers.tsx";
import "./relations.css";

/** The blue invoice of a red one, or the red ones of a blue one; what does not fit between them is said. */
export function RedSection({ detail }: Readonly<{ detail: InvoiceDetail }>) {
  const { invoice, pair } = detail;
  if (invoice.isRed === 1) return <BlueOfRed detail={detail} />;
  if (pair === null) return null;
  return (
    <Section title="红字发票">
      <ul className="jf-red-list">
        {pair.reds.map((red) => (
          <BriefLine key={red.id} invoice={red} />
        ))}
      </ul>
      {pair.reds.length === 0 ? null : (
        <p className="jf-soft">
          价税合计加红字，可付 <Amount value={pair.payableCents} /> 元。
        </p>
      )}
      {pair.doubt === null ? null : <p className="jf-status-warn">{pair.doubt}</p>}
    </Section>
  );
}

function BriefLine({ invoice, children }: Readonly<{ invoice: InvoiceBrief; children?: React.ReactNode }>) {
  return (
    <li>
      <PaperLink kind="invoice" id={invoice.id}>
        <span className="jf-num">{invoice.number}</span>
      </PaperLink>
      <span className="jf-num jf-soft">{invoice.issueDate}</span>
      <Amount value={invoice.grossCents} />
      {children}
    </li>
  );
}

function BlueOfRed({ detail: { invoice, lone } }: Readonly<{ detail: InvoiceDetail }>) {
  const { done } = useNotify();
  const [typed, setTyped] = useState<string | null>(null);
  const set = useApiMutation("invoices.setBlue", {
    onSuccess: ({ invoice: { blueNumber } }) => {
      setTyped(null);
      done(blueNumber === null ? "已取消对应" : "已对应到蓝字发票");
    },
  });
  const link = (blueNumber: string | null) => set.mutate({ id: invoice.id, blueNumber });
  /** Only the button that was pressed waits: the next step is open before all figures are there anew. */
  const isLinking = (blueNumber: string | null) => set.isPending && set.variables.blueNumber === blueNumber;
  const wanted = (typed ?? "").trim() || null;
  const isOpen = invoice.voidedAt === null;
  return (
    <Section
      title="对应的蓝字发票"
      actions={
        !isOpen || typed !== null ? null : (
          <>
            {invoice.blueNumber === null ? null : (
              <Button size="small" type="text" loading={isLinking(null)} onClick={() => link(null)}>
                取消对应
              </Button>
            )}
            <Button size="small" onClick={() => setTyped(invoice.blueNumber ?? "")}>
              {invoice.blueNumber === null ? "填写蓝字号码" : "改为另一张"}
            </Button>
          </>
        )
      }
    >
      {invoice.blueNumber === null ? null : (
        <p>
          <InvoiceLinks numbers={[invoice.blueNumber]} />
        </p>
      )}
      {typed === null ? null : (
        <form
          className="jf-blue-form"
          onSubmit={(event) => {
            event.preventDefault();
            link(wanted);
          }}
        >
          <Input
            autoFocus
            className="jf-num"
            aria-label="蓝字发票号码"
            placeholder="蓝字发票号码"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.preventDefault();
              setTyped(null);
            }}
          />
          <Button type="primary" htmlType="submit" loading={isLinking(wanted)}>
            对应
          </Button>
          <Button onClick={() => setTyped(null)}>取消</Button>
        </form>
      )}
      {lone === null ? null : (
        <>
          <p className="jf-status-warn">
            {lone.namedNumber === null
              ? "没有写明冲的是哪一张，可付金额还没有扣减。"
              : "账本中没有这张蓝字发票；它导入或登记后自动对应。"}
          </p>
          {lone.candidates.length === 0 ? null : (
            <>
              <p className="jf-soft">可能是下面这些，请对照红字发票原件再确定：</p>
              <ul className="jf-red-list">
                {lone.candidates.map(({ invoice: blue, reasons }) => (
                  <BriefLine key={blue.id} invoice={blue}>
                    <span className="jf-soft jf-blue-reasons">{reasons.join("；")}</span>
                    <Button
                      size="small"
                      aria-label={`对应 ${blue.number}`}
                      loading={isLinking(blue.number)}
                      onClick={() => link(blue.number)}
                    >
                      对应
                    </Button>
                  </BriefLine>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Section>
  );
}
