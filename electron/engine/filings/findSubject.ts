import type { FormSubject } from "#shared/api/filings.ts";
import { type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";

/** Which paper of what; by id as the window says it, or by code as people do. */
export type FormRequest = Readonly<{
  form: FormId;
  subject: FormSubject | Readonly<{ projectCode: string }>;
  /** Today when it is left out. */
  asOf?: IsoDate | null | undefined;
}>;

/** The project named. Throws a `UserError`: `not-found` when there is none, `bad-request` when none is named. */
export function findProject(facts: Facts, { form, subject }: FormRequest): Project {
  const project = namedProject(facts, subject);
  if (project !== undefined) return project;
  throw new UserError({
    code: "bad-request",
    message: `《${formKindOf(form).title}》按项目打印。`,
    hint: "请先选择一个项目。",
  });
}

/** The year named, or that of the project named, and the project where one is named. Throws as `findProject` does. */
export function findYear(
  facts: Facts,
  { form, subject }: FormRequest,
): Readonly<{ fiscalYear: number; project: Project | null }> {
  const project = namedProject(facts, subject) ?? null;
  if ("fiscalYear" in subject) return { fiscalYear: subject.fiscalYear, project };
  if (project !== null) return { fiscalYear: project.fiscalYear, project };
  throw new UserError({
    code: "bad-request",
    message: `《${formKindOf(form).title}》按年度打印。`,
    hint: "请先选择年度，或其中的一个项目。",
  });
}

/** The payment named, as it stood on the day of the facts. Throws a `UserError` as `findProject` does. */
export function findPayment(facts: Facts, { form, subject }: FormRequest): PaymentFact {
  if (!("paymentId" in subject)) {
    throw new UserError({
      code: "bad-request",
      message: `《${formKindOf(form).title}》按付款打印。`,
      hint: "请先选择一笔付款。",
    });
  }
  const payment = facts.paymentsById.get(subject.paymentId);
  if (payment !== undefined) return payment;
  throw new UserError({
    code: "not-found",
    message: "找不到这笔付款：已经作废，或在这一天还没有申请。",
    hint: "请在“付款”中查看它的状态。",
  });
}

/** `undefined` when the subject names no project. */
function namedProject(facts: Facts, subject: FormRequest["subject"]): Project | undefined {
  const wanted =
    "projectCode" in subject
      ? { code: subject.projectCode }
      : "projectId" in subject && subject.projectId !== null
        ? { id: subject.projectId }
        : undefined;
  if (wanted === undefined) return undefined;
  const project = facts.rows.project.find((row) =>
    "id" in wanted ? row.id === wanted.id : row.code === wanted.code,
  );
  if (project !== undefined) return project;
  const codes = facts.rows.project.map(({ code }) => code).join("、");
  throw new UserError({
    code: "not-found",
    message: "code" in wanted ? `没有编码为“${wanted.code}”的项目。` : "找不到这个项目。",
    hint: codes === "" ? "这个账本里还没有项目。" : `账本里的项目：${codes}。`,
  });
}
