import { Button, Input } from "antd";
import type { Offer } from "#shared/indicators/known/offers.ts";
import type { AutoSave } from "../../../components/autosave/useAutoSave.ts";
import type { ActualFields } from "./useActualRow.ts";

type Props = Readonly<{
  form: AutoSave<ActualFields>;
  label: string;
  placeholder?: string;
  offers: readonly Offer[];
}>;

/** 完成值, and what the ledger knows of it beside the field; F4 takes it. */
export function ActualInput({ form, label, placeholder = "", offers }: Props) {
  const [offer] = offers;
  const take = () => {
    if (offer !== undefined) form.choose(offer);
  };
  const isOpen = offer !== undefined && form.values.valueText === "";
  return (
    <Input
      variant="borderless"
      aria-label={label}
      title={form.values.source}
      placeholder={placeholder}
      value={form.values.valueText}
      onChange={(event) => form.type({ valueText: event.target.value, source: "" })}
      onBlur={form.commit}
      onKeyDown={(event) => {
        if (event.key !== "F4" || offer === undefined) return;
        event.preventDefault();
        take();
      }}
      suffix={
        <span className="jf-entry-take">
          {isOpen ? (
            <Button
              type="link"
              size="small"
              tabIndex={-1}
              title={`${offer.source}（F4 取用）`}
              onClick={take}
            >
              台账 {offer.valueText}
            </Button>
          ) : null}
        </span>
      }
    />
  );
}
