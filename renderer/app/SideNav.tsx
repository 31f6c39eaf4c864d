import {
  AccountBookOutlined,
  AuditOutlined,
  CalendarOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FolderOutlined,
  HomeOutlined,
  PayCircleOutlined,
  SettingOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { type NounKey, nouns } from "./nouns.ts";

const icons: Readonly<Record<NounKey, ReactNode>> = {
  workbench: <HomeOutlined />,
  projects: <FolderOutlined />,
  contracts: <FileTextOutlined />,
  rentals: <CalendarOutlined />,
  invoices: <AccountBookOutlined />,
  payments: <PayCircleOutlined />,
  checks: <AuditOutlined />,
  filings: <FileDoneOutlined />,
  settings: <SettingOutlined />,
};

/** Left navigation by noun. */
export function SideNav() {
  return (
    <nav className="jf-nav" aria-label="主导航">
      {nouns.map(({ key, path, title }, index) => (
        <NavLink key={key} to={path} end={path === "/"} className="jf-nav-item" title={`Ctrl+${index + 1}`}>
          {icons[key]}
          <span>{title}</span>
        </NavLink>
      ))}
    </nav>
  );
}
