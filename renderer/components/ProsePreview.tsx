import type { CSSProperties } from "react";
import { type FormFonts, screenFont } from "#shared/forms/fonts.ts";
import { officialPage } from "#shared/forms/officialPage.ts";
import type { Prose, ProseBlock } from "#shared/forms/prose.ts";
import { styleOf } from "#shared/forms/proseSheet.ts";
import { looks } from "#shared/forms/styles.ts";
import { PaperFrame } from "./PaperFrame.tsx";
import { type PaperPlaces, PlaceText } from "./paperPlaces.tsx";

const { margins, text, title } = officialPage;

type Props = Readonly<{
  prose: Prose;
  /** Where places of the paper lead to their fields. */
  places?: PaperPlaces | undefined;
}>;

/** Running text on its paper, in the look of GB/T 9704, made as large as the room allows. */
export function ProsePreview({ prose, places }: Props) {
  return (
    <PaperFrame title={prose.title} width={210} height={297} margins={margins} look="jf-prose">
      {prose.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <p key={index} style={lookOf(block, prose.fonts)}>
          <PlaceText source={block.source} places={places} text={block.text} />
        </p>
      ))}
    </PaperFrame>
  );
}

function lookOf(block: ProseBlock, fonts: FormFonts | undefined): CSSProperties {
  const look = looks[styleOf(block)];
  const face = { fontFamily: screenFont(look.font, fonts), fontSize: `${look.size}pt` } as const;
  if (block.kind === "title")
    return {
      ...face,
      lineHeight: `${title.lineHeight}pt`,
      marginBottom: `${text.lineHeight}pt`,
      fontWeight: 700,
      textAlign: "center",
    };
  return {
    ...face,
    lineHeight: `${text.lineHeight}pt`,
    letterSpacing: `${text.pitch - text.size}pt`,
    textIndent: `${2 * text.pitch}pt`,
    textAlign: block.kind === "paragraph" ? "justify" : "left",
  };
}
