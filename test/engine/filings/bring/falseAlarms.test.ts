import { describe, expect, it } from "vitest";
import { mend } from "#engine/checks/mend.ts";
import type { Context } from "#engine/context.ts";
import { bringIn } from "#engine/filings/bring/bringIn.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveIndicator, saveSection } from "#engine/projects/saveParts.ts";
import { updateRow } from "#engine/store/rows.ts";
import { isOnPapers } from "#shared/filings/checkup.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { checkProject } from "#shared/rules/check.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";

const day = isoDate("2022-07-08");

const bodies: Readonly<Record<string, string>> = {
  项目概述:
    "联勤联动工作经费、城运巡查记录仪月租费、网格工作手机费、网格专职人员工作服采购费、对讲机月租费、购买网格巡查处置用品、宣传费用等组成。",
  实施周期: "2022年1月1日-2022年12月31日。",
  年度预算安排: "2022年预算安排43.00万元，用于联勤联动、设备月租、工作服、巡查用品和宣传。",
  绩效目标: "详见单位的项目绩效目标表。",
};

async function sampleProject() {
  const context = await (await sampleDesk()).context();
  const row = (await context.facts(day)).rows.project.find(({ code }) => code === "SQZL-2022");
  if (row === undefined) throw new Error("no sample project");
  return { context, id: row.id };
}

const found = async (context: Context, id: Id) =>
  checkProject(await context.facts(day), id).filter(isOnPapers);

/** As an officer would: at a click where there is one, by hand elsewhere. */
async function mendAll(context: Context, id: Id): Promise<void> {
  for (const { key, mend: offered } of await found(context, id)) {
    if (offered !== undefined) await mend(context, { findingKey: key });
  }
  await context.write("补填", (tx) =>
    updateRow(tx, "project", id, { overallGoal: "建成高效处置一件事的网格队伍。" }),
  );
  const { narrative, indicators } = await getProject(context, id);
  for (const { id: sectionId, heading, body } of narrative) {
    const added = heading === "实施方案" ? `${body}\n3、网格巡查处置用品据实采购支付。` : body;
    await saveSection(context, { id: sectionId, body: bodies[heading] ?? added });
  }
  for (const row of indicators) {
    const { voidedAt: _at, voidReason: _why, ...draft } = row;
    const name = row.name.replace("受助对象", "居民");
    await saveIndicator(context, { ...draft, name, baseValue: "2021年实际数", evidence: "年度台账" });
  }
}

describe("the papers of the sample office", () => {
  it("raise no alarm any more once everything is mended", async () => {
    const { context, id } = await sampleProject();
    expect((await found(context, id)).length).toBeGreaterThan(10);
    await mendAll(context, id);
    expect((await found(context, id)).map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([]);
  });

  it("nor beside a paper of the same year that says the same, nor a rightful earlier name", async () => {
    const { context, id } = await sampleProject();
    await mendAll(context, id);
    const { project } = await getProject(context, id);
    const form = (year: number, name: string, unit: string) =>
      [
        "财政项目支出绩效目标申报表",
        `（${year}年度）`,
        `项目名称\t${name}\t项目类别\t经常性项目`,
        `主管部门\t${project.departmentName}\t实施单位\t${unit}`,
        "项目资金(元)\t项目资金总额\t430,000.00\t年度资金申请总额\t430,000.00",
      ].join("\n");
    const bring = (text: string) =>
      bringIn(context, {
        source: { text },
        seen: null,
        target: { projectId: id },
        choices: ["name", "category", "departmentName", "implementingName", "funding"].map((key) => ({
          key,
          paper: null,
        })),
      });
    await bring(form(2022, project.name, project.implementingName));
    const { ownUnitName } = (await context.facts(day)).rows;
    const former = ownUnitName.find(
      ({ ownUnitId, name }) => ownUnitId === project.implementingUnitId && name !== project.implementingName,
    );
    if (former === undefined) throw new Error("the sample's centre had no other name");
    const year = Number((former.validTo ?? "2019-12-31").slice(0, 4)) - 1;
    await bring(form(year, project.name, former.name));
    expect((await found(context, id)).map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([]);
  });
});
