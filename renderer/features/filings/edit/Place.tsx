import type { ReactNode } from "react";
import "./edit.css";

/** A field of the pane, by the name under which a place of the paper leads to it. */
export const Place = ({ name, children }: Readonly<{ name: string; children: ReactNode }>) => (
  <div data-field={name}>{children}</div>
);
