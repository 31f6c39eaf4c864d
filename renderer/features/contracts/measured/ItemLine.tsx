import { Input } from "antd";
import { Amount } from "../../../components/Amount.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { formatDecimal } from "../../../components/inputs/readDecimal.ts";
import { amountOf, type ItemDraft, type ItemPart } from "./measureDraft.ts";

type Props = Readonly<{
  item: ItemDraft;
  /** What is left out although the line needs it, once saving was tried. */
  missing: readonly ItemPart[];
  autoFocus: boolean;
  onChange: (changes: Partial<ItemDraft>) => void;
}>;

/** One line of a measurement: by an agreed price only the quantity is open. */
export function ItemLine({ item, missing, autoFocus, onChange }: Props) {
  const isAgreed = item.contractPriceId !== null;
  const wrong = (part: ItemPart) => (missing.includes(part) ? "jf-field-wrong" : "");
  return (
    <tr>
      <td className={wrong("name")}>
        {isAgreed ? (
          item.name
        ) : (
          <Input
            aria-label="品名"
            value={item.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </td>
      <td>
        {isAgreed ? (
          item.unitName
        ) : (
          <Input
            aria-label="单位"
            value={item.unitName}
            onChange={(event) => onChange({ unitName: event.target.value })}
          />
        )}
      </td>
      <td className={`jf-right jf-num ${wrong("unitPrice")}`}>
        {isAgreed ? (
          item.unitPrice && formatDecimal(item.unitPrice)
        ) : (
          <DecimalInput
            aria-label="单价"
            value={item.unitPrice}
            onChange={(unitPrice) => onChange({ unitPrice })}
          />
        )}
      </td>
      <td className={wrong("quantity")}>
        <DecimalInput
          aria-label={`${item.name}数量`}
          autoFocus={autoFocus}
          value={item.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
      </td>
      <td className="jf-right">
        <Amount value={amountOf(item)} />
      </td>
    </tr>
  );
}
