import { type ReactNode, useId } from "react";
import "./fields.css";

type Props = Readonly<{
  label: string;
  /** Marks what cannot be left out. */
  needed?: boolean;
  /** Over the whole width of the form. */
  wide?: boolean;
  /** One quiet line below. */
  note?: string | undefined;
  /** What is wrong, in place of the note: it keeps the form from being saved. */
  problem?: string | undefined;
  /** What had better be looked at, and may be saved all the same. */
  caution?: string | undefined;
  /** Gets the id that ties it to its label. */
  children: (id: string) => ReactNode;
}>;

/** One field of a form: label above, what is wrong below. */
export function Field({ label, needed, wide, note, problem, caution, children }: Props) {
  const id = useId();
  const classes = ["jf-field", wide ? "jf-field-wide" : "", problem === undefined ? "" : "jf-field-wrong"];
  const said = problem ?? caution;
  return (
    <div className={classes.filter(Boolean).join(" ")}>
      <label htmlFor={id} className={needed ? "jf-field-needed" : ""}>
        {label}
      </label>
      {children(id)}
      {said !== undefined ? (
        <span className={problem === undefined ? "jf-field-caution" : "jf-field-problem"} role="alert">
          {said}
        </span>
      ) : note !== undefined ? (
        <span className="jf-field-note">{note}</span>
      ) : null}
    </div>
  );
}

/** Fields that belong together, under a heading when there is one. */
export function FieldGroup({
  title,
  columns = 2,
  children,
}: Readonly<{ title?: string; columns?: 1 | 2 | 3 | 4; children: ReactNode }>) {
  return (
    <section className="jf-form-group">
      {title === undefined ? null : <h3>{title}</h3>}
      <div className={`jf-form jf-form-${columns}`}>{children}</div>
    </section>
  );
}
