import type { ReactNode } from "react";
import "./edit.css";

/** A field of the pane, by the names, apart by blanks, of the places of the paper that lead to it. */
export const Place = ({ name, children }: Readonly<{ name: string; children: ReactNode }>) => (
  <div data-field={name}>{children}</div>
);
