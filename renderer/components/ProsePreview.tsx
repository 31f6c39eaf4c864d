import { type CSSProperties, useEffect, useRef } from "react";
import { type FormFonts, screenFont } from "#shared/forms/fonts.ts";
import { officialPage } from "#shared/forms/officialPage.ts";
import type { Prose, ProseBlock } from "#shared/forms/prose.ts";
import { styleOf } from "#shared/forms/proseSheet.ts";
import { looks } from "#shared/forms/styles.ts";
import "./formPreview.css";
import { moveAmongPlaces, oneStop, type PaperPlaces, PlaceText, takeStop } from "./paperPlaces.tsx";
import { useFitScale } from "./useFitScale.ts";

const pixelsPerMillimetre = 96 / 25.4;
const { margins, text, title } = officialPage;
const paperWidth = 210;

type Props = Readonly<{
  prose: Prose;
  /** Where places of the paper lead to their fields. */
  places?: PaperPlaces | undefined;
}>;

/** Running text on its paper, in the look of GB/T 9704, made as large as the room allows. */
export function ProsePreview({ prose, places }: Props) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => oneStop(article.current));
  const { room, scale } = useFitScale(paperWidth * pixelsPerMillimetre);
  const paper: CSSProperties = {
    width: `${paperWidth}mm`,
    minHeight: "297mm",
    padding: `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`,
    zoom: scale,
  };
  return (
    <div className="jf-paper-room" ref={room}>
      <article
        ref={article}
        className="jf-paper jf-prose jf-selectable"
        style={paper}
        aria-label={prose.title}
        onFocus={({ currentTarget, target }) => takeStop(currentTarget, target)}
        onKeyDown={moveAmongPlaces}
      >
        {prose.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
          <p key={index} style={lookOf(block, prose.fonts)}>
            <PlaceText source={block.source} places={places} text={block.text} />
          </p>
        ))}
      </article>
    </div>
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
