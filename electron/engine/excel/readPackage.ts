import { posix } from "node:path";
import { largestPart } from "./readLimits.ts";
import { xmlWalker } from "./readXml.ts";
import { type ZipEntry, ZipError } from "./readZip.ts";

/** A part that another one points to. `type` is the last word of the relation's type. */
type Relation = Readonly<{ id: string; type: string; target: string }>;

export type PackageSheet = Readonly<{ name: string; hidden: boolean; entry: ZipEntry }>;

export type WorkbookParts = Readonly<{
  sheets: readonly PackageSheet[];
  date1904: boolean;
  strings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}>;

async function walk(entry: ZipEntry, walker: ReturnType<typeof xmlWalker>): Promise<void> {
  if (entry.size > largestPart) throw new ZipError("bomb");
  for await (const chunk of entry.chunks()) walker.push(chunk);
  walker.end();
}

async function readRelations(entry: ZipEntry | undefined, base: string): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  if (entry === undefined) return relations;
  const walker = xmlWalker({
    open: (name, source) => {
      if (name !== "Relationship") return;
      const target = (source.attribute("Target") ?? "").replaceAll("\\", "/");
      relations.push({
        id: source.attribute("Id") ?? "",
        type: (source.attribute("Type") ?? "").split("/").at(-1) ?? "",
        target: posix.normalize(target.startsWith("/") ? target.slice(1) : posix.join(base, target)),
      });
    },
    close: () => {},
    text: () => {},
  });
  await walk(entry, walker);
  return relations;
}

const relationsOf = (part: string): string =>
  posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

/**
 * Finds the parts of a workbook by their relations, not by their usual names, since programs differ. Sheets come in
 * the order of their tabs. `undefined` when there is no workbook inside.
 */
export async function readWorkbookParts(entries: readonly ZipEntry[]): Promise<WorkbookParts | undefined> {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (name: string | undefined): ZipEntry | undefined => byName.get((name ?? "").toLowerCase());
  const roots = await readRelations(find("_rels/.rels"), "");
  const workbook =
    find(roots.find(({ type }) => type === "officeDocument")?.target) ?? find("xl/workbook.xml");
  if (workbook === undefined || !/\.xml$/i.test(workbook.name)) return undefined;

  const relations = await readRelations(find(relationsOf(workbook.name)), posix.dirname(workbook.name));
  const target = (type: string): ZipEntry | undefined =>
    find(relations.find((relation) => relation.type === type)?.target);
  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let [date1904, isWorkbook] = [false, false];
  const walker = xmlWalker({
    open: (name, source) => {
      if (name === "workbook") isWorkbook = true;
      else if (name === "workbookPr") date1904 = ["1", "true"].includes(source.attribute("date1904") ?? "");
      else if (name === "sheet") {
        listed.push({
          name: source.attribute("name") ?? "",
          hidden: (source.attribute("state") ?? "visible") !== "visible",
          relation: source.attribute("id") ?? "",
        });
      }
    },
    close: () => {},
    text: () => {},
  });
  await walk(workbook, walker);
  if (!isWorkbook) return undefined;
  const worksheets = new Map(
    relations.flatMap(({ id, type, target: path }) => (type === "worksheet" ? [[id, path] as const] : [])),
  );
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const entry = find(worksheets.get(relation));
    return entry === undefined ? [] : [{ name, hidden, entry }];
  });
  const styles = target("styles");
  if ((styles?.size ?? 0) > largestPart) throw new ZipError("bomb");
  return { sheets, date1904, strings: target("sharedStrings"), styles };
}
