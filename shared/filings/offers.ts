import { formatYuan, cents as toCents } from "../kernel/cents.ts";
import { type BroughtField, broughtFields, type ReadAmount, type ReadPaper, type Remark } from "./brought.ts";
import { broughtFieldName } from "./paperOfBrought.ts";
import { policiesIn } from "./policies.ts";
import type { CellRef } from "./source.ts";

/** What papers have to offer for one thing that a project keeps: `section:` and a heading for a part of the statement. */
export type OfferKey = BroughtField | "funding" | "indicators" | "policies" | `section:${string}`;

/** One paper's say. `text` is what would be taken over, in words for tables. */
export type Candidate = Readonly<{
  /** Its number among the papers of the document. */
  paper: number;
  text: string;
  at: readonly CellRef[];
  remarks: readonly Remark[];
}>;

export type Offer = Readonly<{
  key: OfferKey;
  label: string;
  candidates: readonly Candidate[];
  /** What the project has now; `null` where it has nothing. */
  current: string | null;
  /** The papers, or a paper and the project, do not say the same. */
  differs: boolean;
  /** Whose say is taken when nobody chooses; `null` leaves the project as it is. */
  proposed: number | null;
}>;

/** What a project holds already, by the same keys. */
export type Held = ReadonlyMap<OfferKey, string>;

/** Everything that the papers say and a project could take over. What a project has is left, what it lacks is filled in. */
export function offersOf(papers: readonly ReadPaper[], held: Held): readonly Offer[] {
  const keys: readonly OfferKey[] = [
    ...broughtFields,
    "funding",
    "policies",
    ...new Set(
      papers.flatMap(({ sections }) => sections.map(({ heading }) => `section:${heading}` as const)),
    ),
    "indicators",
  ];
  return keys.flatMap((key) => {
    const candidates = papers.flatMap((paper, index) => candidatesOf(key, paper, index));
    const [first] = candidates;
    if (first === undefined) return [];
    const current = held.get(key) ?? null;
    const said = new Set([...candidates.map(({ text }) => text), ...(current === null ? [] : [current])]);
    const proposed = current === null ? first.paper : null;
    return [{ key, label: labelOf(key), candidates, current, differs: said.size > 1, proposed }];
  });
}

function labelOf(key: OfferKey): string {
  switch (key) {
    case "funding":
      return "资金来源";
    case "indicators":
      return "绩效指标";
    case "policies":
      return "立项依据（逐项）";
    default:
      return isSection(key) ? headingOfKey(key) : broughtFieldName(key);
  }
}

const isSection = (key: OfferKey): key is `section:${string}` => key.startsWith("section:");
export const headingOfKey = (key: `section:${string}`): string => key.slice("section:".length);

function candidatesOf(key: OfferKey, paper: ReadPaper, index: number): readonly Candidate[] {
  const make = (text: string, { at, remarks }: Pick<Candidate, "at" | "remarks">): readonly Candidate[] =>
    text === "" ? [] : [{ paper: index, text, at, remarks }];
  if (isSection(key)) {
    return paper.sections
      .filter(({ heading }) => heading === headingOfKey(key))
      .slice(0, 1)
      .flatMap((section) => make(section.text, section));
  }
  switch (key) {
    case "funding": {
      const stated = paper.amounts.filter(({ cents }) => cents !== null);
      return make(stated.map(amountText).join("，"), {
        at: stated.flatMap(({ at }) => at),
        remarks: paper.amounts.flatMap(({ remarks }) => remarks),
      });
    }
    case "policies": {
      const basis = paper.sections.find(({ heading }) => heading === "立项依据");
      if (basis === undefined) return [];
      const texts = policiesIn(basis.text).map(({ title, documentNo }) => `${title} ${documentNo}`.trim());
      return make(texts.join("\n"), { at: basis.at, remarks: [] });
    }
    case "indicators": {
      const rows = paper.indicators ?? [];
      return make(rows.map(indicatorText).join("\n"), {
        at: rows.flatMap(({ at }) => at),
        remarks: rows.flatMap(({ remarks }) => remarks.filter(({ kind }) => kind !== "inferred")),
      });
    }
    default:
      return [...fieldOf(key, paper, make), ...(key === "name" ? nameOfTitle(paper, make) : [])].slice(0, 1);
  }
}

type Make = (text: string, from: Pick<Candidate, "at" | "remarks">) => readonly Candidate[];

const fieldOf = (key: BroughtField, { fields }: ReadPaper, make: Make): readonly Candidate[] =>
  fields.filter((field) => field.key === key).flatMap((field) => make(field.text, field));

/** 社区综合治理项目经费情况说明 is of 社区综合治理. */
function nameOfTitle({ kind, title }: ReadPaper, make: Make): readonly Candidate[] {
  const name = kind === "narrative" ? /^(.+?)(?:项目)?经费情况说明$/.exec(title?.text ?? "")?.[1] : undefined;
  if (name === undefined || title === null) return [];
  return make(name, { at: title.at, remarks: [{ kind: "inferred", text: "取自表名" }] });
}

const amountText = ({ label, cents }: ReadAmount): string =>
  `${label}${cents === null ? "" : formatYuan(toCents(cents))}`;

export const indicatorText = (row: Readonly<{ level2: string; name: string; valueText: string }>): string =>
  `${row.level2}　${row.name}　${row.valueText}`;
