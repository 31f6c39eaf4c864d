import { projectId } from "#engine/sample/project.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { acceptBlocking, freeze, handIn, packing } from "../handingIn.ts";
import { idOf } from "../smallOffice.ts";
import { nothing, type Requests, reason } from "./common.ts";

const broughtText = "财政项目支出绩效目标申报表\n（2022年度）\n项目名称\t社区服务\t项目类别\t经常性项目";

/** Brings a paper in for the sample's project. */
async function bringIn(
  { ask }: Pick<EngineDesk, "ask">,
  source: Readonly<{ text: string }> | Readonly<{ file: ReturnType<EngineDesk["grant"]> }>,
): Promise<Id> {
  const { seen } = await ask("filings.previewBring", { source, projectId });
  const { papers } = await ask("filings.bring", { source, seen, target: { projectId }, choices: [] });
  return idOf(papers[0] === undefined ? undefined : { id: papers[0] });
}

/** A copy of the sheet of 2026 with a name of its own. */
const copied = (key: string) => ({
  id: null,
  key,
  basedOn: "sh-2026",
  template: { ...templateOf("sh-2026"), name: `本街道表式 ${key}` },
});

export const filingRequests = {
  "filings.preview": async () => ({ form: "budget", subject: { projectId } }),
  "filings.export": async ({ grant }) => ({
    form: "targets",
    subject: { projectId },
    format: "xlsx",
    file: grant("目标.xlsx"),
  }),
  "projects.rollOverPreview": async () => ({ projectId }),
  "projects.rollOver": async () => ({ projectId, percent: "3" }),
  "projects.rollOverReport": async ({ ask }) => ({
    id: (await ask("projects.rollOver", { projectId })).project.id,
  }),
  "filings.versions": async () => ({ projectId }),
  "filings.submitPreview": async () => ({ projectId }),
  "filings.freeze": async () => ({ projectId, form: "budget" }),
  "filings.difference": async (engine) => ({ fromId: await freeze(engine) }),
  "filings.versionFile": async (engine) => {
    await freeze(engine);
    const { papers } = await engine.ask("filings.versions", { projectId });
    return { fileId: idOf(papers[0]?.versions[0]?.files[0]), file: engine.grant("第1版.xlsx") };
  },
  "filings.package": async (engine) => {
    await acceptBlocking(engine);
    return packing(engine);
  },
  "filings.packageAgain": async (engine) => {
    const { submissionId } = await handIn(engine);
    return { submissionId, folder: engine.grant(engine.folder) };
  },
  "templates.list": nothing,
  "templates.save": async () => copied("gfl-2026"),
  "templates.void": async ({ ask }) => {
    const { own } = await ask("templates.save", copied("gfl-void"));
    return { id: idOf(own ?? undefined), reason: "不再使用" };
  },
  "templates.use": async ({ ask }) => {
    const { template } = await ask("templates.save", copied("gfl-use"));
    return { key: template.id, projectIds: [projectId] };
  },
  "templates.preview": async () => ({
    template: templateOf("sh-2026"),
    form: "targets" as const,
    projectId: null,
  }),
  "filings.previewBring": async () => ({ source: { text: broughtText }, projectId: null }),
  "filings.bring": async ({ ask }) => ({
    source: { text: broughtText },
    seen: (await ask("filings.previewBring", { source: { text: broughtText }, projectId: null })).seen,
    target: { code: "DR-2022", fiscalYear: 2022, template: "sh-2022" },
    choices: [],
  }),
  "filings.brought": async () => ({ fiscalYear: 2022, projectId }),
  "filings.broughtPaper": async (engine) => ({ id: await bringIn(engine, { text: broughtText }) }),
  "filings.broughtFile": async (engine) => {
    // One that states no money: another request may have left the budget at odds.
    const file = engine.grant("上年说明.docx");
    await engine.ask("filings.export", { form: "narrative", subject: { projectId }, format: "docx", file });
    return { id: await bringIn(engine, { file }), file: engine.grant("原件.docx") };
  },
  "filings.voidBrought": async (engine) => ({ id: await bringIn(engine, { text: broughtText }), reason }),
  "filings.checkup": async () => ({ id: projectId }),
} satisfies Partial<Requests>;
