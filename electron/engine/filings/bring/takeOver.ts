import type { BringPreview } from "#shared/api/bring.ts";
import type { BroughtField, ReadPaper } from "#shared/filings/brought.ts";
import { headingOfKey, type Offer, type OfferKey } from "#shared/filings/offers.ts";
import { policiesIn } from "#shared/filings/policies.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { plainName } from "#shared/text/plainName.ts";
import { newId } from "../../store/newId.ts";
import { insertRow, updateRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";
import { unitNamed } from "./unitNamed.ts";

type Taking = Readonly<{
  projectId: Id;
  preview: BringPreview;
  chosen: ReadonlyMap<OfferKey, number>;
}>;

/** One thing that is taken over from one paper. */
type Part = Readonly<{ projectId: Id; offer: Offer; paper: ReadPaper; text: string }>;

type Done = Readonly<{ taken: readonly string[]; left: readonly string[] }>;

/** Writes what was chosen into the project. Rows that are there are filled and added to; none is taken away. */
export async function takeOver(tx: WritableLedger, { projectId, preview, chosen }: Taking): Promise<Done> {
  const taken: string[] = [];
  const left: string[] = [];
  for (const offer of preview.offers) {
    const index = chosen.get(offer.key);
    const paper = index === undefined ? undefined : preview.papers[index];
    if (index === undefined || paper === undefined) {
      left.push(`“${offer.label}”保持项目原来的，没有采用材料中的。`);
      continue;
    }
    const text = offer.candidates.find((candidate) => candidate.paper === index)?.text ?? "";
    const note = await takePart(tx, { projectId, offer, paper, text });
    taken.push(`“${offer.label}”取自《${paper.name}》${note}。`);
  }
  const unused = preview.papers.flatMap((paper) => paper.unused);
  if (unused.length > 0) left.push(`材料中有 ${unused.length} 处文字没有采用，原文保存在带入的材料中。`);
  return { taken, left };
}

/** Answers with what is to be said of it beside. */
async function takePart(tx: WritableLedger, part: Part): Promise<string> {
  const { offer, projectId, text } = part;
  switch (offer.key) {
    case "funding":
      return takeFunding(tx, part);
    case "indicators":
      return takeIndicators(tx, part);
    case "policies":
      return takePolicies(tx, part);
    case "departmentName":
    case "implementingName": {
      const kind = offer.key === "departmentName" ? "department" : "unit";
      const { id, isNew } = await unitNamed(tx, text, kind);
      const column = offer.key === "departmentName" ? "departmentUnitId" : "implementingUnitId";
      await updateRow(tx, "project", projectId, { [column]: id });
      return isNew ? `，并新登记为本单位` : "";
    }
    default:
      if (offer.key.startsWith("section:"))
        return takeSection(tx, part, headingOfKey(offer.key as `section:${string}`));
      return takeField(tx, part, offer.key as BroughtField);
  }
}

async function takeField(tx: WritableLedger, { projectId, text }: Part, key: BroughtField): Promise<string> {
  const value = key === "startDate" || key === "endDate" ? isoDate(text) : text;
  await updateRow(tx, "project", projectId, { [key]: value });
  return "";
}

async function takeSection(tx: WritableLedger, { projectId, text }: Part, heading: string): Promise<string> {
  const rows = await tx.read
    .selectFrom("narrativeSection")
    .selectAll()
    .where("projectId", "=", projectId)
    .execute();
  const known = rows.find((row) => row.heading === heading);
  if (known !== undefined) {
    await updateRow(tx, "narrativeSection", known.id, { body: text });
    return "";
  }
  const seq = Math.max(0, ...rows.map((row) => row.seq)) + 1;
  await insertRow(tx, "narrativeSection", { id: newId(), projectId, seq, heading, body: text });
  return "，表式里没有的标题列在最后";
}

async function takeFunding(tx: WritableLedger, { projectId, paper }: Part): Promise<string> {
  const rows = await tx.read
    .selectFrom("fundingSource")
    .selectAll()
    .where("projectId", "=", projectId)
    .execute();
  for (const { scope, kind, cents: found } of paper.amounts) {
    if (found === null) continue;
    const known = rows.find((row) => row.scope === scope && row.kind === kind);
    const amountCents = cents(found);
    if (known !== undefined) await updateRow(tx, "fundingSource", known.id, { amountCents });
    else await insertRow(tx, "fundingSource", { id: newId(), projectId, scope, kind, amountCents });
  }
  return "";
}

async function takeIndicators(tx: WritableLedger, { projectId, paper }: Part): Promise<string> {
  const rows = await tx.read
    .selectFrom("indicator")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("voidedAt", "is", null)
    .execute();
  let seq = Math.max(0, ...rows.map((row) => row.seq));
  let [added, filled] = [0, 0];
  for (const { level1, level2, name, valueText } of paper.indicators ?? []) {
    const known = rows.find((row) => plainName(row.name) === plainName(name));
    if (known === undefined) {
      seq += 1;
      added += 1;
      await insertRow(tx, "indicator", {
        id: newId(),
        projectId,
        seq,
        level1: level1 || "（未写明）",
        level2: level2 || "（未写明）",
        name,
        valueText,
        weight: null,
        baseValue: "",
        evidence: "",
        budgetLineId: null,
      });
    } else if (known.valueText.trim() === "" && valueText !== "") {
      filled += 1;
      await updateRow(tx, "indicator", known.id, { valueText });
    }
  }
  const already = rows.length === 0 ? "" : "，原有的都保留";
  return `：新增 ${added} 项${filled === 0 ? "" : `，补填 ${filled} 项`}${already}`;
}

async function takePolicies(tx: WritableLedger, { projectId, paper }: Part): Promise<string> {
  const rows = await tx.read
    .selectFrom("policyBasis")
    .selectAll()
    .where("projectId", "=", projectId)
    .execute();
  const basis = paper.sections.find(({ heading }) => heading === "立项依据");
  let seq = Math.max(0, ...rows.map((row) => row.seq));
  let added = 0;
  for (const { title, documentNo } of policiesIn(basis?.text ?? "")) {
    if (rows.some((row) => plainName(row.title) === plainName(title))) continue;
    seq += 1;
    added += 1;
    await insertRow(tx, "policyBasis", { id: newId(), projectId, seq, title, documentNo, content: "" });
  }
  return `：新增 ${added} 项`;
}
