import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";
import type { Page } from "#shared/forms/form.ts";
import "./formPreview.css";
import { moveAmongPlaces, oneStop, takeStop } from "./paperPlaces.tsx";
import { useFitScale } from "./useFitScale.ts";

const pixelsPerMillimetre = 96 / 25.4;

type Props = Readonly<{
  title: string;
  /** All in millimetres. */
  width: number;
  height: number;
  margins: Page["margins"];
  look?: "jf-prose";
  /** How much larger than printed its letters are; 1 as they are. */
  letters?: number;
  children: ReactNode;
}>;

/** A paper on the screen, made as large as the room allows. Its places are one stop of Tab, and arrows lead among them. */
export function PaperFrame({ title, width, height, margins, look, letters = 1, children }: Props) {
  const { room, scale } = useFitScale(width * pixelsPerMillimetre);
  const article = useRef<HTMLElement>(null);
  useEffect(() => oneStop(article.current));
  const { top, right, bottom, left } = margins;
  const paper: CSSProperties & Record<"--jf-letters", number> = {
    width: `${width}mm`,
    minHeight: `${height}mm`,
    padding: `${top}mm ${right}mm ${bottom}mm ${left}mm`,
    zoom: scale,
    "--jf-letters": letters,
  };
  return (
    <div className="jf-paper-room" ref={room}>
      <article
        ref={article}
        className={["jf-paper", look, "jf-selectable"].filter(Boolean).join(" ")}
        style={paper}
        aria-label={title}
        onFocus={({ currentTarget, target }) => takeStop(currentTarget, target)}
        onKeyDown={moveAmongPlaces}
      >
        {children}
      </article>
    </div>
  );
}
