/** A field whose text is no value, such as a day that does not exist. */
const unread = "[aria-invalid=true]";

const wrongFields = ["input", "textarea", "button"].map((name) => `.jf-field-wrong ${name}:not(:disabled)`);

const anyWrong = wrongFields.join(", ");

const fields =
  "input:not(:disabled, [type=radio]), input[type=radio]:checked:not(:disabled), textarea:not(:disabled)";

export const firstField = (form: HTMLElement | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>(fields) ?? null;

/** The first field of a form that cannot be read; where there is none, the first with something wrong in it. */
export const firstFault = (form: HTMLElement | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>(unread) ?? form?.querySelector<HTMLElement>(anyWrong) ?? null;

export const isUnread = (field: HTMLElement): boolean => field.matches(unread);

/** The first field that cannot be left out and is empty. */
export function firstMissing(form: HTMLElement | null): HTMLElement | null {
  const needed = [...(form?.querySelectorAll(".jf-field-needed") ?? [])];
  const inputs = needed.flatMap((label) =>
    [...(label.parentElement?.querySelectorAll("input, textarea") ?? [])].filter(isTyped),
  );
  return inputs.find(({ value, disabled }) => value.trim() === "" && !disabled) ?? null;
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** A list keeps in its field what is searched, not what is chosen. */
const isTyped = (element: Element): element is Typed => element.closest(".ant-select") === null;

const nameOf = (field: HTMLElement): string =>
  (
    (isField(field) ? field.labels?.[0]?.textContent : undefined) ??
    field.getAttribute("aria-label") ??
    ""
  ).trim();

const isField = (element: HTMLElement): element is Typed =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

export const textOfMissing = (field: HTMLElement): string => `请填写“${nameOf(field)}”。`;

/** "“签订日期”看不懂：日期应写作 2022-01-31" of a field that cannot be read. */
export function textOfUnread(field: HTMLElement): string {
  const name = nameOf(field);
  return `${name === "" ? "有一处" : `“${name}”`}看不懂${field.title === "" ? "，请改正。" : `：${field.title}`}`;
}
