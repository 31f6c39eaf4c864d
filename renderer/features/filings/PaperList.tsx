import { Link } from "react-router";
import { type FormId, formIds, formKindOf, formUses } from "#shared/forms/formKinds.ts";

type Use = Exclude<keyof typeof formUses, "slip">;
const uses = (Object.keys(formUses) as (keyof typeof formUses)[]).filter((use): use is Use => use !== "slip");

/** The papers listed here; slips are printed from their payment. */
export const listedForms: readonly FormId[] = uses.flatMap((use) =>
  formIds.filter((id) => formKindOf(id).use === use),
);

/** The papers of the year by what they are for. `search` is the page's address with another paper open. */
export function PaperList({ open, search }: Readonly<{ open: FormId; search: (form: FormId) => string }>) {
  return (
    <nav className="jf-papers" aria-label="材料">
      {uses.map((use) => (
        <section key={use} aria-label={formUses[use]}>
          <h2>{formUses[use]}</h2>
          <ul>
            {listedForms
              .filter((id) => formKindOf(id).use === use)
              .map((id) => (
                <li key={id}>
                  <Link to={{ search: search(id) }} replace aria-current={id === open ? "page" : undefined}>
                    {formKindOf(id).title}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
