/** From a list into the detail beside it, whose first field or button the next Tab reaches. */
export function toDetail(from: Element | null | undefined): void {
  from?.closest(".jf-split")?.querySelector<HTMLElement>(".jf-detail")?.focus();
}

/** F6: from the list into its detail and back. */
export function otherHalf(): void {
  const split = document.activeElement?.closest(".jf-split") ?? document.querySelector(".jf-split");
  const inDetail = document.activeElement?.closest(".jf-detail") !== null;
  const to = inDetail ? '.jf-split-list [role="grid"]' : ".jf-detail";
  split?.querySelector<HTMLElement>(to)?.focus();
}
