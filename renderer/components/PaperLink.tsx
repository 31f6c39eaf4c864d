import type { ReactNode } from "react";
import { Link } from "react-router";
import type { SubjectKind } from "#shared/rules/finding.ts";
import { pathTo } from "../app/paths.ts";

/** A link to an object of the ledger: every figure can be followed down to the papers behind it. */
export function PaperLink({
  kind,
  id,
  children,
}: Readonly<{ kind: SubjectKind; id: string; children: ReactNode }>) {
  return <Link to={pathTo(kind, id)}>{children}</Link>;
}
