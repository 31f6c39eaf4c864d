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
  /** What is wrong, in place of the note. */
  problem?: string | undefined;
  /** Gets the id that ties it to its label. */
  children: (id: string) => ReactNode;
}>;

/** One field of a form: label above, what is wrong below. */
export function Field({ label, needed, wide, note, problem, children }: Props) {
  const id = useId();
  return (
    <div className={wide ? "jf-field jf-field-wide" : "jf-field"}>
      <label htmlFor={id} className={needed ? "jf-field-needed" : ""}>
        {label}
      </label>
      {children(id)}
      {problem !== undefined ? (
        <span className="jf-field-problem" role="alert">
          {problem}
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
