import { Input } from "antd";
import { useLayoutEffect, useRef, useState } from "react";
import type { NarrativeSection } from "#shared/model/project.ts";
import type { SectionOffer } from "#shared/narrative/offers.ts";
import { withoutTags } from "#shared/text/tags.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import { useAutoSave } from "../../../components/autosave/useAutoSave.ts";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { OfferDialog } from "./OfferDialog.tsx";

type Props = Readonly<{
  section: NarrativeSection;
  /** The bureau's words for what is to be written here. */
  instruction: string;
  offer: SectionOffer | undefined;
}>;

const numerals = "一二三四五六七八九十";

/** One heading of 情况说明 with its text, and beside it what the ledger would write there. */
export function SectionField({ section, instruction, offer }: Props) {
  const save = useApiMutation("projects.saveSection", { quiet: true });
  const form = useAutoSave(section, ({ id, body }) => save.mutateAsync({ id, body }));
  const [looking, setLooking] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const taken = useRef(false);
  // The offer goes once it is taken, and the button that had the keys with it.
  useLayoutEffect(() => {
    if (offer === undefined && taken.current) field.current?.querySelector("textarea")?.focus();
    taken.current = false;
  }, [offer]);
  const label = `${numerals.charAt(section.seq - 1)}、${section.heading}`;
  return (
    <div ref={field}>
      <SavedField
        form={form}
        name="body"
        label={label}
        note={
          offer === undefined ? undefined : (
            <WriteButton
              type="link"
              size="small"
              className="jf-offer-open"
              title={`取自${offer.from.join("、")}，先看再用`}
              onClick={() => setLooking(true)}
            >
              按账本拟写…
            </WriteButton>
          )
        }
      >
        {(control, { type }) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 24 }}
            placeholder={instruction}
            onChange={(event) => type(withoutTags(event.target.value))}
          />
        )}
      </SavedField>
      {looking && offer !== undefined ? (
        <OfferDialog
          label={label}
          body={form.values.body}
          offer={offer}
          onTake={(body) => {
            form.choose({ body });
            taken.current = true;
            setLooking(false);
          }}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </div>
  );
}
