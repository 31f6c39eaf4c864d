import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { handedInForms } from "#engine/filings/currentPapers.ts";
import { projectId } from "#engine/sample/project.ts";
import { isBlocking } from "#shared/filings/checkup.ts";
import { formKindOf } from "#shared/forms/formKinds.ts";
import { missingInDetails } from "#shared/forms/missingCharacters.ts";
import { unzipBytes } from "#test/engine/excel/openWorkbook.ts";
import { type EngineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";
import { acceptBlocking } from "#test/engine/support/handingIn.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function newFolder(engine: EngineDesk, name: string): string {
  const folder = path.join(engine.folder, name);
  mkdirSync(folder);
  return folder;
}

const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));

const submit = (engine: EngineDesk, folder: string, title = "2022年度预算申报") =>
  engine.ask("filings.package", {
    projectId,
    forms: [...handedInForms],
    title,
    note: "报区财政局",
    folder: engine.grant(folder),
  });

describe("handing papers in", () => {
  it("is refused while something blocks it, with all of it said, and leaves nothing behind", async () => {
    const engine = await sampleEngine();
    const folder = newFolder(engine, "未写成");
    const input = { projectId, forms: [...handedInForms], title: "申报", folder: engine.grant(folder) };
    const refused = await engine.refusal("filings.package", input);
    expect(refused).toMatchObject({ code: "refused" });
    const { checkup } = await engine.ask("filings.submitPreview", { projectId });
    expect(checkup).toEqual(await engine.ask("filings.checkup", { id: projectId }));
    const blocking = checkup.groups.flatMap(({ findings }) => findings.filter(isBlocking));
    expect(blocking).toHaveLength(checkup.blocking);
    expect(blocking.length).toBeGreaterThan(0);
    for (const { message } of blocking) expect(refused.message).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
    const { submissions, papers } = await engine.ask("filings.versions", { projectId });
    expect([submissions, papers]).toEqual([[], []]);
  });

  it("is refused for characters that no font has, unless they may be printed as 〓", async () => {
    const engine = await sampleEngine();
    const [section] = (await engine.ask("projects.get", { id: projectId })).narrative;
    await engine.ask("projects.saveSection", { id: section?.id ?? "", body: "由𠮷祥社区承办。" });
    await acceptBlocking(engine);
    const folder = newFolder(engine, "缺字");
    const input = { projectId, forms: ["narrative" as const], title: "申报" };
    const refused = await engine.refusal("filings.package", { ...input, folder: engine.grant(folder) });
    expect(missingInDetails(refused.details)).toMatchObject([{ char: "𠮷" }]);
    expect(await engine.refusal("filings.freeze", { projectId, form: "narrative" })).toMatchObject(refused);
    expect(readdirSync(folder)).toEqual([]);
    const allowed = { ...input, folder: engine.grant(folder), allowMissing: true };
    expect((await engine.ask("filings.package", allowed)).papers).toMatchObject([{ versionNo: 1 }]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("writes every paper in all its formats, the report and the list to a folder and the same to a zip", async () => {
    const engine = await sampleEngine();
    await acceptBlocking(engine);
    const folder = newFolder(engine, "报送");
    const { folderName, zipName, papers } = await submit(engine, folder);
    expect(readdirSync(folder).toSorted()).toEqual([folderName, zipName].toSorted());
    const files = filesIn(path.join(folder, folderName));
    for (const form of handedInForms) {
      const { title, formats } = formKindOf(form);
      for (const format of formats)
        expect([...files.keys()].filter((name) => name.endsWith(` ${title}.${format}`))).toHaveLength(1);
    }
    expect(papers.map(({ isNew, versionNo }) => [isNew, versionNo])).toEqual(
      handedInForms.map(() => [true, 1]),
    );
    const sums = String(files.get("校验值.txt")).trimEnd().split("\n");
    expect(sums.toSorted()).toEqual(
      [...files]
        .filter(([name]) => name !== "校验值.txt")
        .map(([name, bytes]) => `${sha256(bytes)}  ${name}`)
        .toSorted(),
    );
    const zipped = unzipBytes(readFileSync(path.join(folder, zipName)));
    expect([...zipped].map(([name, bytes]) => [name, sha256(bytes)]).toSorted()).toEqual(
      [...files].map(([name, bytes]) => [`${folderName}/${name}`, sha256(bytes)]).toSorted(),
    );
  });

  it("puts who accepted what for which reason into the report that goes out", async () => {
    const engine = await sampleEngine();
    await acceptBlocking(engine);
    const folder = newFolder(engine, "报送");
    const { folderName } = await submit(engine, folder);
    const report = [...filesIn(path.join(folder, folderName))].find(([name]) =>
      name.endsWith("申报体检报告.xlsx"),
    );
    const text = [...unzipBytes(report?.[1] ?? Buffer.alloc(0)).values()].map(String).join("");
    expect(text).toContain("认可：区里同意照此报送");
    expect(text).toContain("李主任");
  });

  it("gives an earlier package again byte for byte after the ledger has moved on, and replaces nothing", async () => {
    const engine = await sampleEngine();
    await acceptBlocking(engine);
    const folder = newFolder(engine, "报送");
    const first = await submit(engine, folder);
    const detail = await engine.ask("projects.get", { id: projectId });
    const [section] = detail.narrative;
    if (section === undefined) throw new Error("the sample has a narrative");
    await engine.ask("projects.saveSection", { id: section.id, body: `${section.body}另行补充。` });
    const again = await engine.ask("filings.packageAgain", {
      submissionId: first.submissionId,
      folder: engine.grant(folder),
    });
    expect(again.folderName).toBe(`${first.folderName}（2）`);
    const [before, after] = [first, again].map(({ folderName }) => filesIn(path.join(folder, folderName)));
    expect(after).toEqual(before);
  });

  it("sends what has not changed out again as the version it was, and counts what has", async () => {
    const engine = await sampleEngine();
    await acceptBlocking(engine);
    await submit(engine, newFolder(engine, "一"));
    const [section] = (await engine.ask("projects.get", { id: projectId })).narrative;
    if (section === undefined) throw new Error("the sample has a narrative");
    await engine.ask("projects.saveSection", { id: section.id, body: `${section.body}另行补充。` });
    const { papers } = await submit(engine, newFolder(engine, "二"), "第二次");
    expect(papers.filter(({ isNew }) => isNew).map(({ form, versionNo }) => [form, versionNo])).toEqual([
      ["narrative", 2],
    ]);
    const { submissions } = await engine.ask("filings.versions", { projectId });
    expect(submissions.map(({ title, note }) => [title, note])).toEqual([
      ["第二次", "报区财政局"],
      ["2022年度预算申报", "报区财政局"],
    ]);
  });

  it("keeps nothing in the ledger when the folder cannot be written", async () => {
    const engine = await sampleEngine();
    await acceptBlocking(engine);
    const refused = await engine.refusal("filings.package", {
      projectId,
      forms: ["budget"],
      title: "申报",
      folder: engine.grant(path.join(engine.folder, "没有这个文件夹")),
    });
    expect(refused.message).not.toBe("");
    expect((await engine.ask("filings.versions", { projectId })).papers).toEqual([]);
  });
});
