import { MenuOutlined, SearchOutlined, UserOutlined } from "@ant-design/icons";
import { Button, type MenuProps, Select } from "antd";
import { Link, matchPath, useLocation, useNavigate } from "react-router";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { type ActionContext, type ActionGroup, actionGroups, actions } from "./actions.ts";
import { pathTo } from "./paths.ts";
import { useScope } from "./scope.ts";
import { useStatus } from "./status.ts";
import { scopeControlId } from "./useActionContext.ts";

const allProjects = "";

/** Always in sight: the ledger, the budget year and the project everything below is about, and who is at work. */
export function TopBar({ context }: Readonly<{ context: ActionContext }>) {
  const { ledger, officer } = useStatus();
  const { fiscalYear, project, years, projects, setYear, setProject } = useScope();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  /** A page that shows one project turns to the one that was chosen. */
  const chooseProject = (id: string) => {
    const projectId = id === allProjects ? null : id;
    setProject(projectId);
    if (matchPath("/projects/:id", pathname) !== null)
      void navigate(projectId === null ? "/projects" : pathTo("project", projectId));
  };
  const chooseYear = (year: number) => {
    setYear(year);
    if (matchPath("/projects/:id", pathname) !== null) void navigate("/projects");
  };
  const yearChoices = years.length === 0 ? [fiscalYear] : years;
  return (
    <header className="jf-top">
      <MainMenu context={context} />
      <span className="jf-top-ledger" title={ledger?.path}>
        {ledger?.name}
      </span>
      <span className="jf-top-rule" />
      <Select
        aria-label="预算年度"
        className="jf-top-year"
        variant="filled"
        value={fiscalYear}
        options={yearChoices.map((year) => ({ value: year, label: `${year} 年度` }))}
        onChange={chooseYear}
      />
      <Select
        id={scopeControlId}
        aria-label="项目"
        className="jf-top-project"
        variant="filled"
        showSearch={{ optionFilterProp: "label" }}
        value={project?.id ?? allProjects}
        options={[
          { value: allProjects, label: projects.length === 0 ? "本年度还没有项目" : "全部项目" },
          ...projects.map(({ id, name, code }) => ({ value: id, label: `${name}（${code}）` })),
        ]}
        onChange={chooseProject}
      />
      <span className="jf-spacer" />
      <Button type="text" icon={<SearchOutlined />} onClick={() => context.show("palette")}>
        查找 <kbd>Ctrl K</kbd>
      </Button>
      <Link to="/settings/officer" className="jf-top-officer" title="经办人">
        <UserOutlined /> {officer === "" ? "请填写经办人" : officer}
      </Link>
    </header>
  );
}

const inMenu: readonly ActionGroup[] = actionGroups.filter((group) => group !== "前往");

function MainMenu({ context }: Readonly<{ context: ActionContext }>) {
  const items: MenuProps["items"] = inMenu.flatMap((group, index) => [
    ...(index === 0 ? [] : [{ type: "divider" as const }]),
    ...actions
      .filter((action) => action.group === group && action.enabled(context))
      .map((action) => ({
        key: action.id,
        label: action.title,
        extra: action.shortcut ?? "",
        onClick: () => action.perform(context),
      })),
  ]);
  return (
    <MoreMenu menu={{ items }}>
      <Button type="text" icon={<MenuOutlined />} aria-label="菜单" title="菜单" />
    </MoreMenu>
  );
}
