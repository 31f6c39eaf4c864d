import {
  AccountBookOutlined,
  AuditOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FolderOutlined,
  FundOutlined,
  HomeOutlined,
  LinkOutlined,
  PayCircleOutlined,
  SettingOutlined,
  ShopOutlined,
  SkinOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { type NounKey, nouns } from "./nouns.ts";

const icons: Readonly<Record<NounKey, ReactNode>> = {
  workbench: <HomeOutlined />,
  due: <ClockCircleOutlined />,
  projects: <FolderOutlined />,
  budget: <FundOutlined />,
  contracts: <FileTextOutlined />,
  rentals: <CalendarOutlined />,
  needs: <SkinOutlined />,
  invoices: <AccountBookOutlined />,
  matching: <LinkOutlined />,
  payments: <PayCircleOutlined />,
  vendors: <ShopOutlined />,
  checks: <AuditOutlined />,
  filings: <FileDoneOutlined />,
  settings: <SettingOutlined />,
};

/** Left navigation by noun. */
export function SideNav() {
  return (
    <nav className="jf-nav" aria-label="主导航">
      {nouns.map(({ key, path, title, digit }) => (
        <NavLink
          key={key}
          to={path}
          end={path === "/"}
          className="jf-nav-item"
          title={digit === null ? title : `Ctrl+${digit}`}
        >
          {icons[key]}
          <span>{title}</span>
        </NavLink>
      ))}
    </nav>
  );
}
