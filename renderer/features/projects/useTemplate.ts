import type { Template } from "#shared/forms/templates/template.ts";
import type { Project } from "#shared/model/project.ts";
import { useApi } from "../../app/useApi.ts";

/** The form that a project is drawn up on; `undefined` until it is known, and for one that nobody knows. */
export const useTemplate = ({ template: id }: Pick<Project, "template">): Template | undefined =>
  useApi("templates.list", {}).data?.find(({ template }) => template.id === id)?.template;
