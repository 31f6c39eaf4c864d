import { useParams } from "react-router";
import { ProjectDetailPage } from "./ProjectDetailPage.tsx";
import { ProjectListPage } from "./ProjectListPage.tsx";

/** 项目: the list, or one of them. */
export function ProjectsPage() {
  const { id } = useParams();
  return id === undefined ? <ProjectListPage /> : <ProjectDetailPage key={id} id={id} />;
}
